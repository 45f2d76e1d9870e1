import * as v from "valibot";
import type { CorporaMessages } from "./corporaProtocol.ts";
import { nothing } from "./requestParts.ts";
import type { Parsers } from "./router.ts";

const id = v.object({ id: v.pipe(v.string(), v.maxLength(300)) });
const mostBytes = 100_000_000_000;

/** An http or https address. */
const address = v.pipe(v.string(), v.maxLength(4_000), v.regex(/^https?:\/\//i));

/** Validates each request about corpora; a parser throws if a request is malformed. */
export const corporaRequests: Parsers<CorporaMessages> = {
  "corpora/status": v.parser(nothing),
  "corpora/import": v.parser(nothing),
  "corpora/cancelImport": v.parser(id),
  "corpora/retryImport": v.parser(id),
  "corpora/skipImportFile": v.parser(id),
  "corpora/forgetImport": v.parser(id),
  "corpora/fetchPack": v.parser(v.object({ address })),
  "corpora/switchPack": v.parser(v.object({ ...id.entries, isOn: v.boolean() })),
  "corpora/answerPack": v.parser(v.object({ ...id.entries, isWanted: v.boolean() })),
  "corpora/removePack": v.parser(id),
  "corpora/restorePack": v.parser(nothing),
  "corpora/setLimits": v.parser(
    v.object({
      mostBytes: v.pipe(v.number(), v.minValue(1_000_000), v.maxValue(mostBytes)),
      readDays: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(36_500))),
    }),
  ),
  "corpora/export": v.parser(v.object({ format: v.picklist(["jsonl", "ninjs"]) })),
  "corpora/readSetAside": v.parser(nothing),
  "corpora/forgetSetAside": v.parser(nothing),
  "corpora/removeEverything": v.parser(nothing),
};
