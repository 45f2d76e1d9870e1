import { existsSync } from "node:fs";
import path from "node:path";
import type { Measure } from "./measure.ts";
import { measures } from "./registry.ts";

/**
 * Runs the measures whose data is there and prints one table.
 *
 * `npm run eval [-- NAME…]`: all of them, or those whose name contains one of the words.
 * The data is found by EVAL_DATA (default ../shared) and is no part of this repository.
 */
const dataFolder = path.resolve(process.env.EVAL_DATA ?? "../shared");
const wanted = process.argv.slice(2);

if (existsSync(dataFolder)) await printTable();
else console.log(`No evaluation data at ${dataFolder}: nothing to measure. Set EVAL_DATA.`);

async function printTable(): Promise<void> {
  const rows: string[][] = [["measure", "figure", "baseline", "goal", "now", "met"]];
  for (const measure of measures.filter(isWanted)) {
    const missing = measure.needs.filter((need) => !existsSync(path.join(dataFolder, need)));
    if (missing.length > 0) console.log(`${measure.name}: no data (${missing.join(", ")})`);
    else rows.push(...(await rowsOf(measure)));
  }
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) console.log(row.map((cell, at) => cell.padEnd(widths[at]!)).join("  "));
}

function isWanted(measure: Measure): boolean {
  return wanted.length === 0 || wanted.some((word) => measure.name.includes(word));
}

async function rowsOf(measure: Measure): Promise<string[][]> {
  const figures = await measure.run(dataFolder);
  return Object.entries(figures).map(([name, now]) => {
    const goal = measure.goal[name];
    const isMet = typeof goal === "number" && typeof now === "number" ? now >= goal : null;
    const verdict = isMet === null ? "" : isMet ? "yes" : "no";
    return [measure.name, name, show(measure.baseline[name]), show(goal), show(now), verdict];
  });
}

function show(value: number | string | undefined): string {
  if (value === undefined) return "–";
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}
