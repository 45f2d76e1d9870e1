import { type AnswerObject, isObject } from "./answers.ts";

/** The number of an archive's parts (shards) that answered, and their total. */
export interface AnsweredParts {
  readonly answered: number;
  readonly of: number;
}

/**
 * Collects which parts of an archive did not answer while something was read. Readers who are given
 * one accept an answer without these parts after a few tries.
 */
export class MissingParts {
  /** The fewest parts that answered any request; null if all parts answered all of them. */
  answered: AnsweredParts | null;
  /** Documents that could not be read because their part did not answer. */
  documents = 0;

  /** @param before parts that were missing earlier and still count */
  constructor(before: AnsweredParts | null = null) {
    this.answered = before;
  }

  /** Adds the parts that are missing in the answer of a search. */
  addFrom({ _shards: shards }: AnswerObject): void {
    const parts = partsOf(shards);
    const least = this.answered;
    const isLess = least === null || parts.answered * least.of < least.answered * parts.of;
    if (isLess) this.answered = parts;
  }
}

/** Returns the parts that an answer's `_shards` names. */
export function partsOf(shards: unknown): AnsweredParts {
  const { successful, total } = isObject(shards) ? shards : {};
  return { answered: Number(successful ?? 0), of: Number(total ?? 0) };
}
