/** Runs a task when no other task for the same host runs, and not before `gapMs` after the last one. */
export type TakeTurn = <Value>(url: string, task: () => Promise<Value>) => Promise<Value>;

/**
 * Returns a queue for each host: tasks of one host run one after another, those of other hosts in
 * parallel.
 */
export function createHostTurns(rest: (delayMs: number) => Promise<void>, gapMs: number): TakeTurn {
  const lastOf = new Map<string, Promise<void>>();
  return async (url, task) => {
    const host = URL.canParse(url) ? new URL(url).host : url;
    const before = lastOf.get(host);
    const mine = before === undefined ? task() : before.then(() => rest(gapMs)).then(task);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    lastOf.set(host, settled);
    try {
      return await mine;
    } finally {
      if (lastOf.get(host) === settled) lastOf.delete(host);
    }
  };
}
