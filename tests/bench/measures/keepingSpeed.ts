import "fake-indexeddb/auto";
import { createReaderLibrary } from "../../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../../src/corpora/searchedSegments.ts";
import { createUpkeep } from "../../../src/corpora/upkeep.ts";
import { createLibrary } from "../../../src/engine/library/library.ts";
import type { Article } from "../../../src/engine/model/index.ts";
import { createStorage } from "../../../src/platform/storage/transaction.ts";
import { quietRepairing } from "../../corpora/quietRepairing.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";

const passages = 100_000;
const sentencesOfArticle = 40;
const goalMs = 20;
const runs = 20;

/** How long it takes until an article that was added to a reader's large library can be matched. */
export const keepingSpeed: BenchMeasure = {
  name: "keeping",
  needs: [],
  async run() {
    const storage = createStorage();
    const library = createReaderLibrary(storage, Date.now);
    const searched = createSearchedSegments(storage);
    for (let count = 0; count * sentencesOfArticle < passages; count += articlesAtOnce) {
      await library.add(articlesFrom(count, articlesAtOnce), "import");
    }
    await createUpkeep(storage, library, quietRepairing, Date.now).run();
    const before = createLibrary((await searched.current()).own);
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const [article] = articlesFrom(1_000_000 + run, 1);
      const start = performance.now();
      await library.add([article!], "saved");
      createLibrary((await searched.current()).own);
      times.push(performance.now() - start);
    }
    return rows(before.passageCount, times);
  },
};

const articlesAtOnce = 100;

function rows(count: number, times: readonly number[]): readonly BenchRow[] {
  const sorted = [...times].sort((one, other) => one - other);
  const median = sorted[sorted.length >> 1] ?? 0;
  const longest = sorted.at(-1) ?? 0;
  return [
    {
      what: `an article added to ${count} passages, until it can be matched (without a disk)`,
      figure: `${median.toFixed(1)} ms, at most ${longest.toFixed(1)} ms`,
      goal: `${goalMs} ms`,
      isMet: median <= goalMs,
    },
  ];
}

const words =
  "minister council harbour budget northern region talks agreement border forces withdrawal president official report company market police court election party vote law water energy price increase hospital school road city week month country leader meeting statement plan project".split(
    " ",
  );

function articlesFrom(first: number, count: number): readonly Article[] {
  return Array.from({ length: count }, (_, at) => anArticle(first + at));
}

/** Sentences of common words and one of its own, in an order that its number decides. */
function anArticle(number: number): Article {
  let state = number * 2_654_435_761 + 1;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return words[(state >>> 8) % words.length];
  };
  const sentence = (at: number) =>
    `The ${next()} of the ${next()} said on Monday that the ${next()} ${next()} near item${number}x${at} would not change the ${next()} ${next()} ${next()} before the ${next()}.`;
  const body = Array.from({ length: sentencesOfArticle }, (_, at) => sentence(at)).join("\n\n");
  return {
    ...plainArticle(`bench-${number}`, `Article ${number}`, body, "2019-03-06"),
    outlet: { name: "Bench", domain: "bench.example" },
    urls: [`https://bench.example/${number}`],
  };
}
