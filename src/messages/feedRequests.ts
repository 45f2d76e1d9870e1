import * as v from "valibot";
import type { FeedMessages } from "./feedProtocol.ts";
import { count, nothing } from "./requestParts.ts";
import type { Parsers } from "./router.ts";

const longestOpml = 5_000_000;

const address = v.pipe(v.string(), v.maxLength(2_000));
const title = v.pipe(v.string(), v.maxLength(1_000));

/** Validates each request about feeds; a parser throws if a request is malformed. */
export const feedRequests: Parsers<FeedMessages> = {
  "feeds/list": v.parser(nothing),
  "feeds/follow": v.parser(v.object({ url: address, title })),
  "feeds/unfollow": v.parser(v.object({ url: address })),
  "feeds/restore": v.parser(v.object({ url: address })),
  "feeds/setFullText": v.parser(v.object({ url: address, on: v.boolean() })),
  "feeds/check": v.parser(v.object({ url: address })),
  "feeds/onPage": v.parser(v.object({ tabId: count })),
  "feeds/importOpml": v.parser(v.object({ text: v.pipe(v.string(), v.maxLength(longestOpml)) })),
  "feeds/exportOpml": v.parser(v.object({ title })),
};
