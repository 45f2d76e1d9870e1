import { vi } from "vitest";

/** Makes the nth write from now on fail as a full disk does; returns how many were tried, when undone. */
export function failWrite(nth: number): { undo(): number } {
  let writes = 0;
  const put = IDBObjectStore.prototype.put;
  const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    writes += 1;
    if (writes === nth) throw new DOMException("disk full", "QuotaExceededError");
    return put.apply(this, args);
  });
  return {
    undo() {
      spy.mockRestore();
      return writes;
    },
  };
}
