import * as v from "valibot";
import type { EncodingMessages } from "./encodingProtocol.ts";
import { nothing } from "./requestParts.ts";
import type { Parsers } from "./router.ts";

/** Validates each request about comparing by meaning; a parser throws if a request is malformed. */
export const encodingRequests: Parsers<EncodingMessages> = {
  "meaning/status": v.parser(nothing),
  "meaning/switch": v.parser(v.object({ on: v.boolean() })),
};
