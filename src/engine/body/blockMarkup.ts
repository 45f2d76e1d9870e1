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
/** Class names mislead: unlinked sentences of this length are not taken for a list of other stories. */
const shortestProseWords = 20;
const proseLinkedShare = 0.3;
/** A heading that is a sentence of this length is a standfirst, set large. */
const shortestHeadingSentenceWords = 14;
/** A question of this length is an interviewer's, set large. */
const shortestQuestionWords = 8;
/** In a page's header only sentences (a standfirst) can be the article's. */
const shortestStandfirstWords = 8;

/** The label that markup alone gives a block, or null when it may be the article's. */
export function labelByMarkup(block: MeasuredBlock): BlockLabel | null {
  const { region, element, text } = block.features;
  if (text === "" || block.words === 0) return "furniture";
  const byRegion = labelOfRegion[region];
  if (byRegion !== undefined && !(region === "related" && isProse(block))) return byRegion;
  if (element === "caption") return "caption";
  if (element === "heading") {
    return block.features.headingLevel > 1 && isHeadingSentence(block) ? null : "heading";
  }
  if (block.linkDensity > linkedShare && block.words < longestLinkedWords) return "related";
  return null;
}

/** What stands in a header and is no sentence, once its text has said nothing: furniture. */
export function labelByPlace(block: MeasuredBlock): BlockLabel | null {
  if (block.features.region !== "header") return null;
  return block.endsSentence && block.words >= shortestStandfirstWords ? null : "furniture";
}

/** A standfirst, or a question of an interview, that is marked up as a heading. */
function isHeadingSentence({ features, words, endsSentence }: MeasuredBlock): boolean {
  if (endsSentence && words >= shortestHeadingSentenceWords) return true;
  return words >= shortestQuestionWords && /[?？؟]["'”’»)]?$/.test(features.text);
}

function isProse(block: MeasuredBlock): boolean {
  return (
    block.endsSentence && block.words >= shortestProseWords && block.linkDensity < proseLinkedShare
  );
}
