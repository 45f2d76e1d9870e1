/**
 * The most padded pieces of a batch. Larger batches gain nothing on one thread (8 texts of 38
 * pieces take an eighth less time than one by one) and delay the first answer.
 */
const batchPieces = 320;

/** The longest text of a batch is at most this much longer than its shortest: more would be mostly padding. */
const longestOverShortest = 1.25;

/**
 * Groups texts by their number of pieces, so that there is little padding: indices of `lengths`,
 * shortest first. With padding, a batch of several texts stays within the bounds above.
 */
export function batchesByLength(lengths: readonly number[]): number[][] {
  const order = lengths.map((_, index) => index).sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  const batches: number[][] = [];
  for (const index of order) {
    const last = batches.at(-1);
    if (last && isRoomIn(last, lengths, lengths[index]!)) last.push(index);
    else batches.push([index]);
  }
  return batches;
}

/** True if a text of this length, the longest so far, may join the batch. */
function isRoomIn(batch: readonly number[], lengths: readonly number[], length: number): boolean {
  const shortest = lengths[batch[0]!]!;
  return (batch.length + 1) * length <= batchPieces && length <= shortest * longestOverShortest;
}
