/** Resolves after a delay, in ms; without one, when other work has had its turn. */
export function rest(delayMs = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
