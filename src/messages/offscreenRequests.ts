import * as v from "valibot";
import { offscreenArchiveRequests } from "./archiveRequests.ts";
import type { OffscreenMessages } from "./offscreenProtocol.ts";
import type { Parsers } from "./router.ts";

const longestAddress = 4_000;
const longestOpml = 5_000_000;

/** The most characters of a text that the encoder reads. */
const longestEncoded = 4_000;

const line = v.pipe(v.string(), v.maxLength(longestAddress));
const origins = v.pipe(v.array(line), v.maxLength(10));
const lines = v.pipe(v.array(line), v.maxLength(2_000));
const listItem = v.object({ url: line, title: line, siteUrl: v.nullable(line) });

/** Validates each request to the offscreen document; a parser throws if a request is malformed. */
export const offscreenRequests: Parsers<OffscreenMessages> = {
  ...offscreenArchiveRequests,
  "offscreen/readFeed": (request) =>
    v.parse(
      v.object({
        url: line,
        within: origins,
        etag: v.nullable(line),
        lastModified: v.nullable(line),
        known: lines,
      }),
      request,
    ),
  "offscreen/readArticle": (request) => v.parse(v.object({ url: line, within: origins }), request),
  "offscreen/import": (request) => v.parse(v.object({ id: line }), request),
  "offscreen/fetchPack": (request) =>
    v.parse(v.object({ address: line, etag: v.nullable(line), within: origins }), request),
  "offscreen/export": (request) =>
    v.parse(v.object({ format: v.picklist(["jsonl", "ninjs"]) }), request),
  "offscreen/readOpml": (request) =>
    v.parse(v.object({ text: v.pipe(v.string(), v.maxLength(longestOpml)) }), request),
  "offscreen/writeOpml": (request) =>
    v.parse(v.object({ title: line, feeds: v.array(listItem) }), request),
  "offscreen/encode": (request) =>
    v.parse(
      v.object({
        texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestEncoded))), v.maxLength(64)),
        priority: v.picklist(["page", "idle"]),
      }),
      request,
    ),
};
