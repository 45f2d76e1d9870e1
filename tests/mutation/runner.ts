/**
 * Vitest's runner, which runs all tests twice unchanged while it notes which changes would have given another
 * value where, and then again with one change after another. A change is tried only with the test files in
 * which it would have made a difference, the quickest first, until a test fails. The tests of a file are
 * defined anew for each change, so that what they share is changed too.
 */
import { appendFileSync, readFileSync } from "node:fs";
import { describe, type RunnerTask, type RunnerTestCase, type RunnerTestFile } from "vitest";
import { VitestTestRunner } from "vitest/runners";
import { getCurrentSuite, getFn } from "vitest/suite";
import { type Finding, jobVariable, reportOf } from "./job.ts";
import type { Trace } from "./switches.ts";

/** A stretch of the unchanged run: the definition of a file's tests, or a test. */
interface Stretch {
  readonly trace: Trace;
  readonly ms: number;
}

interface RecordedFile {
  readonly name: string;
  readonly definition: Stretch;
  /** In the order in which they are defined. */
  readonly tests: readonly Stretch[];
}

const unchanged = -1;

/** A change may make a stretch this much longer before its loops count as endless. */
const mostSteps = ({ trace }: Stretch) => 1_000_000 + 20 * trace.steps;

export default class extends VitestTestRunner {
  /** Vitest does not run the tests by itself. */
  async runTask(): Promise<void> {}

  override async onAfterRunFiles([file]: readonly RunnerTestFile[] = []): Promise<void> {
    const jobFile = process.env[jobVariable]!;
    const report = (id: number, finding: Finding) =>
      appendFileSync(reportOf(jobFile), `${JSON.stringify({ id, finding })}\n`);
    await tryAll(JSON.parse(readFileSync(jobFile, "utf8")) as number[], file!, report);
    super.onAfterRunFiles();
  }
}

/** Ends early if a change has left something behind in the process; the rest is for another one. */
async function tryAll(
  ids: readonly number[],
  task: RunnerTestFile,
  report: (id: number, finding: Finding) => void,
): Promise<void> {
  const first = await recordedFiles(task);
  const files = await recordedFiles(task);
  globalThis.definedTests.endTraces();
  const { differing } = globalThis.definedTests.loading;
  const isIn = (all: readonly RecordedFile[], id: number) =>
    all.some((file) => stretchesWith(file, id).length > 0);
  // What is computed once and kept, such as a decoded table, is computed only while the first are recorded.
  const isKept = (id: number) => differing.has(id) || (isIn(first, id) && !isIn(files, id));
  const isSame = (id: number) => !isKept(id) && !isIn(files, id);
  for (const id of ids.filter(isSame)) report(id, "same");
  let isFirst = true;
  for (const id of ids.filter((id) => !isSame(id))) {
    // Vitest's messages between its processes are answered between two changes.
    await new Promise(setImmediate);
    report(id, "begun");
    const { finding, isClean } = isKept(id)
      ? ({ finding: "doubtful", isClean: true } as const)
      : await tryOne(id, files, task);
    report(id, isClean || isFirst ? finding : "unclean");
    if (!isClean) return;
    isFirst = false;
  }
}

async function tryOne(
  id: number,
  files: readonly RecordedFile[],
  task: RunnerTestFile,
): Promise<{ readonly finding: Finding; readonly isClean: boolean }> {
  const able = files
    .map((file) => ({ file, stretches: stretchesWith(file, id) }))
    .filter(({ stretches }) => stretches.length > 0)
    .map((its) => ({ ...its, ms: its.file.definition.ms + timeOf(its.stretches) }))
    .sort((a, b) => a.ms - b.ms);
  for (const { file, stretches } of able) {
    const failing = await firstFailing(file, stretches, id, task);
    if (failing === null) continue;
    const again = await firstFailing(file, [failing], unchanged, task);
    return { finding: "noticed", isClean: again === null };
  }
  return { finding: "unnoticed", isClean: true };
}

/** The parts of a file in which a change would have given another value. */
function stretchesWith({ definition, tests }: RecordedFile, id: number): readonly Stretch[] {
  const isDifferent = ({ trace }: Stretch) => trace.differing.has(id);
  return isDifferent(definition) ? [definition, ...tests] : tests.filter(isDifferent);
}

function timeOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { ms }) => sum + ms, 0);
}

/** Returns the first of some stretches of a file that fails with a change; null if none does. */
async function firstFailing(
  { name, definition, tests }: RecordedFile,
  stretches: readonly Stretch[],
  id: number,
  task: RunnerTestFile,
): Promise<Stretch | null> {
  const { switchOn } = globalThis.definedTests;
  let running = definition;
  try {
    switchOn(id, mostSteps(definition));
    for (const [i, test] of (await testsOf(name, task)).entries()) {
      if (!stretches.includes(tests[i]!)) continue;
      running = tests[i]!;
      switchOn(id, mostSteps(running));
      await getFn(test)();
    }
    return null;
  } catch {
    return running;
  } finally {
    switchOn(unchanged);
  }
}

async function recordedFiles(task: RunnerTestFile): Promise<readonly RecordedFile[]> {
  const files: RecordedFile[] = [];
  for (const name of globalThis.definedTests.files.keys()) files.push(await recorded(name, task));
  return files;
}

/** Runs the tests of a file unchanged. */
async function recorded(name: string, task: RunnerTestFile): Promise<RecordedFile> {
  const { result, ...definition } = await traced(() => testsOf(name, task));
  const tests: Stretch[] = [];
  for (const test of result) tests.push(await traced(async () => getFn(test)()));
  return { name, definition, tests };
}

async function traced<T>(run: () => Promise<T>): Promise<Stretch & { readonly result: T }> {
  globalThis.definedTests.nextTrace();
  const start = performance.now();
  const result = await run();
  return { result, ms: performance.now() - start, trace: globalThis.definedTests.nextTrace() };
}

/** Defines the tests of a file. Those of the match have no hooks, so that a test is its function. */
async function testsOf(name: string, task: RunnerTestFile): Promise<readonly RunnerTestCase[]> {
  const suite = await describe(name, globalThis.definedTests.files.get(name)!).collect(task);
  // It keeps what is described.
  getCurrentSuite().clear();
  const testsIn = (its: RunnerTask): readonly RunnerTestCase[] =>
    its.type === "suite" ? its.tasks.flatMap(testsIn) : [its];
  return testsIn(suite);
}
