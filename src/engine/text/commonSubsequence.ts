/**
 * Longest common subsequence of two sequences (Wagner & Fischer, 1974), after their common ends are
 * cut off. Quadratic in the part that differs; the caller sets a limit.
 */

/** An item of both sequences: its index in each. */
export interface CommonItem {
  readonly inA: number;
  readonly inB: number;
}

/**
 * Returns the items that both sequences have, in order; null if the part that differs needs a table
 * of more than `mostCells` cells.
 */
export function commonSubsequence(
  itemsA: readonly string[],
  itemsB: readonly string[],
  mostCells: number,
): readonly CommonItem[] | null {
  // Numbers are compared instead of items: long items with the same beginning would be compared
  // letter by letter in each cell.
  const numberOf = numbering();
  const [a, b] = [itemsA.map(numberOf), itemsB.map(numberOf)];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  let end = 0;
  while (start < shorter && a[start] === b[start]) start++;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  if ((middleA.length + 1) * (middleB.length + 1) > mostCells) return null;
  return [
    ...diagonal(start, 0, 0),
    ...throughTable(middleA, middleB).map(({ inA, inB }) => ({
      inA: inA + start,
      inB: inB + start,
    })),
    ...diagonal(end, a.length - end, b.length - end),
  ];
}

/** Returns a function that numbers items: the same number for the same item. */
function numbering(): (item: string) => number {
  const numbers = new Map<string, number>();
  return (item) => {
    const known = numbers.get(item);
    if (known !== undefined) return known;
    numbers.set(item, numbers.size);
    return numbers.size - 1;
  };
}

/** Returns `count` pairs of items in a row. */
function diagonal(count: number, fromA: number, fromB: number): readonly CommonItem[] {
  return Array.from({ length: count }, (_, at) => ({ inA: fromA + at, inB: fromB + at }));
}

function throughTable(a: readonly number[], b: readonly number[]): readonly CommonItem[] {
  const width = b.length + 1;
  const lengths = lengthsOf(a, b);
  const common: CommonItem[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) common.push({ inA: i++, inB: j++ });
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return common;
}

/**
 * Returns a table whose cell i * (b.length + 1) + j is the length of the longest common subsequence
 * of `a` from i and `b` from j.
 */
function lengthsOf(a: readonly number[], b: readonly number[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] =
        a[i] === b[j]
          ? lengths[at + width + 1]! + 1
          : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  return lengths;
}
