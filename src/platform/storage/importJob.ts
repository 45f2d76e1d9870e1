import type { Omission, RefusalReason } from "../../engine/model/index.ts";
import type { ImportProblem, ImportState } from "../../messages/corporaProtocol.ts";

/** An item of an import that was not taken, and why. */
export interface RefusedItem {
  readonly item: string;
  readonly reason: RefusalReason;
}

/** A value that an item of an import states, and that its article was kept without. */
export interface OmittedValue extends Omission {
  readonly item: string;
}

/** An import. Its files are stored with it, so that it continues after any interruption. */
export interface ImportJob {
  readonly id: string;
  readonly state: ImportState;
  /** Why it failed; its files are still there. */
  readonly problem?: ImportProblem;
  /** Names of its files, in order; file n is stored under [id, n] until it is done. */
  readonly files: readonly string[];
  readonly totalBytes: number;
  /** The file that is being read, how many of its items are done; bytes of the files before, and of it. */
  readonly fileAt: number;
  readonly itemsOfFile: number;
  readonly bytesDone: number;
  readonly bytesOfFile: number;
  readonly added: number;
  readonly changed: number;
  readonly known: number;
  readonly refusedCount: number;
  /** The first of them. */
  readonly refused: readonly RefusedItem[];
  /** Values that could not be read, of articles that were kept; missing for none. */
  readonly omittedCount?: number;
  /** The first of them. */
  readonly omitted?: readonly OmittedValue[];
  readonly startedAt: number;
  /**
   * How often it was started since anything of it was stored; a start that ends properly resets it.
   */
  readonly vainStarts?: number;
}
