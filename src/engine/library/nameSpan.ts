/**
 * The position of a name in its passage, and its kind, in one word:
 *
 *   31                     12 11          2 1     0
 *   ┌────────────────────────┬─────────────┬───────┐
 *   │ start in the passage   │   length    │ kind  │
 *   └────────────────────────┴─────────────┴───────┘
 *
 * A name has some 15 code units, and no passage of news has a million: longer names, and names farther
 * back, are not stored.
 */
export interface NameSpan {
  /** Code units from the passage's start. */
  readonly start: number;
  readonly length: number;
  /** Index in `nameKindCodes`. */
  readonly kind: number;
}

const kindBits = 2;
const lengthBits = 10;
const startShift = kindBits + lengthBits;

/** Returns the word for a name; null for one that does not fit. */
export function packNameSpan({ start, length, kind }: NameSpan): number | null {
  const fits = start >= 0 && start < 1 << (32 - startShift) && length < 1 << lengthBits;
  return fits ? ((start << startShift) | (length << kindBits) | kind) >>> 0 : null;
}

/** Returns the name span of any word, valid or not. */
export function unpackNameSpan(word: number): NameSpan {
  return {
    start: word >>> startShift,
    length: (word >>> kindBits) & ((1 << lengthBits) - 1),
    kind: word & ((1 << kindBits) - 1),
  };
}
