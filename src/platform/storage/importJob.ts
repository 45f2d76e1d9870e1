/** An item of an import that was not taken, and why. */
export interface RefusedItem {
  readonly item: string;
  readonly reason: string;
}

/** An import: its files are stored beside it, so that it goes on after any interruption. */
export interface ImportJob {
  readonly id: string;
  readonly state: "running" | "cancelled" | "done" | "failed";
  /** Names of its files, in order; file n is stored under [id, n] until it is done. */
  readonly files: readonly string[];
  readonly totalBytes: number;
  /** The file that is being read, how many of its items are done, and bytes of the files before. */
  readonly fileAt: number;
  readonly itemsOfFile: number;
  readonly bytesDone: number;
  readonly added: number;
  readonly changed: number;
  readonly known: number;
  readonly refusedCount: number;
  /** The first of them. */
  readonly refused: readonly RefusedItem[];
  readonly startedAt: number;
}
