export { createLibrary, type Library } from "./library.ts";
export { allSteps, mergeSegments } from "./mergeSegments.ts";
export { SegmentError } from "./segmentError.ts";
export { openSegment, verifySegment } from "./segmentReader.ts";
export { writeSegment } from "./segmentWriter.ts";
export { withoutArticles } from "./withoutArticles.ts";
