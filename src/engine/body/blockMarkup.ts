import type { BlockLabel, BlockRegion } from "../model/index.ts";
import type { MeasuredBlock } from "./blockMeasures.ts";

const labelOfRegion: Partial<Record<BlockRegion, BlockLabel>> = {
  navigation: "furniture",
  footer: "furniture",
  form: "furniture",
  aside: "related",
  related: "related",
  comments: "comment",
  figure: "caption",
};

/** A shorter block that is nearly all link points elsewhere; measured with `npm run eval`. */
const linkedShare = 0.7;
const longestLinkedWords = 30;
/** In a page's header only sentences (a standfirst) can be the article's. */
const shortestStandfirstWords = 8;

/** The label that markup alone gives a block, or null when it may be the article's. */
export function labelByMarkup(block: MeasuredBlock): BlockLabel | null {
  const { region, element, text } = block.features;
  if (text === "" || block.words === 0) return "furniture";
  const byRegion = labelOfRegion[region];
  if (byRegion !== undefined) return byRegion;
  if (element === "caption") return "caption";
  if (element === "heading") return "heading";
  if (block.linkDensity > linkedShare && block.words < longestLinkedWords) return "related";
  if (region === "header" && !(block.endsSentence && block.words >= shortestStandfirstWords)) {
    return "furniture";
  }
  return null;
}
