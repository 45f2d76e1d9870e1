import { spawnSync } from "node:child_process";

/** The oldest Java that OpenSearch 2.19 is tried with here. */
const oldestJava = 17;

/**
 * Returns one line that says which tools the nodes of an archive lack on this machine, and what to
 * do; null if none. Maven is required only if its jars are missing.
 */
export function missingTools(hasJars: boolean): string | null {
  const java = versionOf("javac", /javac (\d+)/);
  if (java === null || java < oldestJava) {
    const found = java === null ? "none was found" : `this one is ${java}`;
    return `A Java development kit of version ${oldestJava} or newer is needed (${found}): install it, for example with \`apt-get install openjdk-17-jdk-headless\`, and put javac on PATH.`;
  }
  if (!hasJars && versionOf("mvn", /Apache Maven (\d+)/) === null) {
    return "Maven is needed to fetch OpenSearch (none was found): install it, for example with `apt-get install maven`, and put mvn on PATH.";
  }
  return null;
}

function versionOf(tool: string, pattern: RegExp): number | null {
  const { stdout } = spawnSync(tool, ["-version"], { encoding: "utf8" });
  const found = pattern.exec(stdout ?? "");
  return found === null ? null : Number(found[1]);
}
