/**
 * npm test: everything that CI asks, on a machine with nothing but Node and npm.
 *
 * Every step runs, also after a failed one. The last line is "N passed, N failed" (", N skipped"):
 * each check counts as one, each test as one.
 *
 * Browser tests of code that is the same in both browsers run in one of them (vitest.config.ts says in
 * which); `npm test -- --both` runs all of them in both.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ensureBrowsers, ensureDependencies, findBrowser, root } from "./setup.mjs";

const isInBoth = process.argv.includes("--both");
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
async function run(command, args, environment = {}) {
  const env = { ...process.env, ...environment };
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
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

async function runChecks() {
  for (const one of checks) await check(one);
}

/** Runs vitest, prints what it printed, and adds its tests to the counts. */
async function runTests(name, chosen, environment) {
  const output = join(root, "node_modules/.cache/test", `${name.replaceAll(" ", "-")}.json`);
  mkdirSync(join(output, ".."), { recursive: true });
  rmSync(output, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${output}`];
  const args = [scriptOf("vitest", "vitest"), "run", ...chosen, ...reporters];
  const { isPassed, printed } = await run(process.execPath, args, environment);
  const failedBefore = counts.failed;
  addResults(name, output);
  // An error outside any test makes the runner fail without a failed test.
  if (!isPassed && counts.failed === failedBefore) record(`${name}: error outside a test`, false);
  heading(name);
  console.log(printed);
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
async function runBrowserTests(browser) {
  if (!isFound(browser)) return;
  await runTests(nameOf(browser), ["--project=browser"], {
    SECOND_SOURCE_BROWSER: browser,
    SECOND_SOURCE_BROWSER_SHARE: String(!isInBoth),
  });
}

function runUnitTests() {
  const projects = ["--project=unit", "--project=alone", "--project=views", "--maxWorkers=1"];
  return runTests("unit, property and flow tests", projects);
}

function runGrowthTests() {
  return runTests("growth of time with the text", ["--project=growth", "--maxWorkers=1"]);
}

/** They read an archive in both browsers. */
function runArchiveTests() {
  return runTests("an archive on three nodes", ["--project=archive"]);
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

/** From which second to which each step ran: what runs alone at the end is what to begin earlier. */
const stretches = [];

/** Takes one step after the other until none is left. */
async function takeSteps() {
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    const from = performance.now();
    await step.take();
    stretches.push({ name: step.name, from, to: performance.now() });
  }
}

ensureDependencies();
const browsersThere = ensureBrowsers();
// The steps below examine the build.
await check(["build", () => run(process.execPath, ["build.mjs", "--all"])]);
console.log("\nChecks and tests run three at a time; each is printed when it has ended.");
/** What needs no browser comes first: they may have to be fetched. After these, the longest. */
const steps = [
  { name: "unit tests", take: runUnitTests },
  { name: "growth", take: runGrowthTests },
  { name: "checks", take: runChecks },
  { name: "Chromium", take: () => browsersThere.then(() => runBrowserTests("chromium")) },
  { name: "Firefox", take: () => browsersThere.then(() => runBrowserTests("firefox")) },
  { name: "archive", take: () => browsersThere.then(runArchiveTests) },
];
// Each waits at times: three at a time keep two cores busy to the end.
await Promise.all([takeSteps(), takeSteps(), takeSteps()]);

const second = (ms) => Math.round(ms / 1000);
const ranFrom = ({ name, from, to }) => `${name} ${second(from)}–${second(to)}`;
console.log(`\nIn seconds: ${stretches.map(ranFrom).join(", ")}`);
const slowest = durations.sort((a, b) => b.ms - a.ms).slice(0, 10);
console.log("\nThe ten slowest test files, in seconds:");
for (const { of, ms } of slowest) console.log(`${(ms / 1000).toFixed(1).padStart(7)}  ${of}`);
if (failures.length > 0) {
  console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join("\n")}`);
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
