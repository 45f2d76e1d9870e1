/** A word that may carry an attribution, with the verb group that it heads; token indices. */
export interface Cue {
  readonly at: number;
  /** First token of the verb group ("has also said"). */
  readonly first: number;
  /** The token after the group. */
  readonly next: number;
  /** The verb's base or stem; "according" and ":" for those. */
  readonly key: string;
  /** Log odds that an editor would call it an attribution. */
  readonly score: number;
}
