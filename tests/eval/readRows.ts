import { readFileSync } from "node:fs";

/** The objects of a JSON Lines file. The caller says what they are: evaluation data is trusted. */
export function readRows<Row>(file: string): Row[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);
}
