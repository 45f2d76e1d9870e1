import type { Article, ArticleId } from "../engine/model/index.ts";
import type { PageText } from "./pageText.ts";

/** Returns the page as an article, so that it is processed like those of the corpus. */
export function articleOfPage(page: PageText): Article {
  return {
    id: "page" as ArticleId,
    outlet: page.outlet ?? { name: "", domain: null },
    title: page.title,
    urls: page.url === null ? [] : [page.url],
    published: page.published,
    relativeDatesCountFrom: null,
    byline: null,
    agencies: [],
    language: page.language,
    body: page.body,
  };
}
