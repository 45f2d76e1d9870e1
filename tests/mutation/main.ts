import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Change, changed, changesOf } from "./change.ts";
import { nearTests, testFolder } from "./nearTests.ts";

/**
 * Changes every threshold, comparison and condition of src/engine/match, one at a time, in a copy of the
 * project, and prints which of the changes no test of tests/engine/match notices; exit code 1 if there is
 * one. Three to twenty seconds a change.
 *
 *   npm run mutate [-- WORD…] [--every N] [--list] [--resume]
 *
 * WORD: only changes whose file or words have one of them (`relation/`, `polarity`, "→"). `--every N`: a
 * sample, each Nth. `--list` only counts them. What was found is kept; `--resume` tries only what was not
 * tried yet in the files and tests as they are.
 */
const folder = "src/engine/match";
const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: "string", default: "1" },
    list: { type: "boolean", default: false },
    resume: { type: "boolean", default: false },
  },
});
const stateFile = "node_modules/.cache/mutation/state.json";

const changes = allChanges().filter(isWanted).filter(isSampled);
if (values.list) printCounts(changes);
else tryAll(changes);

function allChanges(): readonly Change[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts") && file !== "index.ts")
    .sort()
    .flatMap((file) => changesOf(file, sourceOf(file)));
}

function isWanted({ file, what }: Change): boolean {
  return words.length === 0 || words.some((word) => `${file} ${what}`.includes(word));
}

function isSampled(_: Change, at: number): boolean {
  return at % Number(values.every) === 0;
}

function printCounts(its: readonly Change[]): void {
  for (const file of new Set(its.map((change) => change.file))) {
    const count = its.filter((change) => change.file === file).length;
    console.log(`${String(count).padStart(6)}  ${file}`);
  }
  console.log(`${its.length} changes`);
}

function sourceOf(file: string): string {
  return readFileSync(path.join(folder, file), "utf8");
}

function tryAll(its: readonly Change[]): void {
  const known = values.resume && existsSync(stateFile) ? readKnown() : new Map<string, boolean>();
  const copy = copyProject();
  try {
    if (!passes(copy, [testFolder])) throw new Error("the tests fail before anything is changed");
    const survivors = its.filter((change) => {
      const key = keyOf(change);
      const isNoticed = known.get(key) ?? tryOne(copy, change);
      known.set(key, isNoticed);
      keep(known);
      return !isNoticed;
    });
    console.log(`${its.length} changes, ${survivors.length} that no test notices`);
    for (const { file, what } of survivors) console.log(`${folder}/${file}:${what}`);
    process.exitCode = survivors.length > 0 ? 1 : 0;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function tryOne(copy: string, change: Change): boolean {
  const source = sourceOf(change.file);
  const target = path.join(copy, folder, change.file);
  writeFileSync(target, changed(source, change));
  const near = nearTests(change.file);
  const isNoticed = (near.length > 0 && !passes(copy, near)) || !passes(copy, [testFolder]);
  writeFileSync(target, source);
  console.log(`${isNoticed ? "broken " : "NO TEST"}  ${change.file}:${change.what}`);
  return isNoticed;
}

/** The same for the same change of the same text before the same tests. */
function keyOf({ file, start, to }: Change): string {
  return `${testsHash()} ${hashOf(sourceOf(file))} ${file} ${start} ${to}`;
}

let hashOfTests: string | null = null;

function testsHash(): string {
  hashOfTests ??= hashOf(
    readdirSync(testFolder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .sort()
      .map((file) => readFileSync(path.join(testFolder, file), "utf8"))
      .join(),
  );
  return hashOfTests;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function readKnown(): Map<string, boolean> {
  return new Map(JSON.parse(readFileSync(stateFile, "utf8")) as [string, boolean][]);
}

function keep(known: ReadonlyMap<string, boolean>): void {
  mkdirSync(path.dirname(stateFile), { recursive: true });
  writeFileSync(stateFile, JSON.stringify([...known]));
}

function passes(copy: string, tests: readonly string[]): boolean {
  const vitest = "node_modules/vitest/vitest.mjs";
  const run = ["run", "--project", "unit", ...tests, "--bail", "1"];
  return spawnSync(process.execPath, [vitest, ...run], { cwd: copy }).status === 0;
}

/** What the tests read, in a temporary folder; packages are linked. */
function copyProject(): string {
  const target = mkdtempSync(path.join(tmpdir(), "second-source-mutation-"));
  const names = ["src", "assets", "tests", "package.json", "tsconfig.json", "vitest.config.ts"];
  for (const name of names) cpSync(name, path.join(target, name), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(target, "node_modules"), "junction");
  return target;
}
