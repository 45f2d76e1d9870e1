/** What the fixtures of profiles are filled with: generated, so that a test knows it without reading it. */
import type { Article, ArticleId } from "../../src/engine/model/index.ts";
import { randomSource } from "./randomSource.ts";

export const importedCount = 500;
/** So many of them were imported once more with another text. */
export const changedCount = 10;

/** Stands in one of the imported articles, so that a page that has it too must be marked. */
export const keptSentence =
  "The lock keepers of the northern canal agreed on Friday to open the gates at night until the end of October.";
/** The article that has it. */
export const keptOutlet = "Canal Courier";

const words =
  "harbour council lighthouse ferry school bridge budget vote winter repair plan island minister company road storm fish market tower engine lamp court museum bank street river train ticket farm grain price water doctor nurse clinic study forest fire coast ship cargo crane worker union strike wage house rent garden concert choir".split(
    " ",
  );

/** Article n of the five hundred; `edition` changes its text. */
export function importedArticle(n: number, edition = 1): Article {
  const random = randomSource(n * 10 + edition);
  const some = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(" ");
  const sentences = [1, 2, 3].map((part) => `Report ${n} says in part ${part}: ${some(14)}.`);
  return {
    id: `import-${n}` as ArticleId,
    outlet: { name: n === 7 ? keptOutlet : `Outlet ${n % 9}`, domain: `outlet${n % 9}.example` },
    title: `Report ${n}: ${some(4)}`,
    urls: [`https://outlet${n % 9}.example/reports/${n}`],
    published: { value: "2019-03-06", precision: "day", basis: "stated" },
    relativeDatesCountFrom: null,
    byline: null,
    agencies: [],
    language: "en",
    body: (n === 7 ? [keptSentence, ...sentences] : sentences).join("\n\n"),
  };
}

/** As a file that the settings import. */
export function articlesAsLines(articles: readonly Article[]): string {
  return articles.map(({ id: _, ...article }) => `${JSON.stringify(article)}\n`).join("");
}
