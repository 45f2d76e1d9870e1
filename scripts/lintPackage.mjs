/**
 * Lints dist/firefox as the add-on store does. Two libraries write innerHTML: Preact for
 * dangerouslySetInnerHTML, which nothing here uses, and Readability twice, in a copy of the page
 * that belongs to no window. Anything beyond these warnings fails.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./setup.mjs";

const { stdout, stderr } = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/web-ext/bin/web-ext.js"),
    "lint",
    "--source-dir",
    "dist/firefox",
    "--output",
    "json",
  ],
  { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
);

let report;
try {
  report = JSON.parse(stdout);
} catch {
  console.error(`web-ext lint gave no report.\n${stderr}`);
  process.exit(1);
}

/** Warnings by bundle: those with Readability have two, all others at most Preact's one. */
const mostWarnings = { "savePage.js": 2, "offscreen.js": 2 };

const warned = new Map();
const unexpected = [...report.errors, ...report.warnings, ...report.notices].filter((message) => {
  if (message.code !== "UNSAFE_VAR_ASSIGNMENT") return true;
  const times = (warned.get(message.file) ?? 0) + 1;
  warned.set(message.file, times);
  return times > (mostWarnings[message.file] ?? 1);
});
for (const { _type, code, file, message } of unexpected) {
  console.error(`${_type} ${code} ${file ?? ""}: ${message}`);
}
console.log(`${unexpected.length} problems; ${warned.size} bundles contain a library's innerHTML.`);
process.exit(unexpected.length === 0 ? 0 : 1);
