export { createLibrary, type Library, type Tier } from "./library.ts";
export type { StoredPassage } from "./rowReader.ts";
export type { Segment } from "./segment.ts";
export { SegmentError, type SegmentErrorKind } from "./segmentError.ts";
export { openSegment, verifySegment } from "./segmentReader.ts";
export { writeSegment } from "./segmentWriter.ts";
