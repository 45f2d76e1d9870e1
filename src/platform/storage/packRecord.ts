/** A pack that was added: what its manifest says, and where it came from. Its file is stored apart. */
export interface PackRecord {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
  readonly date: string;
  readonly version: string;
  readonly articleCount: number;
  readonly fileBytes: number;
  /** Where updates are looked for; null when it was added from a file. */
  readonly address: string | null;
  /** What the server called the version that is stored. */
  readonly etag: string | null;
  readonly isOn: boolean;
  /** In ms since 1970. */
  readonly addedAt: number;
  /** Its segments, in order. */
  readonly segments: readonly string[];
}
