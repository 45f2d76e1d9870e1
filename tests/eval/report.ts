import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes what a measure found to a file of its own, to be read by eye, if EVAL_REPORTS names a
 * folder. Evaluation data stays out of the repository: so do these files.
 */
export function report(file: string, lines: readonly string[]): void {
  const folder = process.env.EVAL_REPORTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, file), `${lines.join("\n")}\n`);
}
