import type { ComponentChildren } from "preact";
import type { DismissedVersion } from "../../messages/protocol.ts";
import { PageHead } from "../components/PageHead.tsx";
import { Switch } from "../components/Switch.tsx";
import { plural, useWording } from "../components/wording.ts";
import { WorkModeChoice } from "../firstRun/WorkModeChoice.tsx";
import { PartedList } from "../report/PartedList.tsx";
import { DataSection } from "./DataSection.tsx";
import type { OptionsModel } from "./optionsModel.ts";
import { ShownSection } from "./ShownSection.tsx";
import { SitesSection } from "./SitesSection.tsx";

interface OptionsProps {
  readonly model: OptionsModel;
  /** Sections with models of their own. */
  readonly children?: ComponentChildren;
}

/** Everything the reader can set. Each change counts at once; there is nothing to confirm. */
export function Options({ model, children }: OptionsProps) {
  const { t } = useWording();
  const notice = model.notice.value;
  return (
    <main>
      <PageHead title={t("optionsTitle")}>
        <p class="hint">{t("optionsLead")}</p>
      </PageHead>
      <WorkModeChoice model={model.where} />
      <div class="everywhere">
        <Switch
          name={t("everywhereSwitch")}
          isOn={!model.isOffEverywhere.value}
          onSwitch={(on) => void model.switchEverywhere(on)}
        />
        <p class="hint">{t("whichWins")}</p>
      </div>
      <SitesSection model={model} />
      {children}
      <ShownSection model={model} />
      <DismissedSection model={model} />
      <section aria-labelledby="shortcuts-heading">
        <h2 id="shortcuts-heading">{t("shortcutsTitle")}</h2>
        <p class="hint">{t("shortcutsText")}</p>
        <button type="button" class="secondary" onClick={() => void model.openShortcuts()}>
          {t("openShortcuts")}
        </button>
      </section>
      <DataSection model={model} />
      <div class="notice">
        <p role="status">{notice === null ? "" : t(noticeKeys[notice])}</p>
        {model.canUndo.value && (
          <button type="button" class="quiet" onClick={() => void model.undo()}>
            {t("undo")}
          </button>
        )}
      </div>
    </main>
  );
}

const noticeKeys = {
  allDeleted: "allDeleted",
  optionsFailed: "optionsFailed",
  notAHost: "notAHost",
  keptRemoved: "keptRemoved",
} as const;

function DismissedSection({ model }: { readonly model: OptionsModel }) {
  const wording = useWording();
  const { t } = wording;
  const { dismissed } = model.choices.value;
  return (
    <section aria-labelledby="dismissed-heading">
      <h2 id="dismissed-heading">{t("dismissedTitle")}</h2>
      {dismissed.length === 0 ? (
        <p class="hint">{t("dismissedNone")}</p>
      ) : (
        <>
          <p class="hint">{plural(wording, "dismissedCount", dismissed.length)}</p>
          <PartedList items={dismissed.toReversed()} keyOf={keyOf} label={t("dismissedTitle")}>
            {(version) => (
              <li class="dismissed" key={keyOf(version)}>
                <p class="passage" dir="auto">
                  {version.page}
                </p>
                <p class="wording" dir="auto">
                  <strong class="outlet">{version.outlet}</strong> {version.corpus}
                </p>
                <button type="button" class="quiet" onClick={() => void model.restore(version)}>
                  {t("restore")}
                </button>
              </li>
            )}
          </PartedList>
        </>
      )}
    </section>
  );
}

function keyOf({ article, page, corpus }: DismissedVersion): string {
  return `${article} ${page} ${corpus}`;
}
