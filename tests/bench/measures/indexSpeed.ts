import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import { rowsOf } from "../index/goals.ts";
import { hardParaphrases } from "../index/hardParaphrases.ts";
import { type LibraryFigures, measureLibrary } from "../index/libraryFigures.ts";
import { bulkSets, newsLibrary, pageTexts } from "../index/newsLibrary.ts";
import { measurePeer } from "../index/peerFigures.ts";
import { flexSearch, miniSearch, sqliteFts } from "../index/peers.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";

const sizes = [10_000, 100_000];
const million = 1_000_000;
/** Sentences that the other engines are asked; some take a second each. */
const peerQueries = 15;

/** The index beside other engines over the same sentences: finding, matching, loading, growing. */
export const indexSpeed: BenchMeasure = {
  name: "index (libraries of news; --million adds the largest)",
  needs: [...bulkSets, "eval/mrpc/train.jsonl", "eval/sts-news"],
  async run(dataFolder, { isMillion }) {
    const paraphrases = hardParaphrases(dataFolder);
    const targets = paraphrases.map(({ target }) => target);
    const texts = pageTexts(dataFolder);
    const pages = longPages(texts);
    const added = readArticle(plainArticle("added", "An article added", texts[0]!, "2018-01-01"));
    const queries = pages[0]!.passages.slice(1, 1 + peerQueries).map(({ text }) => text);
    const rows: BenchRow[] = [];
    let hundredThousand: LibraryFigures | null = null;
    for (const size of isMillion ? [...sizes, million] : sizes) {
      const news = newsLibrary(dataFolder, size, targets);
      const own = measureLibrary(news, pages, added, paraphrases);
      // MiniSearch needs two gigabytes for a million sentences, and seconds for each.
      const builders = [flexSearch, sqliteFts, ...(size < million ? [miniSearch] : [])];
      const peers = builders.map((build) => measurePeer(() => build(news.sentences), queries));
      rows.push(...rowsOf(own, peers, hundredThousand));
      if (size === sizes[1]) hundredThousand = own;
    }
    return rows;
  },
};

const wordsOfPage = 10_000;

/** Articles one after the other, cut to pages of 10,000 words. */
function longPages(texts: readonly string[]) {
  const paragraphs = texts.flatMap((text) => text.split(/\n+/));
  const pages: string[][] = [[]];
  let words = 0;
  for (const paragraph of paragraphs) {
    if (words >= wordsOfPage) {
      pages.push([]);
      words = 0;
    }
    pages.at(-1)!.push(paragraph);
    words += paragraph.split(/\s+/).length;
  }
  return pages
    .slice(0, -1)
    .map((page, i) =>
      readArticle(plainArticle(`page${i}`, "A long page", page.join("\n\n"), "2018-01-01")),
    );
}
