import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { missingTools } from "./missingTools.ts";

/** Something that an archive's nodes need is not there; the message says what to do. */
export class MissingToolError extends Error {
  override readonly name = "MissingToolError";
}

const sources = path.resolve("scripts/archive");
/** Kept between runs; a new version of `pom.xml` or of the program gets a folder of its own. */
const cacheFolder = path.resolve(".cache/archive");

/** Returns the folder of the node's program, whether or not it exists yet. */
function programFolder(): string {
  return path.join(cacheFolder, `program-${digestOf("pom.xml", "ArchiveNode.java")}`);
}

/** Returns one line that says which tools nodes lack on this machine; null if none. */
export function missingForNodes(): string | null {
  return missingTools(existsSync(programFolder()));
}

/** The class path of a node's program: jars from Maven Central, fetched once, and its compiled main class. */
export function prepareNodeProgram(progress: (line: string) => void): string {
  const folder = programFolder();
  const jars = path.join(folder, "jars");
  const classPath = [folder, path.join(jars, "*")].join(path.delimiter);
  const missing = missingForNodes();
  if (missing !== null) throw new MissingToolError(missing);
  if (existsSync(folder)) return classPath;
  const part = `${folder}.${process.pid}.part`;
  mkdirSync(part, { recursive: true });
  try {
    progress("Fetching OpenSearch from Maven Central …");
    const pom = path.join(sources, "pom.xml");
    const out = `-DoutputDirectory=${path.join(part, "jars")}`;
    runTool("mvn", ["-q", "-B", "-f", pom, "dependency:copy-dependencies", out]);
    const main = path.join(sources, "ArchiveNode.java");
    runTool("javac", ["-cp", path.join(part, "jars", "*"), "-d", part, main]);
    // Moved as a whole, or not at all; another run may have been faster.
    if (!existsSync(folder)) renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return classPath;
}

function digestOf(...names: readonly string[]): string {
  const hash = createHash("sha256");
  for (const name of names) hash.update(readFileSync(path.join(sources, name)));
  return hash.digest("hex").slice(0, 12);
}

function runTool(tool: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: "utf8" });
  if (status === 0) return;
  const lastLines = `${stdout}\n${stderr}`.trim().split("\n").slice(-5).join("\n");
  throw new MissingToolError(`${tool} failed; is Maven Central reached from here?\n${lastLines}`);
}
