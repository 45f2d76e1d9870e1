/**
 * The second half of `npm run archive`, when dependencies are installed: three OpenSearch nodes on
 * loopback. Their data are kept in .cache/archive/data, with the key beside it.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { createKeyFile } from "../src/cli/keyFile.ts";
import { startCluster } from "./archive/cluster.ts";
import { MissingToolError } from "./archive/nodeProgram.ts";

const folder = path.resolve(".cache/archive");
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
  const cluster = await startCluster({ folder: path.join(folder, "data"), progress });
  if (!existsSync(keyFile)) createKeyFile(keyFile);
  console.log(`Archive  ${cluster.nodes[0]!.address}`);
  console.log(
    `Others   ${cluster.nodes
      .slice(1)
      .map(({ address }) => address)
      .join("  ")}`,
  );
  console.log(`Key      ${keyFile}`);
  console.log("Ctrl+C stops the nodes; what was pushed stays.");
  await told;
  console.log("Stopping …");
  await cluster.stop();
}
