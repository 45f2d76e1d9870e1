import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { type FindingLine, jobVariable, reportOf } from "./job.ts";

/** "same": no test comes to a place where the change would give another value. */
export type Verdict = "noticed" | "unnoticed" | "same";

type Judge = (id: number, verdict: Verdict) => void;

/** A process that finds out nothing for this long hangs. */
const longestSilenceMs = 180_000;

/**
 * Tries the changes with the bundled tests: first many in one process, then those in doubt each in a
 * process of its own, in which the change is on before anything is loaded.
 */
export async function tryChanges(ids: readonly number[], folder: string, judge: Judge) {
  const doubtful: number[] = [];
  await onAllCores(async (core, cores) => {
    const mine = ids.filter((_, at) => at % cores === core);
    doubtful.push(...(await tryTogether(mine, path.join(folder, `job-${core}.json`), judge)));
  });
  console.log(`${doubtful.length} more are tried each in a process of its own`);
  const rest = doubtful.values();
  await onAllCores(async () => {
    for (const id of rest) judge(id, (await passesAlone(id)) ? "unnoticed" : "noticed");
  });
}

async function onAllCores(work: (core: number, cores: number) => Promise<void>): Promise<void> {
  const cores = availableParallelism();
  await Promise.all(Array.from({ length: cores }, (_, core) => work(core, cores)));
}

/** Judges the changes, with a new process whenever one ends early; returns those in doubt. */
async function tryTogether(
  ids: readonly number[],
  jobFile: string,
  judge: Judge,
): Promise<readonly number[]> {
  const doubtful: number[] = [];
  const done = new Set<number>();
  while (done.size < ids.length) {
    const left = ids.filter((id) => !done.has(id));
    const lines = await runJob(left, jobFile, ({ id, finding }) => {
      if (finding === "begun" || finding === "unclean") return;
      done.add(id);
      if (finding === "doubtful") doubtful.push(id);
      else judge(id, finding);
    });
    const last = lines.at(-1);
    if (last === undefined) throw new Error("the tests fail before anything is changed");
    if (last.finding !== "begun") continue;
    done.add(last.id);
    judge(last.id, "noticed");
  }
  return doubtful;
}

/** Runs the tests with one change after another; each line that the runner reports is taken as it comes. */
async function runJob(
  ids: readonly number[],
  jobFile: string,
  take: (line: FindingLine) => void,
): Promise<readonly FindingLine[]> {
  const report = reportOf(jobFile);
  rmSync(report, { force: true });
  writeFileSync(jobFile, JSON.stringify(ids));
  let lines: readonly FindingLine[] = [];
  const takeNew = () => {
    const all = existsSync(report) ? linesOf(report) : [];
    for (const line of all.slice(lines.length)) take(line);
    const isMore = all.length > lines.length;
    lines = all;
    return isMore;
  };
  await runTests([], { [jobVariable]: jobFile }, takeNew);
  takeNew();
  return lines;
}

/** A line that is half written is read the next time. */
function linesOf(report: string): readonly FindingLine[] {
  const lines = readFileSync(report, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as FindingLine);
}

function passesAlone(id: number): Promise<boolean> {
  return runTests(["--bail", "1"], { SECOND_SOURCE_CHANGE: String(id) }, () => false);
}

/** Returns whether all tests pass; a process that neither ends nor says something new is killed. */
function runTests(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  saysMore: () => boolean,
): Promise<boolean> {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config"];
  const child = spawn(
    process.execPath,
    [...vitest, "tests/mutation/vitest.config.ts", ...args],
    // A group of its own: vitest runs the tests in a further process.
    { env: { ...process.env, ...variables }, stdio: "ignore", detached: true },
  );
  const kill = () => process.kill(-child.pid!, "SIGKILL");
  process.once("exit", kill);
  let silentSince = Date.now();
  const watch = setInterval(() => {
    if (saysMore()) silentSince = Date.now();
    if (Date.now() - silentSince > longestSilenceMs) kill();
  }, 1000);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      clearInterval(watch);
      process.off("exit", kill);
      resolve(code === 0);
    });
  });
}
