/** What the processes of a browser take of the memory, as Linux tells it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { BrowserSession } from "../../scripts/browsers.ts";

/** True where processes can be looked at. */
export const isMemoryKnown = existsSync("/proc/self/status");

/**
 * Megabytes of each of the browser's processes, by its id.
 * @param parents of the processes that were seen before, to which the others are added: asking for all of
 * them each time would keep a core busy
 */
export function megabytesOf(
  { browser }: BrowserSession,
  parents = new Map<number, number>(),
): ReadonlyMap<number, number> {
  const root = browser.process()?.pid;
  if (root === undefined) throw new Error("the browser has no process");
  for (const pid of processIds()) if (!parents.has(pid)) parents.set(pid, parentOf(pid));
  const family = new Set([root]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return new Map([...family].map((pid) => [pid, residentMegabytes(pid)]));
}

/**
 * Watches until it is stopped. `peak`: the most that one process of pages took, the extension's among
 * them; the browser's own has 400 MB from the start in Firefox. `growth`: the most that any grew by.
 */
export function watchMemory(session: BrowserSession): () => { peak: number; growth: number } {
  const parents = new Map<number, number>();
  const before = megabytesOf(session, parents);
  const peaks = new Map(before);
  const look = () => {
    for (const [pid, megabytes] of megabytesOf(session, parents)) {
      peaks.set(pid, Math.max(megabytes, peaks.get(pid) ?? 0));
    }
  };
  const timer = setInterval(look, 50);
  return () => {
    clearInterval(timer);
    look();
    const growths = [...peaks].map(([pid, peak]) => peak - (before.get(pid) ?? 0));
    const own = session.browser.process()?.pid;
    const ofPages = [...peaks].flatMap(([pid, peak]) => (pid === own ? [] : [peak]));
    return { peak: Math.max(...ofPages), growth: Math.max(...growths) };
  };
}

function processIds(): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The id of a process's parent; 0 if it is gone. */
function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

/** Without the pages of the browser's program, which all its processes share, and no file can fill. */
function residentMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const parts = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+)/gm)];
    return parts.reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1_000;
  } catch {
    return 0;
  }
}
