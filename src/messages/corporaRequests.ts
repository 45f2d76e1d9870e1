import * as v from "valibot";
import type { CorporaMessages } from "./corporaProtocol.ts";
import type { Parsers } from "./router.ts";

const nothing = v.strictObject({});
const id = v.object({ id: v.pipe(v.string(), v.maxLength(300)) });
const mostBytes = 100_000_000_000;

/** An http or https address. */
const address = v.pipe(v.string(), v.maxLength(4_000), v.regex(/^https?:\/\//i));

/** Validates each request about corpora; a parser throws if a request is malformed. */
export const corporaRequests: Parsers<CorporaMessages> = {
  "corpora/status": (request) => v.parse(nothing, request),
  "corpora/import": (request) => v.parse(nothing, request),
  "corpora/cancelImport": (request) => v.parse(id, request),
  "corpora/retryImport": (request) => v.parse(id, request),
  "corpora/skipImportFile": (request) => v.parse(id, request),
  "corpora/forgetImport": (request) => v.parse(id, request),
  "corpora/fetchPack": (request) => v.parse(v.object({ address }), request),
  "corpora/switchPack": (request) =>
    v.parse(v.object({ ...id.entries, isOn: v.boolean() }), request),
  "corpora/answerPack": (request) =>
    v.parse(v.object({ ...id.entries, isWanted: v.boolean() }), request),
  "corpora/removePack": (request) => v.parse(id, request),
  "corpora/restorePack": (request) => v.parse(nothing, request),
  "corpora/setLimits": (request) =>
    v.parse(
      v.object({
        mostBytes: v.pipe(v.number(), v.minValue(1_000_000), v.maxValue(mostBytes)),
        readDays: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(36_500))),
      }),
      request,
    ),
  "corpora/export": (request) =>
    v.parse(v.object({ format: v.picklist(["jsonl", "ninjs"]) }), request),
  "corpora/readSetAside": (request) => v.parse(nothing, request),
  "corpora/forgetSetAside": (request) => v.parse(nothing, request),
  "corpora/removeEverything": (request) => v.parse(nothing, request),
};
