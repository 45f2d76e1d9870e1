import type { Article, ArticleId } from "../engine/model/index.ts";
import type { PageText } from "../messages/protocol.ts";

/** The page as an article, so that it is read like those of the corpus. */
export function articleOfPage(page: PageText): Article {
  return {
    id: "page" as ArticleId,
    outlet: { name: page.outlet ?? "", domain: domainOf(page.url) },
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

function domainOf(url: string | null): string | null {
  if (url === null) return null;
  try {
    return new URL(url).hostname.replace(/^www\./, "");
  } catch {
    return null;
  }
}
