import type { ListedImport } from "../../../messages/corporaProtocol.ts";
import { useWording, type Wording } from "../../components/wording.ts";
import type { CorporaModel } from "./corporaModel.ts";

interface ImportItemProps {
  readonly its: ListedImport;
  readonly model: CorporaModel;
}

/** How an import gets on or has ended, what it refused and why, and what can be done with it. */
export function ImportItem({ its, model }: ImportItemProps) {
  const wording = useWording();
  const { t } = wording;
  const isRunning = its.state === "running";
  const number = (count: number) => new Intl.NumberFormat(wording.locale).format(count);
  return (
    <li>
      <div>
        <p dir="auto">
          <strong>{its.name}</strong>{" "}
          {its.fileCount > 1 && (
            <span class="hint">{t("importFileCount", [number(its.fileCount)])}</span>
          )}
        </p>
        {isRunning && (
          <progress aria-label={t("importProgress", [its.name])} max={1} value={its.share} />
        )}
        <p class="hint">{stateText(its, wording)}</p>
        {its.refusedCount > 0 && (
          <details>
            <summary>{t("importRefused", [number(its.refusedCount)])}</summary>
            <ul>
              {its.refused.map(({ item, reason }) => (
                <li key={item} dir="auto">
                  {item}: {reason}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {its.state === "failed" && (
        <button
          type="button"
          class="quiet"
          aria-label={t("importRetryNamed", [its.name])}
          onClick={() => void model.retryImport(its.id)}
        >
          {t("tryAgain")}
        </button>
      )}
      <button
        type="button"
        class="quiet"
        aria-label={t(isRunning ? "importCancelNamed" : "importForgetNamed", [its.name])}
        onClick={() => void (isRunning ? model.cancelImport(its.id) : model.forgetImport(its.id))}
      >
        {t(isRunning ? "importCancel" : "importForget")}
      </button>
    </li>
  );
}

const problemKeys = {
  libraryFull: "libraryFull",
  storageFull: "storageFull",
  failed: "importFailed",
} as const;

function stateText({ state, problem, added, changed, known }: ListedImport, wording: Wording) {
  const { t, locale } = wording;
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  const counts = t("importCounts", [number(added), number(changed), number(known)]);
  if (problem !== null) return `${t(problemKeys[problem])} ${counts}`;
  return state === "cancelled" ? `${t("importCancelled")} ${counts}` : counts;
}
