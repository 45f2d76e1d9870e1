import { expect, test } from "vitest";
import { readExtent } from "../../../src/ingest/metadata/readExtent.ts";

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(" ");

test("far less text than the page states is a part of the article", () => {
  expect(readExtent([words(80), words(100)], 1_250)).toEqual({ words: 180, of: 1_250 });
});

test.each([
  ["the page does not say", words(180), null],
  ["captions and teasers were counted too", words(700), 1_250],
  ["more was read than is said", words(700), 500],
  ["little is missing of a short article", words(60), 170],
  ["nothing was read", "", 1_250],
  ["words are not parted by spaces", "昨日の会議で新しい計画が発表された。".repeat(20), 1_250],
])("it is the whole article where %s", (_, body, stated) => {
  expect(readExtent([body], stated)).toBeNull();
});
