import { defineConfig } from "vitest/config";
import { jobVariable } from "./job.ts";

/** Runs the bundle of all tests: with a job, changed by the runner; else as its change has made it. */
export default defineConfig({
  test: {
    include: ["node_modules/.cache/mutation/all.test.mjs"],
    exclude: [],
    environment: "node",
    isolate: false,
    pool: "forks",
    poolOptions: { forks: { singleFork: true } },
    ...(process.env[jobVariable] === undefined ? {} : { runner: "tests/mutation/runner.ts" }),
    reporters: ["dot"],
    testTimeout: 60_000,
  },
});
