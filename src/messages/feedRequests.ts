import * as v from "valibot";
import type { FeedMessages } from "./feedProtocol.ts";
import type { Parsers } from "./router.ts";

const longestOpml = 5_000_000;

const address = v.pipe(v.string(), v.maxLength(2_000));
const title = v.pipe(v.string(), v.maxLength(1_000));
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Validates each request about feeds; a parser throws if a request is malformed. */
export const feedRequests: Parsers<FeedMessages> = {
  "feeds/list": (request) => v.parse(v.strictObject({}), request),
  "feeds/follow": (request) => v.parse(v.object({ url: address, title }), request),
  "feeds/unfollow": (request) => v.parse(v.object({ url: address }), request),
  "feeds/restore": (request) => v.parse(v.object({ url: address }), request),
  "feeds/setFullText": (request) => v.parse(v.object({ url: address, on: v.boolean() }), request),
  "feeds/check": (request) => v.parse(v.object({ url: address }), request),
  "feeds/onPage": (request) => v.parse(v.object({ tabId }), request),
  "feeds/importOpml": (request) =>
    v.parse(v.object({ text: v.pipe(v.string(), v.maxLength(longestOpml)) }), request),
  "feeds/exportOpml": (request) => v.parse(v.object({ title }), request),
};
