import type { IndexCache } from "./indexCache.ts";
import type { LoadEncoder } from "./meaning.ts";

/** What the build puts beside the program. */
export interface ProgramParts {
  /** Holds the bundled corpus. */
  readonly bundledFolder: string;
  /** Called once, by a command that compares by meaning. */
  readonly loadEncoder: LoadEncoder;
  readonly version: string;
  /** Where corpora that were read once are kept; `noIndexCache` keeps nothing. */
  readonly indexCache: IndexCache;
  /** Names what of the program corpora are read by: what another one kept is not used. */
  readonly build: string;
  /** The program's own file, which other processes of it are started from; null: there are none. */
  readonly programFile: string | null;
}
