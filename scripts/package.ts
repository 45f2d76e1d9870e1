/**
 * npm run package: what goes to the stores, in dist/packages/.
 *
 *   second-source-VERSION-chrome.zip    second-source-VERSION-firefox.zip
 *   second-source-VERSION-source.zip    SHA256SUMS
 *
 * The zips have the same bytes in every folder, time zone and locale, and the source zip unpacked in an
 * empty folder gives them again: docs/reviewers.md says how. The Firefox package is checked with web-ext.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { filesOfFolder, sourceFiles } from "./packaging/filesOf.ts";
import { machinePathsIn } from "./packaging/machinePaths.ts";
import type { PackedFile } from "./packaging/packedFile.ts";
import { reproducibleZip } from "./packaging/reproducibleZip.ts";

/** Scripts run in the project's root. */
const root = process.cwd();
const folder = join(root, "dist/packages");

function run(...script: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [...script], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error(`${script.join(" ")} failed: see above`);
}

/** Home folders that every machine has: they reveal nothing, and texts may name them. */
const everyones = ["/", "/root"];

function foldersOfThisMachine(): readonly string[] {
  return [root, homedir()].filter((path) => !everyones.includes(path));
}

function checkForMachinePaths(files: readonly PackedFile[]): void {
  const found = machinePathsIn(files, foldersOfThisMachine());
  if (found.length > 0) throw new Error(`paths of this machine in a package:\n${found.join("\n")}`);
}

/** Writes one zip; returns its line of SHA256SUMS. */
function writePackage(name: string, files: readonly PackedFile[]): string {
  checkForMachinePaths(files);
  const zip = reproducibleZip(files);
  writeFileSync(join(folder, name), zip);
  return `${createHash("sha256").update(zip).digest("hex")}  ${name}`;
}

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  version: string;
};
run("build.mjs");
run("scripts/lintPackage.mjs");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const named = (what: string) => `second-source-${version}-${what}.zip`;
const sums = [
  writePackage(named("chrome"), filesOfFolder(join(root, "dist/chrome"))),
  writePackage(named("firefox"), filesOfFolder(join(root, "dist/firefox"))),
  writePackage(named("source"), sourceFiles(root)),
];
writeFileSync(join(folder, "SHA256SUMS"), `${sums.join("\n")}\n`);
console.log(`dist/packages:\n${sums.join("\n")}`);
