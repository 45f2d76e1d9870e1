/** A set of words that may stand for each other, in a field whose sets exclude each other. */
interface AlternativeSet {
  readonly field: number;
  readonly set: number;
}

/** A word of a passage of which a table names alternatives. */
export interface Alternative {
  readonly sets: readonly AlternativeSet[];
}

/**
 * Returns the sets of each word of a table, by its key; a word with a hyphen has the keys of its
 * parts, joined by a blank.
 * @param fields lines of the table, see `alternatives` in languageTables.ts
 */
export function alternativeSets(
  fields: readonly string[],
  keyOf: (word: string) => string,
): ReadonlyMap<string, readonly AlternativeSet[]> {
  const sets = new Map<string, AlternativeSet[]>();
  for (const [field, line] of fields.entries()) {
    for (const [set, words] of line.split("|").entries()) {
      for (const word of words.trim().split(" ")) {
        const key = word.split("-").map(keyOf).join(" ");
        const known = sets.get(key) ?? [];
        known.push({ field, set });
        sets.set(key, known);
      }
    }
  }
  return sets;
}

/** True if a field has the two words in two sets. */
export function areApart(one: Alternative, other: Alternative): boolean {
  return one.sets.some(({ field, set }) =>
    other.sets.some((its) => its.field === field && its.set !== set),
  );
}

/** True if a field has the two words in one set. */
export function shareSet(one: Alternative, other: Alternative): boolean {
  return one.sets.some(({ field, set }) =>
    other.sets.some((its) => its.field === field && its.set === set),
  );
}
