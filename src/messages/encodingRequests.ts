import * as v from "valibot";
import type { EncodingMessages } from "./encodingProtocol.ts";
import type { Parsers } from "./router.ts";

/** Checks each request about comparing by meaning; a parser throws when the request is not of its form. */
export const encodingRequests: Parsers<EncodingMessages> = {
  "meaning/status": (request) => v.parse(v.strictObject({}), request),
  "meaning/switch": (request) => v.parse(v.object({ on: v.boolean() }), request),
};
