import {
  type ArticleId,
  isOtherLanguage,
  type PageMatch,
  type Reference,
  type StoryArticle,
  type StoryVersion,
} from "../../engine/model/index.ts";

/**
 * Converts a version to a reference for the views of a page's report.
 * @param article where it was printed; null if only its words matter
 * @param other the article whose version it is compared with
 */
export function referenceOf(
  version: StoryVersion,
  article: StoryArticle | null,
  other: StoryArticle | null = article,
): Reference {
  const { passage, text, kind, speaker, role, via, compared } = version;
  const { id, outlet, title, url, published, language } = article ?? nowhere;
  const isForeign = isOtherLanguage(language, other?.language ?? null);
  return {
    article: {
      ...{ id, outlet, title, url, published },
      ...(isForeign && language !== null ? { language } : {}),
    },
    passage: { id: passage, text },
    relation: compared?.relation ?? "verbatim",
    score: compared?.score ?? 1,
    ...{ kind, speaker, role, via },
    differences: compared?.differences ?? [],
  };
}

const nowhere: StoryArticle = {
  ...{ id: "" as ArticleId, outlet: "", title: "", url: null, published: null, language: null },
};

/** Converts the version that another one is compared with to a match of a page. */
export function matchOf({ in: part, text, kind, speaker }: StoryVersion): PageMatch {
  return {
    ...{ in: part, start: 0, end: text.length, exact: text, kind, speaker },
    ...{ relation: "verbatim", score: 1, references: [] },
  };
}
