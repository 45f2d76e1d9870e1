/**
 * Lints dist/firefox as the add-on store does. Preact's support for dangerouslySetInnerHTML, which
 * nothing here uses, gives one warning in each bundle that contains Preact; anything else fails.
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

const bundlesWithPreact = new Set();
const unexpected = [...report.errors, ...report.warnings, ...report.notices].filter((message) => {
  const isFirstOfBundle =
    message.code === "UNSAFE_VAR_ASSIGNMENT" && !bundlesWithPreact.has(message.file);
  bundlesWithPreact.add(message.file);
  return !isFirstOfBundle;
});
for (const { _type, code, file, message } of unexpected) {
  console.error(`${_type} ${code} ${file ?? ""}: ${message}`);
}
console.log(
  `${unexpected.length} problems; ${bundlesWithPreact.size} bundles contain Preact's own innerHTML.`,
);
process.exit(unexpected.length === 0 ? 0 : 1);
