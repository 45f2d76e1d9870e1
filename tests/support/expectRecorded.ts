import path from "node:path";
import { expect } from "vitest";

/** A row of a recorded table. */
export type Row = readonly (string | number)[];

/** Compares a table with tests/fixtures/recorded. Numbers have three decimals. */
export async function expectRecorded(name: string, rows: readonly Row[]): Promise<void> {
  const lines = rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? rounded(cell) : cell)).join("\t"),
  );
  const file = path.resolve(`tests/fixtures/recorded/${name}.tsv`);
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(file);
}

/** With three decimals. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
