import { expect, test } from "vitest";
import { joinBlocks } from "../../../src/engine/body/joinBlocks.ts";

test("blocks are joined by a blank line and each start points at its block", () => {
  const texts = ["First.", "Second 😀.", "Third."];
  const { body, starts } = joinBlocks(texts);
  expect(body).toBe("First.\n\nSecond 😀.\n\nThird.");
  expect(starts.map((start, i) => body.slice(start, start + texts[i]!.length))).toEqual(texts);
});

test("no blocks give an empty body", () => {
  expect(joinBlocks([])).toEqual({ body: "", starts: [] });
});
