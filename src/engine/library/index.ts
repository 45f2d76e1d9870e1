export { createLibrary, type Library } from "./library.ts";
export { mergeSegments } from "./mergeSegments.ts";
export { SegmentError } from "./segmentError.ts";
export { openSegment, verifySegment } from "./segmentReader.ts";
export { writeSegment } from "./segmentWriter.ts";
export { allSteps } from "./steps.ts";
export { withoutArticles } from "./withoutArticles.ts";
