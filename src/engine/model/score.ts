/**
 * The score of a reference, 0..1: how likely an editor is to show it. Fitted to pairs that were judged
 * by reading (tests/eval/training/matchWeights.ts).
 */

/**
 * What scores less is shown only to who asks for doubtful ones. Of the rewordings in small libraries
 * from here on, an editor would keep six in seven; of those from .5 to here, one in two.
 */
export const usualLeastScore = 0.6;

/** What scores less is hardly ever the same statement: it is not even doubtful. */
export const leastDoubtful = 0.4;
