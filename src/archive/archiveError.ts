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

/** An archive could not be asked, or did not do what it was asked. The message says what to do. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";

  constructor(
    readonly failure: ArchiveFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
