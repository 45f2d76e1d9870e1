import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
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

/** As vitest's own, which needs a test that vitest itself runs; and nothing is recorded with a change. */
expect.extend({
  toMatchFileSnapshot: (received: string, file: string) => ({
    pass: received === readFileSync(file, "utf8"),
    message: () => `not as recorded in ${file}`,
  }),
});

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
