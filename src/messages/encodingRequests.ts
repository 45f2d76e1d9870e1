import * as v from "valibot";
import type { EncodingMessages } from "./encodingProtocol.ts";
import type { Parsers } from "./router.ts";

/** Validates each request about comparing by meaning; a parser throws if a request is malformed. */
export const encodingRequests: Parsers<EncodingMessages> = {
  "meaning/status": (request) => v.parse(v.strictObject({}), request),
  "meaning/switch": (request) => v.parse(v.object({ on: v.boolean() }), request),
};
