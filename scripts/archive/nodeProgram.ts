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
import { runTool } from "./runTool.ts";

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
export async function prepareNodeProgram(
  isSecure: boolean,
  progress: (line: string) => void,
): Promise<NodeProgram> {
  const folder = programFolder(isSecure);
  const missing = missingForNodes(isSecure);
  if (missing !== null) throw new MissingToolError(missing);
  if (!existsSync(folder)) {
    progress("Fetching OpenSearch from Maven Central …");
    const part = `${folder}.${process.pid}.part`;
    mkdirSync(part, { recursive: true });
    try {
      await fetchProgram(part, isSecure);
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

async function fetchProgram(folder: string, isSecure: boolean): Promise<void> {
  const jars = path.join(folder, "jars");
  const copyDependencies = async (type: string, into: string) => {
    const pom = ["-q", "-B", "-f", path.join(sources, "pom.xml")];
    const wanted = [`-DincludeTypes=${type}`, `-DoutputDirectory=${into}`];
    const profile = isSecure ? ["-Psecure"] : [];
    try {
      await runTool("mvn", [...pom, "dependency:copy-dependencies", ...wanted, ...profile]);
    } catch (cause) {
      const { message } = cause as Error;
      throw new MissingToolError(`Is Maven Central reached from here? ${message}`, { cause });
    }
  };
  await copyDependencies("jar", jars);
  if (isSecure) {
    const plugin = path.join(folder, "security");
    await copyDependencies("zip", plugin);
    for (const zip of readdirSync(plugin)) await runTool("jar", ["-xf", zip], { cwd: plugin });
    addJars(plugin, jars);
  }
  const main = path.join(sources, "ArchiveNode.java");
  await runTool("javac", ["-cp", path.join(jars, "*"), "-d", folder, main]);
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
