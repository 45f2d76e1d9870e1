import { readFileSync } from "node:fs";
import { createLibrary, openSegment } from "../../src/engine/library/index.ts";
import { matchPage } from "../../src/engine/match/matcher.ts";
import { timed } from "./timing.ts";

/**
 * A process that has matched nothing yet: `coldMatch.ts SEGMENT READINGS` prints the milliseconds
 * of one page after another as a JSON list, the first one cold.
 */
const [segmentFile = "", readingsFile = ""] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(segmentFile));
const pages = JSON.parse(readFileSync(readingsFile, "utf8"));
const library = createLibrary([openSegment(bytes)]);
console.log(JSON.stringify(pages.map((page: never) => timed(() => matchPage(page, library)).ms)));
