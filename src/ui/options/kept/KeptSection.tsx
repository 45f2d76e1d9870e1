import { useEffect, useRef } from "preact/hooks";
import { SearchField } from "../../components/SearchField.tsx";
import { plural, useWording, type Wording } from "../../components/wording.ts";
import { UndoLine } from "../UndoLine.tsx";
import { ArticleView } from "./ArticleView.tsx";
import { type ArticleModel, articleAt } from "./articleModel.ts";
import { KeptFilters } from "./KeptFilters.tsx";
import { KeptList } from "./KeptList.tsx";
import type { KeptModel, KeptNotice } from "./keptModel.ts";
import { SelectionBar } from "./SelectionBar.tsx";

interface KeptSectionProps {
  readonly model: KeptModel;
  readonly reading: ArticleModel;
  /** The part after "#" in the address: one article, or all of them. */
  readonly fragment: string;
}

/** Shows the list of the reader's own articles, or one of them. */
export function KeptSection({ model, reading, fragment }: KeptSectionProps) {
  const id = articleAt(fragment);
  useFocusBack(id);
  if (id !== null) return <ArticleView model={reading} id={id} />;
  return <Library model={model} />;
}

/** Moves the focus back to the article in the list that the reader returns from. */
function useFocusBack(id: string | null): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    const left = before.current;
    before.current = id;
    if (id !== null || left === null) return;
    (document.getElementById(`kept-${left}`) ?? document.getElementById("kept-heading"))?.focus();
  }, [id]);
}

function Library({ model }: { readonly model: KeptModel }) {
  const wording = useWording();
  const { t } = wording;
  const part = model.part.value;
  const notice = model.notice.value;
  const isUnreadable = part === null && notice?.kind === "failed";
  return (
    <section aria-labelledby="kept-heading">
      <h2 id="kept-heading" tabIndex={-1}>
        {t("keptTitle")}
      </h2>
      <p>
        <a href="story.html">{t("storiesTitle")}</a>
        <br />
        <span class="hint">{t("storiesInSettings")}</span>
      </p>
      {isUnreadable && <p role="alert">{t("storageUnreadable")}</p>}
      {part !== null && (
        <>
          <SearchField
            label={t("keptSearch")}
            value={model.query.value.search}
            onSearch={(search) => void model.ask({ search })}
          />
          <KeptFilters model={model} />
          <p class="hint" role="status">
            {countText(model, wording)}
          </p>
          {part.count > 0 && <SelectionBar model={model} />}
          {part.count > 0 && <KeptList model={model} part={part} />}
        </>
      )}
      <UndoLine
        said={isUnreadable ? "" : noticeText(notice, wording)}
        canUndo={notice?.kind === "removed" && notice.inBin !== null}
        onUndo={() => void model.undoRemoval()}
      />
    </section>
  );
}

function countText({ part, query }: KeptModel, wording: Wording): string {
  const { search, origin, outlet, language } = query.value;
  const count = part.value?.count ?? 0;
  if (count > 0) return plural(wording, "articleCountAlone", count);
  if (search.trim() !== "") return wording.t("keptNotFound");
  const isNarrowed = [origin, outlet, language].some((its) => its !== null);
  return isNarrowed ? plural(wording, "articleCountAlone", 0) : wording.t("keptNone");
}

function noticeText(notice: KeptNotice | null, wording: Wording): string {
  switch (notice?.kind) {
    case undefined:
      return "";
    case "removed":
      return plural(wording, "keptRemovedCount", notice.removed);
    case "working":
      return wording.t("keptWorking");
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
