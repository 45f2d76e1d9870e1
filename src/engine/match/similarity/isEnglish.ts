import type { PreparedPassage } from "../candidates/preparedPassage.ts";
import { vectorPlace } from "./wordVectors.ts";

/**
 * The least share of letters in English words. Of English headlines one in fifty has less (names
 * upon names), of French sentences one in eleven more, of German, Spanish and Russian ones one in a hundred.
 */
const leastShare = 0.6;

/**
 * True for a statement of mostly English words: it is too short for its language to be told, but
 * whether its words are known is what the models of words ask.
 */
export function isEnglish({ words }: PreparedPassage): boolean {
  let known = 0;
  let all = 0;
  for (const { form, start, end } of words) {
    all += end - start;
    if (form.isStopword || vectorPlace(form.stem) !== null) known += end - start;
  }
  return known >= leastShare * all;
}
