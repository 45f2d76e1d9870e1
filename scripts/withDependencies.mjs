/**
 * node scripts/withDependencies.mjs SCRIPT [arguments]: installs missing dependencies, then runs
 * the script.
 */
import { spawn } from "node:child_process";
import { ensureDependencies, root } from "./setup.mjs";

ensureDependencies();
const child = spawn(process.execPath, process.argv.slice(2), { cwd: root, stdio: "inherit" });
// The script may have a browser or nodes to close first; this process only waits for it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
