import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Change, changed, constantChanges } from "./change.ts";
import { slotRuleChanges } from "./slotRules.ts";

/**
 * Changes every threshold and slot rule of the relation logic, one at a time, in a copy of the
 * project, and prints which of the changes no test of tests/engine/match notices; exit code 1 if
 * there is one. About ten seconds a change.
 *
 * `npm run mutate [-- WORD…]`: only the changes whose file or name has one of the words in it.
 */
const folder = "src/engine/match";
const files = [
  "relation",
  "factSlots",
  "polarity",
  "opposites",
  "comparison",
  "formulae",
  "speakers",
  "quotedWords",
];
const wanted = process.argv.slice(2);
const copy = copyProject();
try {
  const all = changes();
  // What is to be changed is looked for before any test runs.
  for (const change of all) changed(sourceOf(change), change);
  if (!passes()) throw new Error("the tests fail before anything is changed");
  const survivors = all.filter((change) => !isNoticed(change));
  console.log(`${all.length} changes, ${survivors.length} that no test notices`);
  process.exitCode = survivors.length > 0 ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true });
}

function changes(): readonly Change[] {
  const constants = files.flatMap((name) =>
    constantChanges(`${name}.ts`, sourceOf({ file: `${name}.ts` })),
  );
  return [...constants, ...slotRuleChanges].filter(
    ({ file, what }) =>
      wanted.length === 0 || wanted.some((word) => `${file} ${what}`.includes(word)),
  );
}

function sourceOf({ file }: Pick<Change, "file">): string {
  return readFileSync(path.join(folder, file), "utf8");
}

function isNoticed(change: Change): boolean {
  const source = sourceOf(change);
  const target = path.join(copy, folder, change.file);
  writeFileSync(target, changed(source, change));
  const noticed = !passes();
  writeFileSync(target, source);
  console.log(
    `${change.file.padEnd(16)} ${change.what.padEnd(40)} ${noticed ? "broken" : "NO TEST"}`,
  );
  return noticed;
}

function passes(): boolean {
  const vitest = "node_modules/vitest/vitest.mjs";
  const tests = ["run", "--project", "unit", "tests/engine/match", "--bail", "1"];
  return spawnSync(process.execPath, [vitest, ...tests], { cwd: copy }).status === 0;
}

/** What the tests read, in a temporary folder; packages are linked. */
function copyProject(): string {
  const target = mkdtempSync(path.join(tmpdir(), "second-source-mutation-"));
  for (const name of [
    "src",
    "assets",
    "tests",
    "package.json",
    "tsconfig.json",
    "vitest.config.ts",
  ])
    cpSync(name, path.join(target, name), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(target, "node_modules"), "junction");
  return target;
}
