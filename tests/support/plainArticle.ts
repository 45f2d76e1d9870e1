import type { Article, ArticleId } from "../../src/engine/model/index.ts";

/** An English article of a text, whose outlet is not known. */
export function plainArticle(id: string, title: string, body: string, day: string | null): Article {
  return {
    id: id as ArticleId,
    outlet: { name: "", domain: null },
    title,
    urls: [],
    published: day === null ? null : { value: day, precision: "day", basis: "stated" },
    relativeDatesCountFrom: null,
    byline: null,
    agencies: [],
    language: "en",
    body,
  };
}
