/** Long enough for requests in a row, short enough not to hold memory for hours. */
const idleMs = 60_000;

/** Calls `close` after a minute without work; `during` wraps work. */
export function closeWhenIdle(close: () => void): {
  during<Value>(work: Promise<Value>): Promise<Value>;
} {
  let underWay = 0;
  let timer = setTimeout(close, idleMs);
  return {
    async during(work) {
      underWay += 1;
      clearTimeout(timer);
      try {
        return await work;
      } finally {
        underWay -= 1;
        if (underWay === 0) timer = setTimeout(close, idleMs);
      }
    },
  };
}
