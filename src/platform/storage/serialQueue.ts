/** Runs pieces of work one after the other, in the order of the calls, even if one before fails. */
export type SerialQueue = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Returns a queue of its own. What a piece of work reads and writes is not changed by another one
 * in between.
 */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
