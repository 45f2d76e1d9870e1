/** Work in steps, for idle time: each `next()` does one, the last gives the result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
