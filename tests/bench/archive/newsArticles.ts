import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Article, ArticleReading } from "../../../src/engine/model/index.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import { randomSource } from "../../support/randomSource.ts";
import type { Paraphrase } from "../index/hardParaphrases.ts";
import { newsRows, pageArticles } from "../index/newsLibrary.ts";

/**
 * Articles without end: the targets of the paraphrases, then news, then the same news with half of
 * the words drawn anew from their own article. Always the same ones.
 */
export function* newsArticles(
  dataFolder: string,
  paraphrases: readonly Paraphrase[],
): Generator<Article> {
  for (const [at, { target }] of paraphrases.entries()) {
    yield plainArticle(targetId(at), "", target, null);
  }
  const rows = newsRows(dataFolder).slice(pageArticles);
  for (const { id, title, text, date } of rows) yield plainArticle(id, title, text, dayOf(date));
  for (let round = 1; ; round++) {
    for (const { id, title, text, date } of rows) {
      const random = randomSource(round * 1_000_003 + text.length);
      const body = resampled(text, random);
      yield plainArticle(`${id}-${round}`, resampled(title, random), body, dayOf(date));
    }
  }
}

/** The id of the article that has a paraphrase's target. */
export function targetId(at: number): string {
  return `target-${at}`;
}

function dayOf(date: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.test(date) ? date.slice(0, 10) : null;
}

/** Half of the words are others of the same text; its line breaks stay. */
function resampled(text: string, random: () => number): string {
  const words = text.split(/\s+/);
  return text.replace(/\S+/g, (word) =>
    random() < 0.5 ? words[Math.floor(random() * words.length)]! : word,
  );
}

/** Pages that are none of the articles, each of the fewest paragraphs with so many passages. */
export function pagesOf(dataFolder: string, passages: number): readonly ArticleReading[] {
  const pages: ArticleReading[] = [];
  let paragraphs: string[] = [];
  for (const { text } of newsRows(dataFolder).slice(0, pageArticles)) {
    for (const paragraph of text.split(/\n+/)) {
      paragraphs.push(paragraph);
      const body = paragraphs.join("\n\n");
      const page = readArticle(plainArticle(`page-${pages.length}`, "", body, "2018-01-01"));
      if (page.passages.length < passages) continue;
      pages.push(page);
      paragraphs = [];
    }
  }
  return pages;
}
