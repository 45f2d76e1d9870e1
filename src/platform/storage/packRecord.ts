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
  /** The address that the reader fetched it from, where updates are looked for; null for a file. */
  readonly address: string | null;
  /** The ETag of the version that is stored. */
  readonly etag: string | null;
  /** Never of one that waits. */
  readonly isOn: boolean;
  /**
   * Id of an installed pack of the same name and publisher that came from elsewhere: it waits until the
   * reader has said whether it may take that one's place, and is not searched.
   */
  readonly waitsFor?: string;
  /**
   * Set when the reader has removed it: it is listed and searched nowhere, and goes with the next pack that
   * is removed or when the browser is closed. Until then it can be put back as it was.
   */
  readonly removed?: RemovedPack;
  /** In ms since 1970. */
  readonly addedAt: number;
  /** Its segments, in order. */
  readonly segments: readonly string[];
}

/** How a pack stood when it was removed. */
export interface RemovedPack {
  readonly wasOn: boolean;
  /** Ids of the packs that had waited for its place, and have it since. */
  readonly madeWayFor: readonly string[];
}
