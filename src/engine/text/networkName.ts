/**
 * True for the name of the social network X at an offset, whose stop ends a sentence: "she wrote on | X.
 * The minister", not "a study by | X. Wang".
 */
export function isNetworkName(text: string, at: number): boolean {
  return text[at] === "X" && beforeNetwork.test(text.slice(Math.max(0, at - longestBefore), at));
}

const beforeNetwork = /(?:^|\s)(?:on|via|auf|bei|sur|en|vía|в|على|منصة)\s$/iu;

/** Code units of the longest word before it, with its spaces. */
const longestBefore = 6;
