/**
 * Lints dist/firefox as the add-on store does, and measures the zip that it would be. Libraries give
 * warnings: Preact writes innerHTML for dangerouslySetInnerHTML, which nothing here uses; Readability
 * does twice, in a copy of the page that belongs to no window; the encoder's runtime imports parts of
 * itself that are never asked for, as it is given them. Anything beyond these warnings fails.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { zippedBytes } from "./packageSize.mjs";
import { root } from "./setup.mjs";

/** The encoder's model and runtime take nine tenths; what is larger takes too long to install. */
const mostZippedBytes = 60_000_000;

const folder = "dist/firefox";
const linter = spawn(
  process.execPath,
  [
    join(root, "node_modules/web-ext/bin/web-ext.js"),
    ...["lint", "--source-dir", folder, "--output", "json"],
  ],
  { cwd: root, stdio: ["ignore", "pipe", "pipe"] },
);
const [stdout, stderr, bytes] = await Promise.all([
  text(linter.stdout),
  text(linter.stderr),
  zippedBytes(join(root, folder)),
]);

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
console.log(`${unexpected.length} problems; ${warned.size} bundles contain a library's warning.`);
const zipped = `zipped ${(bytes / 1e6).toFixed(1)} MB of ${mostZippedBytes / 1e6} MB`;
if (bytes > mostZippedBytes) console.error(`error ${folder}: ${zipped}`);
else console.log(`${folder}: ${zipped}`);
process.exit(unexpected.length === 0 && bytes <= mostZippedBytes ? 0 : 1);
