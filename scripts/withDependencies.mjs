/**
 * node scripts/withDependencies.mjs SCRIPT [arguments]: installs missing dependencies, then runs
 * the script.
 */
import { spawnSync } from "node:child_process";
import { ensureDependencies, root } from "./setup.mjs";

ensureDependencies();
const { status } = spawnSync(process.execPath, process.argv.slice(2), {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
