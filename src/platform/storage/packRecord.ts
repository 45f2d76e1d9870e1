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
  /** Whether pages are compared with it; false while it waits. */
  readonly isOn: boolean;
  /**
   * Id of an installed pack of the same name and publisher from elsewhere. This one is not searched
   * until the reader agrees that it replaces that one.
   */
  readonly waitsFor?: string;
  /**
   * Set when the reader has removed the pack, which is then neither listed nor searched. It can be
   * restored until the next pack is removed or the browser is closed; then it is deleted.
   */
  readonly removed?: RemovedPack;
  /** In ms since 1970. */
  readonly addedAt: number;
  /** Its segments, in order. */
  readonly segments: readonly string[];
}

/** The state of a pack when it was removed. */
export interface RemovedPack {
  readonly wasOn: boolean;
  /** Ids of the packs that had waited to replace it and were then installed. */
  readonly madeWayFor: readonly string[];
}
