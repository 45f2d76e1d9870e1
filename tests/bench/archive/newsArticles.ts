import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Article, ArticleReading, ReadPassage } from "../../../src/engine/model/index.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import { randomSource } from "../../support/randomSource.ts";
import type { Paraphrase } from "../index/hardParaphrases.ts";
import { newsRows, pageArticles } from "../index/newsLibrary.ts";

/**
 * Articles without end, always the same ones: the targets of the paraphrases, then news, then the
 * same news with half of each passage's words drawn anew from their own article.
 */
export class NewsArticles {
  readonly #targets: readonly Article[];
  readonly #news: readonly Article[];
  readonly #readings = new WeakMap<Article, ArticleReading>();

  constructor(dataFolder: string, paraphrases: readonly Paraphrase[]) {
    this.#targets = paraphrases.map(({ target }, at) =>
      plainArticle(targetId(at), "", target, null),
    );
    this.#news = newsRows(dataFolder)
      .slice(pageArticles)
      .map(({ id, title, text, date }) => plainArticle(id, title, text, dayOf(date)));
  }

  /** Returns the article of a number. */
  at(number: number): Article {
    const ofNews = number - this.#targets.length;
    if (ofNews < 0) return this.#targets[number]!;
    const news = this.#news[ofNews % this.#news.length]!;
    const round = Math.floor(ofNews / this.#news.length);
    if (round === 0) return news;
    const made = redrawn(this.read(news), round);
    this.#readings.set(made.article, made);
    return made.article;
  }

  /**
   * Returns what is found in an article: in one of redrawn words, the names and numbers of its
   * original, since reading costs more than all else.
   */
  read(article: Article): ArticleReading {
    const reading = this.#readings.get(article) ?? readArticle(article);
    this.#readings.set(article, reading);
    return reading;
  }
}

/** The id of the article that has a paraphrase's target. */
export function targetId(at: number): string {
  return `target-${at}`;
}

function dayOf(date: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.test(date) ? date.slice(0, 10) : null;
}

function redrawn({ article, passages }: ArticleReading, round: number): ArticleReading {
  const random = randomSource(round * 1_000_003 + article.body.length);
  const words = article.body.split(/\s+/);
  const parts = { title: "", body: "" };
  const moved = passages.map((passage): ReadPassage => {
    const text = passage.text.replace(/\S+/g, (word) =>
      random() < 0.5 ? words[Math.floor(random() * words.length)]! : word,
    );
    const start = parts[passage.in].length;
    parts[passage.in] += `${text}\n\n`;
    const end = start + text.length;
    const by = start - passage.start;
    const names = passage.names.map((name) => ({
      ...{ ...name, start: name.start + by, end: name.end + by },
    }));
    return { ...passage, text, start, end, names, attributions: [] };
  });
  return {
    article: { ...article, ...parts, id: `${article.id}-${round}` as Article["id"] },
    ...{ passages: moved, quotes: [], attributions: [], claims: [] },
  };
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
