import fc from "fast-check";
import { expect, test } from "vitest";
import { joinBlocks } from "../../../src/engine/body/joinBlocks.ts";
import { labelBlocks } from "../../../src/engine/body/labelBlocks.ts";
import type { BlockElement, BlockFeatures, BlockRegion } from "../../../src/engine/model/index.ts";
import { hostileText } from "../../support/hostileText.ts";
import { report } from "./blocks.ts";

const elements: readonly BlockElement[] = ["heading", "paragraph", "listItem", "cell", "line"];
const regions: readonly BlockRegion[] = ["article", "header", "related", "comments", "unknown"];
const text = fc.oneof(hostileText, fc.constantFrom(...report, "Comments", "By Desk", "Read more"));

const blocks: fc.Arbitrary<BlockFeatures[]> = fc.array(
  fc.record({
    text,
    element: fc.constantFrom(...elements),
    headingLevel: fc.nat(6),
    linkChars: fc.nat(300),
    region: fc.constantFrom(...regions),
  }),
  { maxLength: 40 },
);

test("whatever the blocks are, each gets a label and nothing is thrown", () => {
  fc.assert(
    fc.property(blocks, fc.option(text), (features, title) => {
      expect(labelBlocks(features, { title })).toHaveLength(features.length);
    }),
    { numRuns: 500 },
  );
});

test("a joined body gives every block back at its start", () => {
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const { body, starts } = joinBlocks(texts);
      expect(starts.map((start, i) => body.slice(start, start + texts[i]!.length))).toEqual(texts);
    }),
    { numRuns: 200 },
  );
});
