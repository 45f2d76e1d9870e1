/** Why an archive did not do what it was asked. */
export type ArchiveFailure =
  /** No node answers, or none that was asked did in time. */
  | "unreachable"
  /** The cluster answers, and cannot do it now: shards without a node, too many requests. */
  | "unavailable"
  /** Name or password is missing or wrong. */
  | "notSignedIn"
  /** The user may not do it: one who may only read cannot push. */
  | "notAllowed"
  /** There is no archive of that name in the cluster. */
  | "notThere"
  /** The key is another one than the archive was made with. */
  | "wrongKey"
  /** The archive was pushed by a version of Second Source that reads texts otherwise. */
  | "wrongVersion"
  /** The cluster's answer is not what it should be. */
  | "badAnswer"
  /** What was asked for is not valid: an address, a key file. */
  | "badRequest";

/** So many of an index's parts (shards) answered, of so many. */
export interface AnsweredParts {
  readonly answered: number;
  readonly of: number;
}

/** An archive could not be asked, or did not do what it was asked. The message says what to do. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";

  /** Of a search that some parts of the archive did not answer: how many did; else null. */
  readonly parts: AnsweredParts | null;

  constructor(
    readonly failure: ArchiveFailure,
    message: string,
    { parts = null, ...options }: ErrorOptions & { readonly parts?: AnsweredParts | null } = {},
  ) {
    super(message, options);
    this.parts = parts;
  }
}
