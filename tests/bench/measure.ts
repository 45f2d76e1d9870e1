/** One measure of how fast something is; each stands in its own file under measures/. */
export interface BenchMeasure {
  readonly name: string;
  /** Files and folders under the data folder without which it cannot run; empty for generated texts. */
  readonly needs: readonly string[];
  run(dataFolder: string, options: BenchOptions): Promise<readonly BenchRow[]>;
}

/** What was asked for on the command line. */
export interface BenchOptions {
  /** Measure libraries of a million sentences too: some minutes, and about six gigabytes. */
  readonly isMillion: boolean;
  /** A further size of an archive, in passages; null if none. */
  readonly size: number | null;
  /** A folder that keeps the data of an archive's nodes, so that an interrupted run continues. */
  readonly data: string | null;
}

/** One line of the table. */
export interface BenchRow {
  readonly what: string;
  /** The figure in words, with its unit: "12.3 MB/s". */
  readonly figure: string;
  /** The goal in words, or null for floors and peers. */
  readonly goal: string | null;
  /** Whether the goal is met; null where there is none. */
  readonly isMet: boolean | null;
}
