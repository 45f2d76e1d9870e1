/** The fault of a pack. */
export type PackErrorKind = "notAPack" | "wrongVersion" | "truncated" | "damaged" | "tooLarge";

/**
 * Thrown when bytes cannot be used as a pack; nothing of a pack is used before all of it was checked.
 * For a record that cannot be used, the cause is its ArticleDataError.
 */
export class PackError extends Error {
  override readonly name = "PackError";
  readonly kind: PackErrorKind;

  constructor(kind: PackErrorKind, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.kind = kind;
  }
}
