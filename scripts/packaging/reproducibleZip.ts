import { zipSync } from "fflate";
import type { PackedFile } from "./packedFile.ts";

/** The first day that a zip can name, by the local clock, which is what a zip names. */
const firstDay = () => new Date(1980, 0, 1, 12);

/** Weights and pictures hardly shrink: a higher level takes seconds more for a thousandth less. */
const level = 6;

/**
 * Returns a zip with the same bytes on every machine: entries sorted by code unit, not by locale,
 * one time for all, no owner and no permissions. fflate packs in JavaScript; Node's own zlib gives
 * other bytes on other processors.
 */
export function reproducibleZip(files: readonly PackedFile[]): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const entries = sorted.map(({ path, bytes }) => [path, bytes] as const);
  return zipSync(Object.fromEntries(entries), { level, mtime: firstDay() });
}
