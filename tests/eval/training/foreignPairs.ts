import { type ParallelLanguage, readParallelRows } from "../parallelNews.ts";
import type { JudgedPair } from "../statementSets.ts";

/** The languages that are fitted to; the others are told by what these teach. */
const pairedLanguages: readonly (readonly [ParallelLanguage, ParallelLanguage])[] = [
  ["en", "de"],
  ["en", "ru"],
  ["de", "ru"],
];

/** Rows away: the next sentence tells of the same, and a far one hardly. */
const besides = [1, 2];
const far = 97;

/**
 * Statements in two languages, of the articles at odd places: the same one (1), a neighbour of it
 * or one of another article (0).
 */
export function foreignPairs(dataFolder: string): readonly JudgedPair[] {
  const rows = readParallelRows(dataFolder).filter(({ place }) => place % 2 === 1);
  return pairedLanguages.flatMap(([one, other]) =>
    rows.flatMap(({ doc, texts }, at) => {
      const beside = besides.map((by) => rows[at + by]).filter((row) => row?.doc === doc);
      const others = [...beside, rows[(at + far) % rows.length]];
      const pair = (b: string, judged: number) => ({ a: texts[one], b, judged });
      return [
        pair(texts[other], 1),
        ...others.flatMap((row) => (row ? [pair(row.texts[other], 0)] : [])),
      ];
    }),
  );
}
