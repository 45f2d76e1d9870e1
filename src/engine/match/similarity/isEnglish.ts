import type { PreparedPassage } from "../candidates/preparedPassage.ts";
import { vectorIndex } from "./wordVectors.ts";

/**
 * The least share of letters in English words. One in fifty English headlines has less (many
 * names); one in eleven French sentences has more, and one in a hundred German, Spanish and Russian
 * ones.
 */
const leastShare = 0.6;

/**
 * True for a statement of mostly English words. It is too short to detect its language, but the
 * word models only need to know whether its words are known.
 */
export function isEnglish({ words }: PreparedPassage): boolean {
  let known = 0;
  let all = 0;
  for (const { form, start, end } of words) {
    all += end - start;
    if (form.isStopword || vectorIndex(form.stem) !== null) known += end - start;
  }
  return known >= leastShare * all;
}
