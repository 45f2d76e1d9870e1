/** A file in a package. */
export interface PackedFile {
  /** With "/" between folders on every system. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
