import * as v from "valibot";
import type { ArchiveMessages, OffscreenArchiveMessages } from "./archiveProtocol.ts";
import { pageText } from "./pageTextRequest.ts";
import { nothing } from "./requestParts.ts";
import type { Parsers } from "./router.ts";

const line = v.pipe(v.string(), v.maxLength(2_000));
/** The most addresses. A cluster has some hundred nodes at most, of which a few are given. */
const lines = v.pipe(v.array(line), v.maxLength(50));
/** A key file has one line; a longer text is another file. */
const keyText = v.pipe(v.string(), v.maxLength(1_000));

const setup = v.object({
  addresses: lines,
  keyText,
  user: v.nullable(line),
  password: v.nullable(line),
});
const place = v.object({ nodes: lines, name: line, user: v.nullable(line) });

/** Validates each request about the archive; a parser throws if a request is malformed. */
export const archiveRequests: Parsers<ArchiveMessages> = {
  "archive/status": v.parser(nothing),
  "archive/setUp": v.parser(v.object({ setup, origins: lines })),
  "archive/check": v.parser(nothing),
  "archive/switch": v.parser(v.object({ on: v.boolean() })),
  "archive/remove": v.parser(nothing),
};

/** Validates each request to the offscreen document about the archive, likewise. */
export const offscreenArchiveRequests: Parsers<OffscreenArchiveMessages> = {
  "offscreen/askArchive": v.parser(
    v.object({ place, document: line, page: pageText, waits: v.boolean() }),
  ),
  "offscreen/setUpArchive": v.parser(setup),
  "offscreen/checkArchive": v.parser(v.object({ place })),
  "offscreen/stopArchive": v.parser(v.object({ forgets: v.boolean() })),
};
