import * as v from "valibot";
import type { ArchiveMessages, OffscreenArchiveMessages } from "./archiveProtocol.ts";
import { pageText } from "./pageTextRequest.ts";
import type { Parsers } from "./router.ts";

const line = v.pipe(v.string(), v.maxLength(2_000));
/** A cluster has some hundred nodes at the most; a few of them are given. */
const lines = v.pipe(v.array(line), v.maxLength(50));
/** A key has a line; what is longer is another file. */
const keyText = v.pipe(v.string(), v.maxLength(1_000));
const nothing = v.strictObject({});

const setup = v.object({
  addresses: lines,
  keyText,
  user: v.nullable(line),
  password: v.nullable(line),
});
const place = v.object({ nodes: lines, name: line, user: v.nullable(line) });

/** Checks each request about the archive; a parser throws when the request is not of its form. */
export const archiveRequests: Parsers<ArchiveMessages> = {
  "archive/status": (request) => v.parse(nothing, request),
  "archive/setUp": (request) => v.parse(v.object({ setup, origins: lines }), request),
  "archive/check": (request) => v.parse(nothing, request),
  "archive/switch": (request) => v.parse(v.object({ on: v.boolean() }), request),
  "archive/remove": (request) => v.parse(nothing, request),
};

/** Checks each request to the offscreen room about the archive, likewise. */
export const offscreenArchiveRequests: Parsers<OffscreenArchiveMessages> = {
  "offscreen/askArchive": (request) =>
    v.parse(v.object({ place, document: line, page: pageText, waits: v.boolean() }), request),
  "offscreen/setUpArchive": (request) => v.parse(setup, request),
  "offscreen/checkArchive": (request) => v.parse(v.object({ place }), request),
  "offscreen/stopArchive": (request) => v.parse(v.object({ forgets: v.boolean() }), request),
};
