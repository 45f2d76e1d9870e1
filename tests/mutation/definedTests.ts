import { describe } from "vitest";
import { endTraces, nextTrace, switchOn, type Trace } from "./switches.ts";

/** What the runner needs of the bundle of tests, which vitest loads after the runner. */
export interface DefinedTests {
  readonly switchOn: typeof switchOn;
  readonly nextTrace: typeof nextTrace;
  readonly endTraces: typeof endTraces;
  /** Of what is done while modules are loaded. */
  readonly loading: Trace;
  /** By the test file's name: defines its tests, each time anew. */
  readonly files: ReadonlyMap<string, () => Promise<void>>;
}

declare global {
  var definedTests: DefinedTests;
}

type Define = (require: (name: string) => unknown, exports: object) => Promise<void>;

/** Defines the tests of all files, each file as a suite; each is given with the modules that it imports. */
export function defineTests(
  bundled: Readonly<Record<string, readonly [Define, Readonly<Record<string, unknown>>]>>,
): void {
  const loading = nextTrace();
  const files = new Map(
    Object.entries(bundled).map(([file, [define, modules]]) => [
      file,
      () => define((name) => modules[name], {}),
    ]),
  );
  globalThis.definedTests = { switchOn, nextTrace, endTraces, loading, files };
  for (const [file, define] of files) describe(file, define);
}
