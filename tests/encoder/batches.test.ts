import { describe, expect, it } from "vitest";
import { batchesByLength } from "../../src/encoder/batches.ts";

describe("the batches of texts", () => {
  it("have every text once, with texts of similar length together", () => {
    expect(batchesByLength([90, 5, 88, 6, 300])).toEqual([[1, 3], [2, 0], [4]]);
  });

  it("put a text that fills a batch in a batch of its own", () => {
    expect(batchesByLength([400, 400])).toEqual([[0], [1]]);
  });

  it("are none where there are no texts", () => {
    expect(batchesByLength([])).toEqual([]);
  });
});
