import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import { groupsOf } from "../score/relatedWords.ts";
import type { WordWeights } from "../score/wordWeights.ts";
import { type WordKind, wordKind } from "./wordKinds.ts";
import { vectorIndex } from "./wordVectors.ts";

/** A word of a statement with what is needed to compare it. */
export interface StatementWord {
  readonly folded: string;
  readonly stem: string;
  /** Equal for words of one stem and for spellings and aliases of one name. */
  readonly key: number;
  /** The name, number, date or word that it belongs to; null for function words. */
  readonly unit: Unit | null;
  readonly kind: WordKind;
  readonly isFunction: boolean;
  /** Weight in bits: how rare it is in news; 0 for a function word. */
  readonly weight: number;
  readonly groups: readonly number[];
  readonly vector: number | null;
}

/** The words of a statement. */
export interface StatementWords {
  readonly passage: PreparedPassage;
  readonly words: readonly StatementWord[];
  /** Without function words. */
  readonly content: readonly StatementWord[];
  /** Sum of the weights of the content words. */
  readonly weight: number;
}

/** Returns the words of a passage with their kinds and weights. */
export function statementWords(passage: PreparedPassage, weights: WordWeights): StatementWords {
  let next = 0;
  const words = passage.words.map((token, index): StatementWord => {
    while (next < passage.units.length && passage.units[next]!.end <= token.start) next++;
    const reached = passage.units[next];
    const unit = reached && reached.start <= token.start ? reached : null;
    const { stem, isStopword: isFunction } = token.form;
    return {
      folded: token.folded,
      stem,
      key: passage.classKeys[index]!,
      unit,
      kind: wordKind(token, stem, unit),
      isFunction,
      weight: isFunction ? 0 : weights.ofWord(token.form),
      groups: groupsOf(stem),
      vector: vectorIndex(stem),
    };
  });
  const content = words.filter((word) => !word.isFunction);
  return { passage, words, content, weight: content.reduce((sum, { weight }) => sum + weight, 0) };
}
