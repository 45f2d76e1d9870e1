/** One measure of how well something is understood; each stands in its own file under measures/. */
export interface Measure {
  readonly name: string;
  /** What the figures should reach, by figure's name: a number is a floor. */
  readonly goal: Readonly<Record<string, number | string>>;
  /** What something simple or published reaches, by figure's name. */
  readonly baseline: Readonly<Record<string, number | string>>;
  /** Files and folders under the data folder without which it cannot run. */
  readonly needs: readonly string[];
  /** Measures, and returns the figures by name. */
  run(dataFolder: string): Promise<Figures>;
}

/** Figures by name; a string is shown as it stands and compared with nothing. */
export type Figures = Readonly<Record<string, number | string>>;
