import fc from "fast-check";
import { hostileText } from "../support/hostileText.ts";
import { problemsOf } from "../support/readingChecks.ts";

/**
 * Reads generated texts and reports what breaks: no step may throw, and every span must lie in its
 * text. `node scripts/runTypeScript.mjs tests/fuzz/main.ts [COUNT [SEED]]`: 10,000 texts by default,
 * then some lines of a megabyte. It is no part of `npm test`, which runs a few hundred of the same.
 */
const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
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
console.log(failures === 0 ? "nothing broke" : `${failures} broke`);
process.exitCode = failures === 0 ? 0 : 1;

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
