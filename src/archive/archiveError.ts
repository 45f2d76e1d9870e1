/** Why an archive did not do what was requested. */
export type ArchiveFailure =
  /** No node answers, or none answered in time. */
  | "unreachable"
  /** The cluster answers but cannot do it now: shards without a node, too many requests. */
  | "unavailable"
  /** The name or the password is missing or wrong. */
  | "notSignedIn"
  /** The user lacks the permission: with read access one cannot push. */
  | "notAllowed"
  /** There is no archive of that name in the cluster. */
  | "notThere"
  /** The key is not the one that the archive was made with. */
  | "wrongKey"
  /** The archive was pushed by a version of Second Source that reads texts differently. */
  | "wrongVersion"
  /** The cluster's answer is malformed. */
  | "badAnswer"
  /** The input is not valid: an address, a key file. */
  | "badRequest";

/** An archive could not be asked, or did not do what was requested. The message says what to do. */
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
