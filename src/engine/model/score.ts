/**
 * The score of a reference, 0..1: how likely an editor is to show it. Fitted to pairs that were judged
 * by reading (tests/eval/training/matchWeights.ts).
 */

/**
 * References that score less are shown only on request. Of the rewordings in small libraries that
 * score more, an editor would keep six in seven; of those from .5 up to here, fewer than half.
 */
export const usualLeastScore = 0.6;

/** References that score less hardly ever say the same: they are not even doubtful. */
export const leastDoubtful = 0.4;
