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
  "offscreen/readFeed": v.parser(
    v.object({
      url: line,
      within: origins,
      etag: v.nullable(line),
      lastModified: v.nullable(line),
      known: lines,
    }),
  ),
  "offscreen/readArticle": v.parser(v.object({ url: line, within: origins })),
  "offscreen/import": v.parser(v.object({ id: line })),
  "offscreen/fetchPack": v.parser(
    v.object({ address: line, etag: v.nullable(line), within: origins }),
  ),
  "offscreen/export": v.parser(v.object({ format: v.picklist(["jsonl", "ninjs"]) })),
  "offscreen/readOpml": v.parser(v.object({ text: v.pipe(v.string(), v.maxLength(longestOpml)) })),
  "offscreen/writeOpml": v.parser(v.object({ title: line, feeds: v.array(listItem) })),
  "offscreen/encode": v.parser(
    v.object({
      texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestEncoded))), v.maxLength(64)),
      priority: v.picklist(["page", "idle"]),
    }),
  ),
};
