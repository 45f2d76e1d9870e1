import type { Output } from "./output.ts";

/** Prints values as JSON: one object, or a list that is printed while it grows. */
export interface JsonPrinter {
  put(value: unknown): void;
  /** Called after the last value. */
  end(): void;
}

/**
 * Returns a printer of JSON.
 * @param isList true if several values may come: they are printed as a list, even if none or one does
 */
export function createJsonPrinter(isList: boolean, output: Output): JsonPrinter {
  let count = 0;
  return {
    put(value) {
      const json = JSON.stringify(value, null, 2);
      if (!isList) output.out(`${json}\n`);
      else output.out(`${count === 0 ? "[\n" : ",\n"}${json}`);
      count++;
    },
    end() {
      if (isList) output.out(count === 0 ? "[]\n" : "\n]\n");
    },
  };
}
