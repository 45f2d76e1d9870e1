/**
 * A function of a string that remembers its results, up to so many; when full it starts again.
 * For pure functions of words only: the same few thousand come again and again.
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
    // Long strings are rare, and would hold on to whole texts.
    if (word.length <= longestWord) known.set(word, value);
    return value;
  };
}

const longestWord = 60;
