/** The fault of a pack. */
export type PackErrorKind = "notAPack" | "wrongVersion" | "truncated" | "damaged" | "tooLarge";

/** Thrown when bytes cannot be used as a pack; nothing of a pack is used before all of it was checked. */
export class PackError extends Error {
  override readonly name = "PackError";
  readonly kind: PackErrorKind;

  constructor(kind: PackErrorKind, detail: string) {
    super(detail);
    this.kind = kind;
  }
}
