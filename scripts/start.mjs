/**
 * npm start: the demo page in a real browser with the extension installed, from nothing but Node.
 * `npm start -- chromium` or `npm start -- firefox` chooses the browser.
 */
import { spawn, spawnSync } from "node:child_process";
import { ensureDependencies, root } from "./setup.mjs";

ensureDependencies();
const built = spawnSync(process.execPath, ["build.mjs", "--all"], { cwd: root, stdio: "inherit" });
if (built.status !== 0) process.exit(built.status ?? 1);

const demo = spawn(
  process.execPath,
  ["scripts/runTypeScript.mjs", "scripts/startDemo.ts", ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
// The demo closes its browser on these; this process only waits for it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => demo.kill(signal));
demo.on("exit", (code) => process.exit(code ?? 0));
