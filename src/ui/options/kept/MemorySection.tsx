import { Switch } from "../../components/Switch.tsx";
import { plural, useWording, type Wording } from "../../components/wording.ts";
import { TypedForm } from "../TypedForm.tsx";
import { UndoLine } from "../UndoLine.tsx";
import type { MemoryModel, MemoryNotice } from "./memoryModel.ts";

/** Shows whether read articles are remembered, and the sites where they never are. */
export function MemorySection({ model }: { readonly model: MemoryModel }) {
  const wording = useWording();
  const { t } = wording;
  const { isOn, hostsOff } = model.memory.value;
  const notice = model.notice.value;
  const canUndo = notice?.kind === "forgotten" && notice.inBin !== null;
  return (
    <section aria-labelledby="memory-heading">
      <h2 id="memory-heading">{t("memoryTitle")}</h2>
      <p class="hint">{t("memoryText")}</p>
      <Switch
        name={t("memorySwitch")}
        isOn={isOn}
        onSwitch={(on) => void model.setRemembering(on)}
      />
      <h3>{t("memoryHosts")}</h3>
      <ul class="sites">
        {hostsOff.map((host) => (
          <li key={host}>
            <span dir="ltr">{host}</span>
            <button
              type="button"
              class="quiet"
              aria-label={t("memoryIncludeNamed", [host])}
              onClick={() => void model.include(host)}
            >
              {t("memoryInclude")}
            </button>
          </li>
        ))}
      </ul>
      <TypedForm
        id="memory-host"
        label={t("memoryHostLabel")}
        action={t("memoryExclude")}
        onSubmit={async (typed) => {
          await model.exclude(typed);
          return model.notice.value === null;
        }}
      />
      <button type="button" class="secondary" onClick={() => void model.forgetRead()}>
        {t("memoryForget")}
      </button>
      <UndoLine
        said={noticeText(notice, wording)}
        canUndo={canUndo}
        onUndo={() => void model.undoForgetting()}
      />
    </section>
  );
}

function noticeText(notice: MemoryNotice | null, wording: Wording): string {
  switch (notice?.kind) {
    case undefined:
      return "";
    case "forgotten":
      return notice.removed === 0
        ? wording.t("memoryNothing")
        : plural(wording, "memoryForgotten", notice.removed);
    case "notAHost":
      return wording.t("notAHost");
    case "undoGone":
      return wording.t("undoGone");
    case "failed":
      return wording.t("optionsFailed");
    default: {
      const never: never = notice as never;
      return never;
    }
  }
}
