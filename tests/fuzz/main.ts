import fc from "fast-check";
import { growthTable, measureReader } from "../growth/measureReaders.ts";
import { allPieces } from "../growth/pieces.ts";
import { readers } from "../growth/readers.ts";
import { hostileText } from "../support/hostileText.ts";
import { problemsOf } from "../support/readingChecks.ts";
import { readFileMutants } from "./fileMutants.ts";
import type { MutantFigures } from "./mutate.ts";
import { readPackMutants } from "./packMutants.ts";
import { readSegmentMutants } from "./segmentMutants.ts";

/**
 * Reads what is made to break the readers: `npm run fuzz [-- COUNT [SEED]]`.
 *
 * Generated texts, 10,000 unless told otherwise, and some lines of a megabyte: no step may throw, and
 * every span must lie in its text. Twice as many mutants of a segment and of a pack: each is read, or
 * refused by its own error. A quarter as many of feeds, pages and lists of news: no item is lost without
 * a word. All readers of foreign text with all hostile pieces: time may not grow
 * faster than the text. `npm test` runs a few hundred of each.
 */
const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
const growthBounds = { enoughMs: 40, longest: 262_144 };
const costlyGrowthBounds = { enoughMs: 40, longest: 32_768 };
let failures = 0;

/** Each is repeated to a megabyte without a line end. */
const longLines = [
  "a",
  " ",
  '"',
  "“",
  ". ",
  "said ",
  "Putin said, ",
  "“a,” he said. ",
  "\u202eשלום “",
  "\ud800",
  "5 to 7 million ",
];

const texts = fc.sample(fc.tuple(hostileText, hostileText), { numRuns: count, seed });
for (const [title, body] of texts) check(title, body);
console.log(`${count} texts, seed ${seed}`);
for (const piece of longLines) check("", piece.repeat(Math.ceil(1_000_000 / piece.length)));
console.log(`${longLines.length} lines of a megabyte`);
reportMutants("segment", readSegmentMutants(count * 2, seed));
reportMutants("pack", readPackMutants(count * 2, seed));
reportMutants("feed, page or list", readFileMutants(Math.ceil(count / 4), seed));
measureGrowth();
console.log(failures === 0 ? "nothing broke" : `${failures} broke`);
process.exitCode = failures === 0 ? 0 : 1;

function reportMutants(what: string, { read, refused, faults }: MutantFigures): void {
  console.log(`${read + refused + faults.length} mutants of a ${what}: ${refused} refused`);
  failures += faults.length;
  for (const fault of faults.slice(0, 20)) console.error(fault);
}

function measureGrowth(): void {
  const rows = Object.values(readers)
    .flat()
    .map((reader) =>
      measureReader(reader, allPieces, reader.isCostly ? costlyGrowthBounds : growthBounds),
    );
  console.log(growthTable(rows));
  for (const { reader, tooFast } of rows) {
    for (const what of tooFast) console.error(`${reader}: ${what}`);
    failures += tooFast.length;
  }
}

function check(title: string, body: string): void {
  try {
    const problems = problemsOf(title, body);
    if (problems.length > 0) report(title, body, problems.join("; "));
  } catch (error) {
    report(title, body, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function report(title: string, body: string, problem: string): void {
  failures++;
  console.error(problem, JSON.stringify([title.slice(0, 200), body.slice(0, 400)]));
}
