import type { BenchRow } from "../measure.ts";

/** What one version's benchmarks gave: a file of docs/figures. */
export interface VersionFigures {
  readonly version: string;
  /** Of the last measure, "2026-11-28". */
  readonly date: string;
  /** Where it was measured: figures of two machines are no comparison. */
  readonly machine: string;
  /** By measure, then by what was measured. */
  readonly measures: Readonly<Record<string, Readonly<Record<string, RecordedFigure>>>>;
}

/** One figure, as the table of `npm run bench` has it. */
export interface RecordedFigure {
  readonly figure: string;
  readonly goal: string | null;
}

/** The same with a measure's rows in the place of what was recorded for it before. */
export function withMeasure(
  figures: VersionFigures,
  measure: string,
  rows: readonly BenchRow[],
): VersionFigures {
  const entries = rows.map(({ what, figure, goal }) => [nameOf(what), { figure, goal }] as const);
  return {
    ...figures,
    measures: { ...figures.measures, [measure]: Object.fromEntries(entries) },
  };
}

/** Without what a row measured beside its figure ("only spaces (9 ms)"): it is another one each time. */
function nameOf(what: string): string {
  return what.replace(/ \([\d.,]+ [^()]{1,9}\)$/, "");
}

/** The first number of a figure in words ("1,847 × faster" → 1847), or null if there is none. */
export function numberIn(figure: string): number | null {
  const digits = /-?\d[\d,]*(?:\.\d+)?/.exec(figure)?.[0];
  return digits === undefined ? null : Number(digits.replaceAll(",", ""));
}

/** Versions in their order: 0.9.0 before 0.10.0. */
export function byVersion(a: VersionFigures, b: VersionFigures): number {
  return a.version.localeCompare(b.version, "en", { numeric: true });
}
