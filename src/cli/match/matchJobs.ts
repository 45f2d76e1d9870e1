import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { openLibrary } from "../corpus/openLibrary.ts";
import type { Output } from "../print/output.ts";
import { createProgress } from "../print/progress.ts";
import type { ProgramParts } from "../programParts.ts";
import type { MatchCommandOptions } from "./matchOptions.ts";
import { createMatchPrinter } from "./matchPrinter.ts";

/** Pages are distributed in parcels, several per process, so that fast ones take more of them. */
const parcelsAJob = 4;

/**
 * Matches pages in several processes of this program, which share the cached index of the corpus.
 * Prints their results in the order of the pages. Resolves with how many failed.
 */
export async function matchInJobs(
  files: readonly string[],
  options: MatchCommandOptions,
  parts: ProgramParts,
  output: Output,
): Promise<number> {
  const { jobs = 1 } = options;
  // Read once, before all of them would.
  const progress = createProgress("reading the corpus", process.stderr);
  const { problems } = openLibrary({ ...options, wordsOnly: true }, parts, progress);
  const size = Math.ceil(files.length / (jobs * parcelsAJob));
  const parcels: (readonly string[])[] = [];
  for (let at = 0; at < files.length; at += size) parcels.push(files.slice(at, at + size));
  const printed: Promise<Printed>[] = [];
  const waiting = parcels.entries();
  const results = new Map<number, (value: Printed) => void>();
  for (const at of parcels.keys()) {
    printed.push(new Promise((resolve) => results.set(at, resolve)));
  }
  const work = async () => {
    for (const [at, parcel] of waiting) results.get(at)!(await runJob(parcel, options, parts));
  };
  const working = Promise.all(Array.from({ length: jobs }, work));
  const printer = createMatchPrinter(options.format, true, output);
  let failures = problems.length;
  for (const one of printed) {
    const { out, errors, isFailed } = await one;
    for (const line of out.split("\n").filter((its) => its !== "")) {
      const { file, ...report } = JSON.parse(line);
      printer.put({ file, report, article: { title: "", body: "", urls: [] } });
    }
    for (const line of errors) if (!problems.includes(line)) output.problem(line);
    if (isFailed) failures++;
  }
  await working;
  printer.end();
  return failures;
}

interface Printed {
  readonly out: string;
  readonly errors: readonly string[];
  readonly isFailed: boolean;
}

async function runJob(
  files: readonly string[],
  options: MatchCommandOptions,
  { programFile }: ProgramParts,
): Promise<Printed> {
  const child = spawn(process.execPath, [programFile!, ...argumentsOf(options), "--", ...files], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, errors, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve) => child.on("close", resolve)),
  ]);
  return { out, errors: errors.split("\n").filter((line) => line !== ""), isFailed: code !== 0 };
}

function argumentsOf(options: MatchCommandOptions): readonly string[] {
  const { corpus, minScore, wordsOnly, cache } = options;
  return [
    ...["match", "--format", "jsonl"],
    ...corpus.flatMap((place) => ["--corpus", place]),
    ...(minScore === undefined ? [] : ["--min-score", String(minScore)]),
    ...(wordsOnly ? ["--words-only"] : []),
    ...(cache === false ? ["--no-cache"] : []),
  ];
}

async function textOf(stream: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
