/** Clocks for a script of the page. */

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Resolves when what was set going in two frames is done. */
export async function settled(): Promise<void> {
  await frame();
  await frame();
  await turn();
}

/** Milliseconds that some work takes. */
export function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds from a change at the beginning of a frame until all that it brings about in that frame and the next is done. */
export async function frameOf(change: () => void): Promise<number> {
  await frame();
  const start = performance.now();
  change();
  await frame();
  await turn();
  return performance.now() - start;
}

/** Milliseconds of the second frame after a change. */
export async function frameAfter(change: () => void): Promise<number> {
  await frame();
  change();
  await frame();
  return frameOf(() => undefined);
}

/** Milliseconds within so many for which no other task of the page's could run. */
export async function deafness(forMs: number): Promise<number> {
  let deafMs = 0;
  const end = performance.now() + forMs;
  for (let last = performance.now(); last < end; ) {
    await turn();
    const now = performance.now();
    deafMs += Math.max(0, now - last - 0.2);
    last = now;
  }
  return deafMs;
}
