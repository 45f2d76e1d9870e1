import type { Token } from "../../text/tokens.ts";
import type { PreparedPassage } from "../candidates/preparedPassage.ts";
import { vectorIndex } from "./wordVectors.ts";

/**
 * The least share of letters in English words, names left out. Of news sentences, three in a thousand
 * English, German and Russian ones fall on the other side of it, eight Spanish and thirty French ones.
 */
const leastShare = 0.7;

/**
 * True for a statement of mostly English words. It is too short to detect its language, but the
 * word models only need to know whether its words are known.
 */
export function isEnglish({ words, units }: PreparedPassage): boolean {
  const isOfName = ({ start }: Token) =>
    units.some((unit) => unit.name !== null && unit.start <= start && start < unit.end);
  const isKnown = ({ form }: Token) => form.isStopword || vectorIndex(form.stem) !== null;
  // The capital of a first word does not show whether it is a name.
  const others = words.filter((word, at) => !isOfName(word) && (at > 0 || isKnown(word)));
  const lettersOf = (some: readonly Token[]) =>
    some.reduce((sum, { start, end }) => sum + end - start, 0);
  const counted = others.length > 0 ? others : words;
  return lettersOf(counted.filter(isKnown)) >= leastShare * lettersOf(counted);
}
