/**
 * The score of a reference, 0..1: the probability that an editor would show it. Fitted to pairs
 * that were judged by hand (tests/eval/training/matchWeights.ts).
 */

/**
 * References that score less are hidden as doubtful. In libraries of 5 to 200 articles on a few
 * stories, 19 of 20 marks with at least this score were the same statement, and 1 in 5 of the
 * doubtful ones (`npm run eval -- reader-marks`, the pages put aside).
 */
export const defaultLeastScore = 0.7;

/** References that score less are hardly ever the same statement and are dropped. */
export const leastDoubtful = 0.25;
