/**
 * npm test: everything that CI asks, on a machine with nothing but Node and npm.
 *
 * Every step runs, also after a failed one. The last line is "N passed, N failed" (", N skipped"):
 * each check counts as one, each test as one.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ensureBrowsers, ensureDependencies, findBrowser, root } from "./setup.mjs";

const counts = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
/** What each test file took, in milliseconds. */
const durations = [];

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

/** Runs a command; resolves with whether it ended well, and what it printed. */
async function run(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const printed = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part) => printed.push(part));
  const status = await new Promise((resolve) => child.on("close", resolve));
  return { isPassed: status === 0, printed: Buffer.concat(printed).toString() };
}

/** Returns the path of a locally installed tool's script, so that it runs without npx. */
function scriptOf(packageName, tool) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[tool]);
}

function runTool(packageName, tool, args) {
  return run(process.execPath, [scriptOf(packageName, tool), ...args]);
}

const checks = [
  ["format", () => runTool("@biomejs/biome", "biome", ["check", "--linter-enabled=false", "."])],
  ["lint", () => runTool("@biomejs/biome", "biome", ["lint", "--error-on-warnings", "."])],
  ["types", () => runTool("typescript-native", "tsc", ["-p", "tsconfig.json"])],
  [
    "types of the engine",
    () => runTool("typescript-native", "tsc", ["-p", "src/engine/tsconfig.json"]),
  ],
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
  ["patterns and doc comments", () => runTool("eslint", "eslint", ["--max-warnings", "0", "src"])],
  ["spelling", () => runTool("cspell", "cspell", ["lint", "--no-progress", "--no-summary"])],
  ["Firefox package", () => run(process.execPath, ["scripts/lintPackage.mjs"])],
  ["dead code", () => runTool("knip", "knip", [])],
];

async function check([name, work]) {
  const { isPassed, printed } = await work();
  heading(name);
  if (printed !== "") console.log(printed.trimEnd());
  record(name, isPassed);
}

/** Runs vitest and adds its tests to the counts. Resolves with what is still to be printed. */
async function runTests(name, chosen, environment, isPrintedLater = false) {
  const output = join(root, "node_modules/.cache/test", `${name.replaceAll(" ", "-")}.json`);
  mkdirSync(join(output, ".."), { recursive: true });
  rmSync(output, { force: true });
  const script = scriptOf("vitest", "vitest");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${output}`];
  const vitest = spawn(process.execPath, [script, "run", ...chosen, ...reporters], {
    cwd: root,
    stdio: ["ignore", isPrintedLater ? "pipe" : "inherit", isPrintedLater ? "pipe" : "inherit"],
    env: { ...process.env, ...environment },
  });
  const printed = [];
  for (const stream of [vitest.stdout, vitest.stderr]) {
    stream?.on("data", (chunk) => printed.push(chunk));
  }
  const status = await new Promise((resolve) => vitest.on("close", resolve));
  const failedBefore = counts.failed;
  addResults(name, output);
  // An error outside any test makes the runner fail without a failed test.
  if (status !== 0 && counts.failed === failedBefore)
    record(`${name}: error outside a test`, false);
  return Buffer.concat(printed).toString();
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
    durations.push({
      of: `${name}: ${relative(root, file.name)}`,
      ms: file.endTime - file.startTime,
    });
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    for (const test of failed) failures.push(`${name}: ${test.fullName}${reasonOf(test)}`);
    // A file that could not even be loaded has no failed test of its own.
    if (file.status === "failed" && failed.length === 0) record(`${name}: ${file.name}`, false);
  }
}

/** Returns the first lines of a test's failure message, for the end of a long output. */
function reasonOf({ failureMessages }) {
  const lines = failureMessages.flatMap((message) => message.split("\n")).slice(0, 6);
  return lines.map((line) => `\n      ${line}`).join("");
}

/** Runs the browser tests in one browser, unless it is missing. */
async function runBrowserTests(browser, isPrintedLater) {
  if (!isFound(browser)) return "";
  if (!isPrintedLater) heading(nameOf(browser));
  const environment = { SECOND_SOURCE_BROWSER: browser };
  const printed = await runTests(
    nameOf(browser),
    ["--project=browser"],
    environment,
    isPrintedLater,
  );
  return isPrintedLater ? `\n── ${nameOf(browser)}\n${printed}` : "";
}

/**
 * Runs what takes about as long as everything else together and waits half of the time: each gets a
 * core. Resolves with the output to print.
 */
async function runBeside() {
  const inFirefox = await runBrowserTests("firefox", true);
  const archive = "an archive on three nodes";
  const printed = await runTests(archive, ["--project=archive"], {}, true);
  return `${inFirefox}\n── ${archive}\n${printed}`;
}

const nameOf = (browser) => `in ${browser === "chromium" ? "Chromium" : "Firefox"}`;

/** False, and counted, where a browser is missing. */
function isFound(browser) {
  if (findBrowser(browser) !== null) return true;
  const variable = browser === "chromium" ? "CHROMIUM_BIN" : "FIREFOX_BIN";
  const explanation = `${browser} was not found: install it, or set ${variable} to its program.`;
  if (process.env.CI === "true") {
    console.error(`FAILED: ${explanation}`);
    record(`${nameOf(browser)}: ${explanation}`, false);
  } else {
    console.log(`Skipped: ${explanation}`);
    counts.skipped += 1;
  }
  return false;
}

ensureDependencies();
ensureBrowsers();
// The steps below examine the build.
await check(["build", () => run(process.execPath, ["build.mjs", "--all"])]);
const beside = runBeside();
for (const one of checks) await check(one);
const unitTests = "unit, property and flow tests";
heading(unitTests);
await runTests(
  unitTests,
  ["--project=unit", "--project=alone", "--project=views", "--maxWorkers=1"],
  {},
);
await runBrowserTests("chromium", false);
console.log(await beside);

const slowest = durations.sort((a, b) => b.ms - a.ms).slice(0, 10);
console.log("\nThe ten slowest test files, in seconds:");
for (const { of, ms } of slowest) console.log(`${(ms / 1000).toFixed(1).padStart(7)}  ${of}`);
if (failures.length > 0) {
  console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join("\n")}`);
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
