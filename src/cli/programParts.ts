import type { IndexCache } from "./corpus/indexCache.ts";
import type { LoadEncoder } from "./match/meaning.ts";
import type { ReadPdf } from "./read/pdfProcess.ts";

/** The files that the build puts beside the program. */
export interface ProgramParts {
  /** The folder with the bundled corpus. */
  readonly bundledFolder: string;
  /** Called once, by a command that compares by meaning. */
  readonly loadEncoder: LoadEncoder;
  readonly readPdf: ReadPdf;
  readonly version: string;
  /** The cache of corpora; `noIndexCache` keeps nothing. */
  readonly indexCache: IndexCache;
  /** Identifies the code that reads corpora: a cache that other code wrote is not used. */
  readonly build: string;
  /** The program's own file, which other processes of it are started from; null: there are none. */
  readonly programFile: string | null;
}
