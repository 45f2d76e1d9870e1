import { type PartKind, partOfName, type RefusalReason } from "../../../engine/model/index.ts";
import type { ListedImport } from "../../../messages/corporaProtocol.ts";
import { useWording, type Wording } from "../../components/wording.ts";
import type { CorporaModel } from "./corporaModel.ts";

interface ImportItemProps {
  readonly its: ListedImport;
  readonly model: CorporaModel;
}

/** Shows the progress or result of an import, what it refused and why, and its actions. */
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
                <li key={`${item} ${reason.key}`}>
                  {t("importNote", [itemText(item, wording), reasonText(reason, wording)])}
                </li>
              ))}
            </ul>
          </details>
        )}
        <Omissions its={its} />
      </div>
      <ImportActions its={its} model={model} />
    </li>
  );
}

const partKeys = {
  line: "partLine",
  row: "partRow",
  item: "partItem",
  article: "partArticle",
  entry: "partEntry",
  version: "partVersion",
} as const satisfies Record<PartKind, string>;

/** A version of an article of a line; a file in a zip may be called after as many parts as it likes. */
const mostParts = 3;

/** Returns "a.jsonl, line 9" in the reader's language. */
function itemText(name: string, wording: Wording, left = mostParts): string {
  const part = left === 0 ? null : partOfName(name);
  if (part === null) return name;
  const { whole, kind, number } = part;
  const wholeText = itemText(whole, wording, left - 1);
  return wording.t(partKeys[kind], [wholeText, wording.formats.number(number)]);
}

function reasonText({ key, values = [] }: RefusalReason, { t, formats }: Wording): string {
  const texts = values.map((value) => (typeof value === "number" ? formats.number(value) : value));
  return t(key, texts);
}

function Omissions({ its: { omittedCount, omitted } }: Pick<ImportItemProps, "its">) {
  const wording = useWording();
  const { t, locale } = wording;
  if (omittedCount === 0) return null;
  const count = new Intl.NumberFormat(locale).format(omittedCount);
  return (
    <details>
      <summary>{t("importOmitted", [count])}</summary>
      <ul>
        {omitted.map(({ item, kind, value }) => (
          <li key={`${item} ${kind} ${value}`}>
            {t("importNote", [itemText(item, wording), t(omittedKeys[kind], [value])])}
          </li>
        ))}
      </ul>
    </details>
  );
}

const omittedKeys = {
  date: "omittedDate",
  address: "omittedAddress",
  title: "omittedTitle",
  outlet: "omittedOutlet",
  author: "omittedAuthor",
  agency: "omittedAgency",
  language: "omittedLanguage",
} as const;

function ImportActions({ its, model }: ImportItemProps) {
  const { t } = useWording();
  const { id, name, file, state } = its;
  const isWaiting = state === "waiting";
  const isOpen = state === "running" || isWaiting;
  return (
    <>
      {(state === "failed" || isWaiting) && (
        <button
          type="button"
          class="quiet"
          aria-label={t("importRetryNamed", [name])}
          onClick={() => void model.retryImport(id)}
        >
          {t("tryAgain")}
        </button>
      )}
      {isWaiting && (
        <button
          type="button"
          class="quiet"
          aria-label={t("importSkipNamed", [file])}
          onClick={() => void model.skipImportFile(id)}
        >
          {t("importSkip")}
        </button>
      )}
      <button
        type="button"
        class="quiet"
        aria-label={t(isOpen ? "importCancelNamed" : "importForgetNamed", [name])}
        onClick={() => void (isOpen ? model.cancelImport(id) : model.forgetImport(id))}
      >
        {t(isOpen ? "importCancel" : "importForget")}
      </button>
    </>
  );
}

const problemKeys = {
  libraryFull: "libraryFull",
  storageFull: "storageFull",
  failed: "importFailed",
} as const;

function stateText(its: ListedImport, wording: Wording): string {
  const { state, problem, added, changed, known } = its;
  const { t, locale } = wording;
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  const counts = t("importCounts", [number(added), number(changed), number(known)]);
  if (state === "waiting") return `${t("importWaiting", [its.file])} ${counts}`;
  if (problem !== null) return `${t(problemKeys[problem])} ${counts}`;
  return state === "cancelled" ? `${t("importCancelled")} ${counts}` : counts;
}
