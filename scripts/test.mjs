/**
 * npm test: everything that CI asks, on a machine with nothing but Node and npm.
 *
 * Every step runs, also after a failed one. The last line is "N passed, N failed" (", N skipped"):
 * each check counts as one, each test as one.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowsers, ensureDependencies, findBrowser, root } from "./setup.mjs";

const counts = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function heading(name) {
  console.log(`\n── ${name}`);
}

function record(name, isPassed) {
  if (isPassed) counts.passed += 1;
  else {
    counts.failed += 1;
    failures.push(name);
  }
}

function run(command, args, environment = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

/** Runs a locally installed tool by its script, so that no npx is in between. */
function runTool(packageName, tool, args, environment) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const script = typeof bin === "string" ? bin : bin[tool];
  return run(process.execPath, [join(folder, script), ...args], environment);
}

const checks = [
  ["build", () => run(process.execPath, ["build.mjs", "--all"])],
  ["format", () => runTool("@biomejs/biome", "biome", ["check", "--linter-enabled=false", "."])],
  ["lint", () => runTool("@biomejs/biome", "biome", ["lint", "--error-on-warnings", "."])],
  ["types", () => runTool("typescript", "tsc", ["-p", "tsconfig.json"])],
  ["types of the engine", () => runTool("typescript", "tsc", ["-p", "src/engine/tsconfig.json"])],
  [
    "import rules",
    () =>
      runTool("dependency-cruiser", "depcruise", [
        "--config",
        ".dependency-cruiser.mjs",
        "--output-type",
        "err",
        "src",
      ]),
  ],
  ["Firefox package", () => run(process.execPath, ["scripts/lintPackage.mjs"])],
  ["dead code", () => runTool("knip", "knip", [])],
];

/** Runs one vitest project and adds its tests to the counts. */
function runTests(name, project, environment) {
  heading(name);
  const output = join(root, "node_modules/.cache/test", `${name.replaceAll(" ", "-")}.json`);
  mkdirSync(join(output, ".."), { recursive: true });
  rmSync(output, { force: true });
  const isGreen = runTool(
    "vitest",
    "vitest",
    [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${output}`,
    ],
    environment,
  );
  const failedBefore = counts.failed;
  addResults(name, output);
  // An error outside any test makes the runner fail without a failed test.
  if (!isGreen && counts.failed === failedBefore) record(`${name}: error outside a test`, false);
}

function addResults(name, output) {
  let results;
  try {
    results = JSON.parse(readFileSync(output, "utf8"));
  } catch {
    record(`${name}: the runner ended without a result`, false);
    return;
  }
  counts.passed += results.numPassedTests;
  counts.failed += results.numFailedTests;
  counts.skipped += results.numPendingTests + results.numTodoTests;
  if (results.numTotalTests === 0) record(`${name}: no test was found`, false);
  for (const file of results.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    for (const test of failed) failures.push(`${name}: ${test.fullName}`);
    // A file that could not even be loaded has no failed test of its own.
    if (file.status === "failed" && failed.length === 0) record(`${name}: ${file.name}`, false);
  }
}

function runBrowserTests(browser) {
  const name = `in ${browser === "chromium" ? "Chromium" : "Firefox"}`;
  if (findBrowser(browser) !== null) {
    runTests(name, "browser", { SECOND_SOURCE_BROWSER: browser });
    return;
  }
  const variable = browser === "chromium" ? "CHROMIUM_BIN" : "FIREFOX_BIN";
  const explanation = `${browser} was not found: install it, or set ${variable} to its program.`;
  if (process.env.CI === "true") {
    console.error(`FAILED: ${explanation}`);
    record(`${name}: ${explanation}`, false);
  } else {
    console.log(`Skipped: ${explanation}`);
    counts.skipped += 1;
  }
}

ensureDependencies();
ensureBrowsers();
for (const [name, check] of checks) {
  heading(name);
  record(name, check());
}
runTests("unit, property and flow tests", "unit");
for (const browser of ["chromium", "firefox"]) runBrowserTests(browser);

if (failures.length > 0) {
  console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join("\n")}`);
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
