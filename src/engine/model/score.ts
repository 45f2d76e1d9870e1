/**
 * The score of a reference, 0..1: the probability that an editor would show it. Fitted to pairs
 * that were judged by hand (tests/eval/training/matchWeights.ts).
 */

/**
 * References that score less are shown only on request. Of the rewordings in small libraries that
 * score at least this, an editor would keep six in seven; of those from .5 up to this, fewer than
 * half.
 */
export const defaultLeastScore = 0.6;

/** References that score less are hardly ever the same statement and are dropped. */
export const leastDoubtful = 0.4;
