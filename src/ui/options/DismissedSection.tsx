import type { DismissedVersion } from "../../messages/protocol.ts";
import { plural, useWording } from "../components/wording.ts";
import { PartedList } from "../report/PartedList.tsx";
import type { OptionsModel } from "./optionsModel.ts";

/** Lists the matches that the reader dismissed, the latest first; each can be restored. */
export function DismissedSection({ model }: { readonly model: OptionsModel }) {
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
                  {t("dismissedRestore")}
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
