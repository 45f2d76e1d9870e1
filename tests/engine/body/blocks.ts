import { labelBlocks } from "../../../src/engine/body/labelBlocks.ts";
import type { BlockFeatures, BlockLabel } from "../../../src/engine/model/index.ts";

/** A block with the features of a line of plain text, unless told otherwise. */
export function block(text: string, features: Partial<BlockFeatures> = {}): BlockFeatures {
  return { text, element: "line", headingLevel: 0, linkChars: 0, region: "unknown", ...features };
}

/** Labels lines of plain text; each row is "label | text" so that a failure can be read. */
export function labelLines(lines: readonly string[], title: string | null = null): string[] {
  return labelled(
    lines.map((line) => block(line)),
    title,
  );
}

/** As labelLines, for blocks with features of their own. */
export function labelled(blocks: readonly BlockFeatures[], title: string | null = null): string[] {
  const labels: readonly BlockLabel[] = labelBlocks(blocks, { title });
  return blocks.map(({ text }, i) => `${labels[i]} | ${text}`);
}

/** Three paragraphs of an invented report, so that rules have an article to work around. */
export const report: readonly string[] = [
  "The harbour council voted on Tuesday to reopen the old lighthouse to visitors after a repair that took eleven months and cost twice what had been planned.",
  "“We have kept the lamp as it was,” the council's chair told residents at a meeting in the fish hall, adding that the stairs had been made safe for school classes.",
  "Opponents of the plan said the money should have gone to the breakwater, which lost forty metres in the storms of last winter and still has no new wall.",
];
