import type { ArchiveCheck, ArchiveLocation } from "../../../messages/archiveProtocol.ts";
import { archiveProblemKeys } from "../../components/archiveProblems.ts";
import { Switch } from "../../components/Switch.tsx";
import { plural, useWording, type Wording } from "../../components/wording.ts";
import { ArchiveForm } from "./ArchiveForm.tsx";
import type { ArchiveModel, ArchiveNotice } from "./archiveModel.ts";

/**
 * The percentage of names in articles that somebody who knows all articles could recognise:
 * docs/archive.md.
 */
const recognisableNamesPercent = 92;

/**
 * Shows the newsroom's archive: what is sent to it, before anything is sent; how to set it up,
 * switch it off and remove it.
 */
export function ArchiveSection({ model }: { readonly model: ArchiveModel }) {
  const wording = useWording();
  const { t, formats } = wording;
  const status = model.status.value;
  return (
    <section aria-labelledby="archive-heading">
      <h2 id="archive-heading">{t("archiveTitle")}</h2>
      <p class="hint">{t("archiveText")}</p>
      <p class="hint">{t("archiveLeaves")}</p>
      <p class="hint">{t("archiveOperator", [formats.number(recognisableNamesPercent)])}</p>
      {status?.place == null ? (
        <ArchiveForm model={model} />
      ) : (
        <SetUpArchive model={model} place={status.place} isOn={status.isOn} />
      )}
      <p role="status">{noticeText(model.notice.value, wording)}</p>
    </section>
  );
}

interface SetUpProps {
  readonly model: ArchiveModel;
  readonly place: ArchiveLocation;
  readonly isOn: boolean;
}

function SetUpArchive({ model, place, isOn }: SetUpProps) {
  const { t } = useWording();
  return (
    <>
      <p dir="auto">{t("archivePlace", [place.name, place.nodes.join(", ")])}</p>
      <Switch name={t("archiveSwitch")} isOn={isOn} onSwitch={(on) => void model.switchTo(on)} />
      {!isOn && <p class="hint">{t("archiveOff")}</p>}
      <div class="actions">
        <button type="button" class="secondary" onClick={() => void model.check()}>
          {t("archiveCheck")}
        </button>
        <button type="button" class="quiet" onClick={() => void model.remove()}>
          {t("archiveRemove")}
        </button>
      </div>
    </>
  );
}

const noticeKeys = {
  asking: "archiveAsking",
  failed: "optionsFailed",
  notGranted: "permissionRefused",
  removed: "archiveRemoved",
} as const;

function noticeText(notice: ArchiveNotice | null, wording: Wording): string {
  if (notice === null) return "";
  if (notice.kind !== "checked") return wording.t(noticeKeys[notice.kind]);
  return checkText(notice.check, wording);
}

function checkText(check: ArchiveCheck, wording: Wording): string {
  const { t, formats } = wording;
  if (check.kind === "failed") return t(archiveProblemKeys[check.problem]);
  const articles = plural(wording, "articleCount", check.articles);
  if (check.nodes === check.of) {
    return t("archiveConnected", [plural(wording, "archiveNodes", check.nodes), articles]);
  }
  const counts = [formats.number(check.nodes), formats.number(check.of)];
  return t("archiveConnectedPartly", [...counts, articles]);
}
