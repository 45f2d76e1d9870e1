import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { growthTable, measureReader } from "../growth/measureReaders.ts";
import { allPieces } from "../growth/pieces.ts";
import { readers } from "../growth/readers.ts";
import { fuzzedReaders, problemIn } from "./fuzzedReaders.ts";
import { type FuzzState, fuzzTable, runLong } from "./longRun.ts";

/**
 * Reads what is made to break the readers:
 *
 *   npm run fuzz [-- --cases N] [--seed S] [--only NAME,NAME] [--resume]
 *
 * Generated texts, and mutants of a segment, a pack and each kind of file, N of each (2,000 unless told
 * otherwise): each is read, or refused by its own error, and no item is lost without a word. Then some
 * lines of a megabyte, and all readers of foreign text with all hostile pieces: time may not grow faster
 * than the text. How far it is, is kept after every thousand cases; `--resume` goes on from there, so that
 * a million cases a reader need not be one sitting. `npm test` runs a few hundred of each.
 */
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    resume: { type: "boolean", default: false },
  },
});
const stateFile = "node_modules/.cache/fuzz/state.json";
const code = createHash("sha256")
  .update(readFileSync(new URL(import.meta.url)))
  .digest("hex");
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

const only = values.only?.split(",");
const wanted = fuzzedReaders.filter(({ name }) => only === undefined || only.includes(name));
const state = runLong(wanted, startState(), Number(values.cases), keep);
console.log(`\n${fuzzTable(state)}\nseed ${state.seed}`);
for (const { faults, faultCount } of Object.values(state.readers)) {
  failures += faultCount;
  for (const fault of faults) console.error(fault);
}
if (only === undefined) {
  readLongLines();
  measureGrowth();
}
console.log(failures === 0 ? "nothing broke" : `${failures} broke`);
process.exitCode = failures === 0 ? 0 : 1;

function startState(): FuzzState {
  const fresh = { seed: Number(values.seed), code, readers: {} };
  if (!values.resume) return fresh;
  if (!existsSync(stateFile)) {
    console.log("Nothing to resume: starting anew.");
    return fresh;
  }
  const kept = JSON.parse(readFileSync(stateFile, "utf8")) as FuzzState;
  if (kept.code === code) return kept;
  console.log("The code has changed since: starting anew.");
  return fresh;
}

/** A run that is ended while it writes leaves the state before. */
function keep(its: FuzzState): void {
  mkdirSync(dirname(stateFile), { recursive: true });
  writeFileSync(`${stateFile}.new`, JSON.stringify(its));
  renameSync(`${stateFile}.new`, stateFile);
  const counts = Object.entries(its.readers).map(([name, { cases }]) => `${name} ${cases}`);
  if (process.stdout.isTTY) process.stdout.write(`\r${counts.join(" · ")}`);
}

function readLongLines(): void {
  for (const piece of longLines) {
    const problem = problemIn("", piece.repeat(Math.ceil(1_000_000 / piece.length)));
    if (problem === null) continue;
    failures++;
    console.error(problem);
  }
  console.log(`${longLines.length} lines of a megabyte`);
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
