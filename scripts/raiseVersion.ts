/**
 * npm run raise-version -- VERSION [HEADING]: writes the version into package.json, package-lock.json
 * and manifest.json, and puts what the changelog has under "Unreleased" under its heading, which is
 * asked for where it is not given.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { raisedVersion, VersionError, type VersionedFiles } from "./packaging/raisedVersion.ts";

const names = ["package.json", "package-lock.json", "manifest.json", "CHANGELOG.md"] as const;

async function askForHeading(version: string): Promise<string> {
  const usual = `${version} — ${new Date().toISOString().slice(0, 10)}`;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`The changelog's heading [${usual}]: `);
  terminal.close();
  return answer.trim() || usual;
}

async function main([version, heading]: readonly string[]): Promise<void> {
  if (version === undefined)
    throw new VersionError("which version? npm run raise-version -- 1.2.3");
  const texts = names.map((name) => [name, readFileSync(name, "utf8")] as const);
  const files = Object.fromEntries(texts) as unknown as VersionedFiles;
  const raised = raisedVersion(files, version, heading ?? (await askForHeading(version)));
  for (const name of names) writeFileSync(name, raised[name]);
  console.log(`${names.join(", ")}: ${version}`);
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof VersionError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
});
