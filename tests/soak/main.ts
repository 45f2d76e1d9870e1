import type { BrowserName } from "../../scripts/browsers.ts";
import { fillDisk } from "./fullDisk.ts";
import { type Kill, killBrowsers, killWorkers } from "./kills.ts";
import { createSoakWorld } from "./soakWorld.ts";

/**
 * Nothing that was acknowledged may be lost: a reader saves and imports while the browser, or the
 * extension's background alone, is killed at random moments (`npm run soak`: each a hundred times,
 * in both browsers). After `npm run build -- --all`; takes an hour.
 *
 * `npm run soak [-- KILLS chromium|firefox browser|worker seed=N]`: less of it, or again as it was.
 * `npm run soak -- disk [chromium|firefox]`: the disk of the profile is filled up instead (root, Linux).
 */
const given = process.argv.slice(2);
const kills = Number(given.find((word) => /^\d+$/.test(word)) ?? 100);
const seed = Number(given.find((word) => word.startsWith("seed="))?.slice(5) ?? Date.now() % 1e6);
/** Then a new profile: every look reads all that is stored. */
const killsOfProfile = 25;

type Victim = "browser" | "worker";

for (const browser of chosen("chromium", "firefox")) {
  if (given.includes("disk")) await fill(browser);
  else for (const victim of chosen("browser", "worker")) await soak(browser, victim);
}

async function fill(browser: BrowserName): Promise<void> {
  const wrong = await fillDisk(browser);
  const verdict =
    wrong.length === 0 ? "the reader was told, and nothing was lost" : "NOT as it must be";
  console.log([`${browser}: the disk was full; ${verdict}`, ...wrong].join("\n  "));
  if (wrong.length > 0) process.exitCode = 1;
}

/** The words that were given, or all of them. */
function chosen<Word extends string>(...words: readonly Word[]): readonly Word[] {
  const named = words.filter((word) => given.includes(word));
  return named.length > 0 ? named : words;
}

async function soak(browser: BrowserName, victim: Victim): Promise<void> {
  console.log(`\n${browser}: the ${victim} is killed ${kills} times, seed=${seed}`);
  const done: Kill[] = [];
  let acknowledged = 0;
  for (let profile = 0; done.length < kills; profile++) {
    const world = await createSoakWorld(browser, seed + profile);
    const round = victim === "browser" ? killBrowsers : killWorkers;
    try {
      for await (const kill of round(world, Math.min(killsOfProfile, kills - done.length))) {
        done.push(kill);
        console.log(lineOf(kill, done.length));
      }
    } finally {
      await world.close();
    }
    acknowledged += world.ledger.names.length;
  }
  console.log(summaryOf(done, acknowledged));
  if (done.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

function summaryOf(done: readonly Kill[], acknowledged: number): string {
  const count = (isOne: (kill: Kill) => boolean) => done.filter(isOne).length;
  return [
    `${done.length} kills: ${count(({ isSaving }) => isSaving)} during a save`,
    `${count(({ isImporting }) => isImporting)} during an import`,
    `${count(({ isBomb }) => isBomb)} of them with a bomb`,
    `${count(({ isMerging }) => isMerging)} while segments were merged`,
    `${acknowledged} articles acknowledged`,
    `${count(({ faults }) => faults.length > 0)} kills with a fault`,
  ].join(", ");
}

function lineOf({ afterMs, faults, ...kill }: Kill, number: number): string {
  const underWay = [
    kill.isSaving && "saving",
    kill.isImporting && (kill.isBomb ? "importing a bomb" : "importing"),
    kill.isMerging && "merging",
  ];
  const words = underWay.filter(Boolean).join(", ") || "at rest";
  return [`  ${number}  after ${afterMs} ms, ${words}`, ...faults].join("\n     ");
}
