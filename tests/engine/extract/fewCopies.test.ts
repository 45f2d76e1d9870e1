import { expect, it } from "vitest";
import { withFewCopies } from "../../../src/engine/extract/fewCopies.ts";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { anArticle } from "../../corpora/articles.ts";

const repeated = "The council told the minister that the old gauge had been read by hand.";
const other = "A gauge that reads itself was built into the quay wall in March.";

it("leaves three copies of a passage that a page repeats, and every other passage", () => {
  const body = [...Array<string>(500).fill(repeated), other].join("\n\n");
  const reading = readArticle(anArticle("quay", { body }));
  const texts = withFewCopies(reading).passages.map(({ text }) => text);
  expect(texts.filter((text) => text === repeated)).toHaveLength(3);
  expect(texts.at(-1)).toBe(other);
});

it("is the same reading where nothing is repeated so often", () => {
  const reading = readArticle(
    anArticle("quay", { body: [repeated, other, repeated].join("\n\n") }),
  );
  expect(withFewCopies(reading)).toBe(reading);
});
