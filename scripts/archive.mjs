/**
 * npm run archive: three OpenSearch nodes on this machine, to try out an archive from nothing but Node,
 * Java and Maven. `docs/archive.md` says what to do with them.
 */
import { spawn } from "node:child_process";
import { ensureDependencies, root } from "./setup.mjs";

ensureDependencies();
const nodes = spawn(
  process.execPath,
  ["scripts/runTypeScript.mjs", "scripts/startArchive.ts", ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
// The other process stops its nodes on these; this one only waits for it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => nodes.kill(signal));
nodes.on("exit", (code) => process.exit(code ?? 0));
