import { useEffect, useRef } from "preact/hooks";
import type { KeptArticle, KeptOrigin } from "../../../messages/keptProtocol.ts";
import { publishedWords } from "../../components/publishedWords.ts";
import { SearchField } from "../../components/SearchField.tsx";
import { TakenFrom } from "../../components/TakenFrom.tsx";
import { dayOf } from "../../components/timeOf.ts";
import { plural, useWording, type Wording } from "../../components/wording.ts";
import { PartedList } from "../../report/PartedList.tsx";
import type { KeptModel, KeptNotice } from "./keptModel.ts";

const originKeys: Readonly<Record<KeptOrigin, string>> = {
  saved: "originSaved",
  import: "originImported",
  feed: "originFeed",
  read: "originRead",
};

/** The reader's own articles: see what is there, and take single ones out. */
export function KeptSection({ model }: { readonly model: KeptModel }) {
  const { t } = useWording();
  const articles = model.articles.value;
  const isUnreadable = articles === null && model.notice.value?.kind === "failed";
  return (
    <section aria-labelledby="kept-heading">
      <h2 id="kept-heading">{t("keptTitle")}</h2>
      <p>
        <a href="story.html">{t("storiesTitle")}</a>
        <br />
        <span class="hint">{t("storiesInSettings")}</span>
      </p>
      {isUnreadable && <p role="alert">{t("storageUnreadable")}</p>}
      {articles !== null && <KeptSearch model={model} />}
      {articles?.length === 0 && model.found.value === null && <p class="hint">{t("keptNone")}</p>}
      {articles !== null && articles.length > 0 && (
        <PartedList items={articles} keyOf={({ id }) => id} label={t("keptTitle")}>
          {(article) => (
            <KeptItem
              key={article.id}
              article={article}
              onRemove={() => void model.remove(article)}
            />
          )}
        </PartedList>
      )}
      {model.hasMore.value && (
        <button type="button" class="secondary" onClick={() => void model.loadMore()}>
          {t("keptMore")}
        </button>
      )}
      <Notice
        notice={isUnreadable ? null : model.notice.value}
        onUndo={() => void model.undoRemoval()}
      />
    </section>
  );
}

function KeptSearch({ model }: { readonly model: KeptModel }) {
  const wording = useWording();
  const { t } = wording;
  const found = model.found.value;
  return (
    <>
      <SearchField
        label={t("keptSearch")}
        value={model.search.value}
        onSearch={(words) => void model.searchFor(words)}
      />
      <p class="hint" role="status">
        {found === 0 && t("keptNotFound")}
        {found !== null && found > 0 && plural(wording, "storyArticleCount", found)}
      </p>
    </>
  );
}

interface KeptItemProps {
  readonly article: KeptArticle;
  readonly onRemove: () => void;
}

function KeptItem({ article, onRemove }: KeptItemProps) {
  const wording = useWording();
  const { t } = wording;
  const { id, outlet, title, url, published, origin, addedAt } = article;
  const name = title || url || outlet;
  return (
    <li class="kept">
      <p dir="auto">
        {url === null ? (
          name
        ) : (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        )}
      </p>
      <p class="hint">
        <span dir="auto">{outlet}</span> · {publishedWords(published, wording)} ·{" "}
        {t(originKeys[origin], [dayOf(wording, addedAt)])}
        <TakenFrom source={article.source} />
      </p>
      <a
        class="kept-story"
        href={`story.html?article=${encodeURIComponent(id)}`}
        aria-label={t("storyNamed", [t("thisStory"), name])}
      >
        {t("thisStory")}
      </a>{" "}
      <button
        type="button"
        class="quiet"
        aria-label={t("removeKeptNamed", [name])}
        onClick={onRemove}
      >
        {t("removeKept")}
      </button>
    </li>
  );
}

interface NoticeProps {
  readonly notice: KeptNotice | null;
  readonly onUndo: () => void;
}

function Notice({ notice, onUndo }: NoticeProps) {
  const wording = useWording();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed has gone with its article.
    if (notice?.kind === "removed") undo.current?.focus({ preventScroll: true });
  }, [notice]);
  return (
    <div class="actions">
      <p role="status">{noticeText(notice, wording)}</p>
      {notice?.kind === "removed" && (
        <button type="button" class="quiet" ref={undo} onClick={onUndo}>
          {wording.t("undo")}
        </button>
      )}
    </div>
  );
}

function noticeText(notice: KeptNotice | null, wording: Wording): string {
  switch (notice?.kind) {
    case undefined:
      return "";
    case "forgotten":
      return notice.count === 0
        ? wording.t("memoryNothing")
        : plural(wording, "memoryForgotten", notice.count);
    case "removed":
      return wording.t("keptRemoved");
    case "notAHost":
      return wording.t("notAHost");
    case "failed":
      return wording.t("optionsFailed");
    default: {
      const never: never = notice as never;
      return never;
    }
  }
}
