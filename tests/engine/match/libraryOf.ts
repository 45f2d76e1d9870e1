import {
  createLibrary,
  type Library,
  openSegment,
  writeSegment,
} from "../../../src/engine/library/index.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";

/** A library of the given readings in one segment. */
export function libraryOf(...readings: readonly ArticleReading[]): Library {
  return createLibrary([openSegment(writeSegment(readings))]);
}
