import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import type { BenchRow } from "../measure.ts";
import { historySvg } from "./historySvg.ts";
import { type VersionFigures, withMeasure } from "./versionFigures.ts";

const folder = "docs/figures";

/** Adds a measure's rows to the file of the present version. */
export function recordMeasure(measure: string, rows: readonly BenchRow[]): void {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const kept = readFigures().find((figures) => figures.version === version);
  const figures: VersionFigures = {
    version,
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    measures: kept?.measures ?? {},
  };
  const text = JSON.stringify(withMeasure(figures, measure, rows), null, 2);
  writeFileSync(path.join(folder, `${version}.json`), `${text}\n`);
}

/** Draws docs/figures/history.svg from all versions' files. */
export function drawHistory(): void {
  writeFileSync(path.join(folder, "history.svg"), historySvg(readFigures()));
  console.log(`\n${folder}/history.svg is drawn.`);
}

function readFigures(): readonly VersionFigures[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as VersionFigures);
}
