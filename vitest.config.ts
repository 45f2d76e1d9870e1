import { defineConfig } from "vitest/config";

/** What a browser or a node is waited for: on two busy cores it takes its time, and a state is what counts. */
const expectPatiently = { poll: { interval: 50, timeout: 50_000 } };

/**
 * Browser tests of what is the same code in both browsers: the content of views, readers of files, the library.
 * `npm test` runs each of these files in the browser named here, `npm test -- --both` in both. Those that use
 * axe or measure memory look closer in Chromium; most others are Firefox's, so that both take about as long.
 */
const inOneBrowser: Readonly<Record<string, "chromium" | "firefox">> = {
  damagedSegment: "firefox",
  feeds: "chromium",
  firstHour: "chromium",
  hostileTexts: "firefox",
  importBombs: "chromium",
  importing: "chromium",
  keeping: "firefox",
  keepsItsOwn: "firefox",
  packs: "chromium",
  readersNeeds: "firefox",
  readingMemory: "firefox",
  rightToLeft: "chromium",
  states: "chromium",
  story: "firefox",
  wordAndPdf: "firefox",
};

/** The browser tests that this run leaves to the other browser. */
function leftToTheOther(): string[] {
  const { SECOND_SOURCE_BROWSER, SECOND_SOURCE_BROWSER_SHARE } = process.env;
  if (SECOND_SOURCE_BROWSER_SHARE !== "true") return [];
  return Object.entries(inOneBrowser)
    .filter(([, browser]) => browser !== SECOND_SOURCE_BROWSER)
    .map(([name]) => `tests/browser/${name}.test.ts`);
}

/** What changes its process for good, so that no other file may share it. */
const alone = ["tests/encoder/brokenRuntime.test.ts"];

export default defineConfig({
  test: {
    // As many as there are cores: by itself vitest leaves one idle.
    maxWorkers: "100%",
    minWorkers: 1,
    // Only here does it keep a process for the next file: what a project says of itself keeps its modules.
    poolOptions: { forks: { isolate: false } },
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [
            "tests/browser/**",
            "tests/growth/**",
            "tests/nodes/**",
            "tests/ui/**",
            ...alone,
          ],
          environment: "node",
          // Most of the time of a small file would be the reading of the engine's tables.
          isolate: false,
          // A test that hangs ends; how fast one is depends on what else the machine does.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          // These measure the time of the processor, which stands still while others have it.
          name: "growth",
          include: ["tests/growth/*.test.ts"],
          environment: "node",
          testTimeout: 240_000,
        },
      },
      {
        test: {
          name: "alone",
          include: alone,
          environment: "node",
          // A single fork is a process of its own.
          poolOptions: { forks: { singleFork: true } },
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "views",
          include: ["tests/ui/**/*.test.{ts,tsx}"],
          environment: "node",
          // One document, and one reading of the views' modules, for all files.
          isolate: false,
          poolOptions: { forks: { singleFork: true } },
          setupFiles: ["tests/ui/support/sharedDocument.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "archive",
          include: ["tests/nodes/*.test.ts"],
          environment: "node",
          // One cluster at a time: each is three real nodes.
          poolOptions: { forks: { singleFork: true } },
          expect: expectPatiently,
          // The nodes are fetched from Maven Central the first time.
          testTimeout: 240_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          // Five minutes of nodes that are stopped and killed: a command of its own.
          name: "archive-faults",
          include: ["tests/nodes/failing/*.test.ts"],
          environment: "node",
          testTimeout: 240_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          exclude: leftToTheOther(),
          environment: "node",
          // One process, in which a file takes over the browser that the one before has left.
          isolate: false,
          poolOptions: { forks: { singleFork: true } },
          expect: expectPatiently,
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
