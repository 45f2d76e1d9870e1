import type { LoadEncoder } from "./meaning.ts";

/** What the build puts beside the program. */
export interface ProgramParts {
  /** Holds the bundled corpus. */
  readonly bundledFolder: string;
  /** Called once, by a command that compares by meaning. */
  readonly loadEncoder: LoadEncoder;
}
