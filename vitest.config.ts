import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // As many as there are cores where everything is tested; one would be left idle.
    maxWorkers: 2,
    minWorkers: 1,
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/browser/**"],
          environment: "node",
          // A test that hangs ends; how fast one is depends on what else the machine does.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          environment: "node",
          // One browser at a time: two cores, and Firefox's first start is slow.
          poolOptions: { forks: { singleFork: true } },
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
