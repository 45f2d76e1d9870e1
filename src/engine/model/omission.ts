/** What a value is that a file states of an article. */
export type OmittedKind =
  | "date"
  | "address"
  | "title"
  | "outlet"
  | "author"
  | "agency"
  | "language";

/** A value that a file states of an article, and that the article was kept without. */
export interface Omission {
  readonly kind: OmittedKind;
  /** Its beginning, as one line; "…" for what is no text. */
  readonly value: string;
}
