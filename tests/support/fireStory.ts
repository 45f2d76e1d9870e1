/** An invented fire in several outlets, which count its dead and injured. */
import type { Article, ArticleId } from "../../src/engine/model/index.ts";

const lead = "A fire destroyed the market hall of Old Tessin in Marland on Monday.";

/** Returns an outlet's article on the fire with these sentences after its lead. */
export function fireArticle(outlet: string, sentences: string, day = "2024-03-04"): Article {
  const domain = `${outlet.toLowerCase().replace(/[^a-z]+/g, "-")}.example`;
  return {
    id: `${domain}/fire` as ArticleId,
    outlet: { name: outlet, domain },
    title: "Market hall in Old Tessin burns down",
    urls: [`https://${domain}/fire`],
    published: { value: day, precision: "day", basis: "stated" },
    relativeDatesCountFrom: null,
    ...{ byline: null, agencies: [], language: "en" },
    body: `${lead} ${sentences}`,
  };
}

/** Three articles that print three numbers of dead. */
export const fireArticles: readonly Article[] = [
  fireArticle("Post", "At least 12 people were killed."),
  fireArticle("Courier", "The blaze killed 11 and injured 30."),
  fireArticle("Ledger", "The death toll rose to 14.", "2024-03-05"),
];
