import { listedArticle } from "../../corpora/readerLibrary.ts";
import type { ArticleVersion, Origin } from "../../engine/model/index.ts";
import type { KeptText } from "../../messages/keptProtocol.ts";
import type { ArticleRecord } from "../../platform/storage/articleRecord.ts";
import { changesSince } from "./changesSince.ts";

/** One text of an article, and its origin. */
interface FoundText extends Pick<ArticleVersion, "title" | "body" | "foundAt"> {
  readonly origin: Origin | null;
  readonly isSearched: boolean;
}

/**
 * Returns one of the texts of a saved article, with its changes since the text before. `version`:
 * null for the one that is searched.
 */
export function keptText(record: ArticleRecord, version: number | null): KeptText {
  const texts = textsOf(record);
  const asked = version !== null && version < texts.length ? version : -1;
  const shown = asked >= 0 ? asked : texts.findIndex(({ isSearched }) => isSearched);
  const text = texts[shown]!;
  const before = texts[shown - 1];
  return {
    article: listedArticle(record),
    versions: texts.map(({ foundAt, origin, isSearched }) => ({ foundAt, origin, isSearched })),
    shown,
    title: text.title,
    paragraphs: text.body.split("\n\n").filter((paragraph) => paragraph.trim() !== ""),
    changes: before === undefined ? null : changesSince(before.foundAt, before, text),
  };
}

function textsOf({ article, versions, foundAt, origin }: ArticleRecord): readonly FoundText[] {
  const { title, body } = article;
  const others = versions.map((its) => ({
    ...{ title: its.title, body: its.body, foundAt: its.foundAt },
    ...{ origin: its.origin ?? null, isSearched: false },
  }));
  return [...others, { title, body, foundAt, origin, isSearched: true }].sort(
    (a, b) => a.foundAt - b.foundAt || Number(a.isSearched) - Number(b.isSearched),
  );
}
