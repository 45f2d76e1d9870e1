/**
 * npm run archive: three OpenSearch nodes on loopback, with TLS and users if `--secure` is given, to
 * try out an archive from nothing but Node, Java and Maven. Their data are kept in .cache/archive,
 * with the key beside them. `docs/archive.md` says what to do with them.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { createKeyFile } from "../src/cli/archive/keyFile.ts";
import { startCluster } from "./archive/cluster.ts";
import { MissingToolError } from "./archive/nodeProgram.ts";
import type { ClusterSecurity } from "./archive/security.ts";

const isSecure = process.argv.includes("--secure");
const folder = path.resolve(".cache/archive");
/** Secure nodes run another version of OpenSearch, which cannot read the others' data. */
const dataFolder = path.join(folder, isSecure ? "secure-data" : "data");
const keyFile = path.join(folder, "archive.key");

try {
  await serve();
} catch (error) {
  if (!(error instanceof MissingToolError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function serve(): Promise<void> {
  // Ctrl+C reaches this process twice: from the terminal, and from the one that started it.
  const told = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, resolve);
  });
  const progress = (line: string) => console.log(line);
  const cluster = await startCluster({ folder: dataFolder, isSecure, progress });
  if (!existsSync(keyFile)) createKeyFile(keyFile);
  console.log(`Archive  ${cluster.nodes[0]!.address}`);
  console.log(
    `Others   ${cluster.nodes
      .slice(1)
      .map(({ address }) => address)
      .join("  ")}`,
  );
  console.log(`Key      ${keyFile}`);
  if (cluster.security) tellSecurity(cluster.security);
  console.log("Ctrl+C stops the nodes; what was pushed stays.");
  await told;
  console.log("Stopping …");
  await cluster.stop();
}

function tellSecurity({ authorityFile, usersFile, writer, reader }: ClusterSecurity): void {
  console.log(`Authority  ${authorityFile} (for NODE_EXTRA_CA_CERTS)`);
  console.log(`Users      ${writer.name} (pushes, matches) and ${reader.name} (only matches):`);
  console.log(`           their passwords are in ${usersFile}`);
}
