/**
 * npm run soak: an import during which the browser is killed at a hundred random moments, in both
 * browsers (`npm run soak -- 20 firefox`: twenty, in one). Needs a build with --all; takes long.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./setup.mjs";

const [kills = "100", ...chosen] = process.argv.slice(2);
const browsers = chosen.length > 0 ? chosen : ["chromium", "firefox"];
const vitest = join(root, "node_modules/vitest/vitest.mjs");

for (const browser of browsers) {
  const { status } = spawnSync(
    process.execPath,
    [vitest, "run", "--project", "browser", "tests/browser/importing.test.ts"],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, SECOND_SOURCE_BROWSER: browser, SECOND_SOURCE_KILLS: kills },
    },
  );
  if (status !== 0) process.exitCode = 1;
}
