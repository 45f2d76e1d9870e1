import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleTests } from "./bundleTests.ts";
import { type Change, changesOf } from "./change.ts";
import { programOf } from "./switchedCode.ts";
import { tryChanges, type Verdict } from "./tryChanges.ts";

/**
 * Makes every change to a threshold, comparison or condition of src/engine/match, one at a time, and prints
 * which of them no test of tests/engine/match notices; exit code 1 if there is one.
 *
 *   npm run mutate [-- WORD…] [--every N] [--list] [--resume]
 *
 * WORD: only changes whose file or words have one of them (`relation/`, `polarity`, "→"). `--every N`: a
 * sample, each Nth. `--list` only counts them. What was found is kept; `--resume` tries only what was not
 * tried yet with the code and tests as they are.
 */
const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: "string", default: "1" },
    list: { type: "boolean", default: false },
    resume: { type: "boolean", default: false },
  },
});
const cache = "node_modules/.cache/mutation";
const bundleFile = path.join(cache, "all.test.mjs");
const stateFile = path.join(cache, "state.json");

const program = programOf(filesOf("src/engine/match", ".ts"));
const changes = changesOf(program.getRootFileNames().map((name) => program.getSourceFile(name)!));
const wanted = [...changes.all.keys()].filter(isWanted).filter(isSampled);
// An interrupted run ends the processes that it has started.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
if (values.list) printCounts(wanted);
else await tryAll(wanted);

/** With forward slashes, as imports have them. */
function filesOf(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.posix.join(folder, file.replaceAll("\\", "/")))
    .sort();
}

function changeOf(id: number): Change {
  return changes.all[id]!;
}

function isWanted(id: number): boolean {
  const { file, what } = changeOf(id);
  return words.length === 0 || words.some((word) => `${file} ${what}`.includes(word));
}

function isSampled(_: number, at: number): boolean {
  return at % Number(values.every) === 0;
}

function printCounts(ids: readonly number[]): void {
  const files = ids.map((id) => changeOf(id).file);
  for (const file of new Set(files)) {
    const count = files.filter((other) => other === file).length;
    console.log(`${String(count).padStart(6)}  ${file}`);
  }
  console.log(`${ids.length} changes`);
}

async function tryAll(ids: readonly number[]): Promise<void> {
  await bundleTests(filesOf("tests/engine/match", ".test.ts"), program, changes, bundleFile);
  const code = createHash("sha256").update(readFileSync(bundleFile)).digest("hex");
  const known = values.resume ? readKnown(code) : new Map<number, Verdict>();
  await tryChanges(
    ids.filter((id) => !known.has(id)),
    cache,
    (id, verdict) => {
      known.set(id, verdict);
      writeFileSync(stateFile, JSON.stringify({ code, verdicts: [...known] }));
    },
  );
  const survivors = ids.filter((id) => known.get(id) !== "noticed");
  console.log(`${ids.length} changes, ${survivors.length} that no test notices`);
  for (const id of survivors) {
    const isSame = known.get(id) === "same";
    console.log(
      `${changeOf(id).file}:${changeOf(id).what}${isSame ? "   (no test where it differs)" : ""}`,
    );
  }
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

/** What was found with the same code and tests. */
function readKnown(code: string): Map<number, Verdict> {
  if (!existsSync(stateFile)) return new Map();
  const kept = JSON.parse(readFileSync(stateFile, "utf8")) as {
    readonly code: string;
    readonly verdicts: readonly [number, Verdict][];
  };
  return new Map(kept.code === code ? kept.verdicts : []);
}
