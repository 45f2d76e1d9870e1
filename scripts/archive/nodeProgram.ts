import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { missingTools } from "./missingTools.ts";

/** Something that an archive's nodes need is not there; the message says what to do. */
export class MissingToolError extends Error {
  override readonly name = "MissingToolError";
}

/** The program of a node. */
export interface NodeProgram {
  readonly classPath: string;
  /** The security plugin's own files; null without it. */
  readonly securityFolder: string | null;
}

const sources = path.resolve("scripts/archive");
/** Kept between runs; a new version of `pom.xml` or of the program gets a folder of its own. */
const cacheFolder = path.resolve(".cache/archive");

/** Returns the folder of the node's program, whether or not it exists yet. */
function programFolder(isSecure: boolean): string {
  const kind = isSecure ? "secure-program" : "program";
  return path.join(cacheFolder, `${kind}-${digestOf("pom.xml", "ArchiveNode.java")}`);
}

/** Returns one line that says which tools nodes lack on this machine; null if none. */
export function missingForNodes(isSecure = false): string | null {
  return missingTools(existsSync(programFolder(isSecure)));
}

/**
 * Returns a node's program: jars from Maven Central, fetched once, and its compiled main class.
 * @param isSecure with the plugin for TLS and users
 */
export function prepareNodeProgram(
  isSecure: boolean,
  progress: (line: string) => void,
): NodeProgram {
  const folder = programFolder(isSecure);
  const missing = missingForNodes(isSecure);
  if (missing !== null) throw new MissingToolError(missing);
  if (!existsSync(folder)) {
    progress("Fetching OpenSearch from Maven Central …");
    const part = `${folder}.${process.pid}.part`;
    mkdirSync(part, { recursive: true });
    try {
      fetchProgram(part, isSecure);
      // Moved as a whole, or not at all; another run may have been faster.
      if (!existsSync(folder)) renameSync(part, folder);
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
  }
  return {
    classPath: [folder, path.join(folder, "jars", "*")].join(path.delimiter),
    securityFolder: isSecure ? path.join(folder, "security") : null,
  };
}

function fetchProgram(folder: string, isSecure: boolean): void {
  const jars = path.join(folder, "jars");
  const fetch = (type: string, into: string) =>
    runTool("mvn", [
      ...["-q", "-B", "-f", path.join(sources, "pom.xml"), "dependency:copy-dependencies"],
      ...[`-DincludeTypes=${type}`, `-DoutputDirectory=${into}`, ...(isSecure ? ["-Psecure"] : [])],
    ]);
  fetch("jar", jars);
  if (isSecure) {
    const plugin = path.join(folder, "security");
    fetch("zip", plugin);
    for (const zip of readdirSync(plugin)) runTool("jar", ["-xf", zip], plugin);
    addJars(plugin, jars);
  }
  const main = path.join(sources, "ArchiveNode.java");
  runTool("javac", ["-cp", path.join(jars, "*"), "-d", folder, main]);
}

/** Adds a plugin's jars, except those that OpenSearch has in a version of its own. */
function addJars(plugin: string, jars: string): void {
  const nameOf = (jar: string) => jar.replace(/-\d.*$/, "");
  const known = new Set(readdirSync(jars).map(nameOf));
  for (const jar of readdirSync(plugin).filter((name) => name.endsWith(".jar"))) {
    if (!known.has(nameOf(jar))) copyFileSync(path.join(plugin, jar), path.join(jars, jar));
  }
}

function digestOf(...names: readonly string[]): string {
  const hash = createHash("sha256");
  for (const name of names) hash.update(readFileSync(path.join(sources, name)));
  return hash.digest("hex").slice(0, 12);
}

function runTool(tool: string, args: readonly string[], cwd = "."): void {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: "utf8", cwd });
  if (status === 0) return;
  const lastLines = `${stdout}\n${stderr}`.trim().split("\n").slice(-5).join("\n");
  throw new MissingToolError(`${tool} failed; is Maven Central reached from here?\n${lastLines}`);
}
