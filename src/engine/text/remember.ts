/**
 * Returns a function of a string that caches its results; a full cache is emptied. For pure
 * functions of words, because the same few thousand words occur again and again.
 */
export function remember<Value>(
  most: number,
  compute: (word: string) => Value,
): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = compute(word);
    if (known.size >= most) known.clear();
    // Long strings are rare, and a cached one would keep its whole text in memory.
    if (word.length <= longestWord) known.set(word, value);
    return value;
  };
}

/** The longest string that is cached, in code units. */
const longestWord = 60;
