import { vi } from "vitest";

/** Makes writes from the nth to the last fail as on a full disk; returns how many were tried, when undone. */
export function failWrite(nth: number, last = nth): { undo(): number } {
  let writes = 0;
  const put = IDBObjectStore.prototype.put;
  const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    writes += 1;
    if (writes >= nth && writes <= last) throw new DOMException("disk full", "QuotaExceededError");
    return put.apply(this, args);
  });
  return {
    undo() {
      spy.mockRestore();
      return writes;
    },
  };
}
