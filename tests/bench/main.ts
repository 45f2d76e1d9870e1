import { existsSync } from "node:fs";
import path from "node:path";
import { benchOptions } from "./benchOptions.ts";
import { drawHistory, recordMeasure } from "./history/figureFiles.ts";
import type { BenchMeasure } from "./measure.ts";
import { measures } from "./registry.ts";

/**
 * Runs the speed measures and prints one table; each prints its floor beside it, for times on a
 * shared machine mean little by themselves.
 *
 * `npm run bench [-- NAME… --million --size=N --data=FOLDER --record]`. `--record` writes the figures to docs/figures/VERSION.json
 * and draws all versions' as docs/figures/history.svg; `-- --draw` only draws. Texts are found by EVAL_DATA (default ../shared); without them the
 * measures that need them are left out.
 */
const dataFolder = path.resolve(process.env.EVAL_DATA ?? "../shared");
const given = process.argv.slice(2);
const wanted = given.filter((word) => !word.startsWith("--"));
const options = readOptions();
const isRecorded = given.includes("--record");

if (!given.includes("--draw")) {
  for (const measure of measures.filter(isWanted)) await printMeasure(measure);
}
if (isRecorded || given.includes("--draw")) drawHistory();

function readOptions() {
  try {
    return benchOptions(given);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

function isWanted(measure: BenchMeasure): boolean {
  return wanted.length === 0 || wanted.some((word) => measure.name.includes(word));
}

async function printMeasure(measure: BenchMeasure): Promise<void> {
  const missing = measure.needs.filter((need) => !existsSync(path.join(dataFolder, need)));
  console.log(`\n${measure.name}`);
  if (missing.length > 0) {
    console.log(`  no data (${missing.join(", ")})`);
    return;
  }
  const rows = await measure.run(dataFolder, options);
  if (isRecorded) recordMeasure(measure.name, rows);
  for (const { what, figure, goal, isMet } of rows) {
    const verdict = isMet === null ? "" : isMet ? "  met" : "  not met";
    console.log(`  ${what.padEnd(46)} ${figure.padStart(14)}  ${goal ?? ""}${verdict}`);
  }
}
