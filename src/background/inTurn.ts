/** Runs one piece of work after the other, whether those before it failed or not. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Returns turns of their own: what is read and written in one turn is not changed by another in
 * between.
 */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
