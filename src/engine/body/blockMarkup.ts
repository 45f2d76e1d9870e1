import type { BlockFeatures, BlockLabel, BlockRegion } from "../model/index.ts";
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

/**
 * A block below this length that is nearly all link points elsewhere; measured with `npm run eval`.
 */
const linkedShare = 0.7;
const longestLinkedWords = 30;
/**
 * Unlinked sentences of this length are not taken for a list of other stories, whatever their class
 * name says.
 */
const shortestProseWords = 20;
const proseLinkedShare = 0.3;
/** A heading that is a sentence of at least this length is a standfirst in large type. */
const shortestHeadingSentenceWords = 14;
/** A heading that is a question of at least this length is an interviewer's. */
const shortestQuestionWords = 8;
/**
 * Only sentences of at least this length (a standfirst) in a page's header can be the article's.
 */
const shortestStandfirstWords = 8;

/** Returns the label that markup alone gives a block, or null if the block may be the article's. */
export function labelByMarkup(block: MeasuredBlock): BlockLabel | null {
  const { region, element, text } = block.features;
  if (text === "" || block.words === 0) return "furniture";
  const byRegion = labelOfRegion[region];
  if (byRegion !== undefined && !(region === "related" && isProse(block))) return byRegion;
  if (element === "caption") return "caption";
  if (element === "heading") {
    return block.features.headingLevel > 1 && isHeadingSentence(block) ? null : "heading";
  }
  const isLinked = block.linkDensity > linkedShare && block.words < longestLinkedWords;
  return isLinked && !isCellOfArticle(block.features) ? "related" : null;
}

/**
 * Returns "furniture" for a block in a page's header unless it is a sentence of some length; null
 * for all others. Used after the text of the block has given no label.
 */
export function labelByPlace(block: MeasuredBlock): BlockLabel | null {
  if (block.features.region !== "header") return null;
  return block.endsSentence && block.words >= shortestStandfirstWords ? null : "furniture";
}

/** True for a cell of a table in an article, which may be a link. Old sites lay out pages in tables. */
export function isCellOfArticle({ element, region }: BlockFeatures): boolean {
  return element === "cell" && region === "article";
}

/** True for a standfirst or an interviewer's question that is marked up as a heading. */
function isHeadingSentence({ features, words, endsSentence }: MeasuredBlock): boolean {
  if (endsSentence && words >= shortestHeadingSentenceWords) return true;
  return words >= shortestQuestionWords && /[?？؟]["'”’»)]?$/.test(features.text);
}

function isProse(block: MeasuredBlock): boolean {
  return (
    block.endsSentence && block.words >= shortestProseWords && block.linkDensity < proseLinkedShare
  );
}
