/** A file as it stands in a package. */
export interface PackedFile {
  /** With "/" between folders, whatever the system. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
