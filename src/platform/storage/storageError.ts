/**
 * The reason of a storage error: full (no room on the disk, or none permitted) · newer (a later
 * version of the extension stored the data, in a form that this one does not know) · notUpdated (an
 * earlier version stored them, and they could not be converted, so they are only read) · failed
 * (the browser could not read or write).
 */
export type StorageErrorKind = "full" | "newer" | "notUpdated" | "failed";

/** Thrown if something could not be stored or read; what was stored before is untouched. */
export class StorageError extends Error {
  override readonly name = "StorageError";

  constructor(
    readonly kind: StorageErrorKind,
    cause: unknown,
  ) {
    super(`storage ${kind}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Returns a StorageError for a failure of the browser's storage, and any other error unchanged. */
export function asStorageError(error: unknown): unknown {
  if (!(error instanceof Error) || !isBrowserFailure(error)) return error;
  return new StorageError(kinds[error.name] ?? "failed", error);
}

const kinds: Readonly<Record<string, StorageErrorKind>> = {
  QuotaExceededError: "full",
  VersionError: "newer",
};

const failures: readonly string[] = [
  ...["QuotaExceededError", "UnknownError", "AbortError", "InvalidStateError"],
  ...["TransactionInactiveError", "DataError", "NotReadableError", "VersionError", "TimeoutError"],
];

/**
 * True for errors of the browser, by name: DOMExceptions of other realms are not instances of ours.
 */
function isBrowserFailure(error: Error): boolean {
  return error instanceof DOMException || failures.includes(error.name);
}
