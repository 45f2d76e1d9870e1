import * as v from "valibot";
import { type Article, type ArticleId, origins } from "../engine/model/index.ts";
import { type KeptMessages, keptSorts } from "./keptProtocol.ts";
import type { Parsers } from "./router.ts";

/** The most articles in one request; a page has references to some hundred at most. */
const mostAskedFor = 10_000;
/** The most articles in one removal, far more than fit into a library of the usual limit. */
const mostRemoved = 1_000_000;
const longestBody = 4_000_000;
const longestSearch = 300;
const mostHosts = 1_000;

const line = v.pipe(v.string(), v.maxLength(4_000));
const short = v.pipe(v.string(), v.maxLength(40));
const lines = v.pipe(v.array(line), v.maxLength(50));
const id = v.pipe(
  line,
  v.transform((its) => its as ArticleId),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const tabId = count;
const nothing = v.strictObject({});

const query = v.object({
  sort: v.picklist(keptSorts),
  search: v.pipe(v.string(), v.maxLength(longestSearch)),
  origin: v.nullable(v.picklist(origins)),
  outlet: v.nullable(line),
  language: v.nullable(short),
});

const article = v.object({
  id,
  outlet: v.object({ name: line, domain: v.nullable(line) }),
  title: line,
  urls: v.pipe(v.array(v.pipe(line, v.regex(/^https?:\/\//i))), v.maxLength(50)),
  published: v.nullable(
    v.object({
      value: short,
      precision: v.picklist(["year", "month", "day", "minute", "second"]),
      basis: v.picklist(["stated", "inferred"]),
    }),
  ),
  relativeDatesCountFrom: v.nullable(short),
  byline: v.nullable(line),
  agencies: lines,
  language: v.nullable(short),
  body: v.pipe(v.string(), v.maxLength(longestBody)),
});

/** Returns an article that a script in a page sent; null if it is malformed. */
export function parseArticle(given: unknown): Article | null {
  const parsed = v.safeParse(article, given);
  return parsed.success ? parsed.output : null;
}

/** Validates each request about saved articles; a parser throws if a request is malformed. */
export const keptRequests: Parsers<KeptMessages> = {
  "page/save": (request) =>
    v.parse(v.object({ tabId, part: v.picklist(["article", "selection"]) }), request),
  "page/kept": (request) => v.parse(v.object({ tabId }), request),
  "page/changes": (request) => v.parse(v.object({ tabId }), request),
  "kept/list": (request) =>
    v.parse(v.object({ query, from: v.nullable(id), at: count, through: v.nullable(id) }), request),
  "kept/ids": (request) => v.parse(v.object({ query }), request),
  "kept/choices": (request) => v.parse(nothing, request),
  "kept/article": (request) => v.parse(v.object({ id, version: v.nullable(count) }), request),
  "kept/times": (request) =>
    v.parse(v.object({ ids: v.pipe(v.array(id), v.maxLength(mostAskedFor)) }), request),
  "kept/remove": (request) =>
    v.parse(v.object({ ids: v.pipe(v.array(id), v.maxLength(mostRemoved)) }), request),
  "kept/restore": (request) => v.parse(v.object({ inBin: id }), request),
  "memory/read": (request) => v.parse(nothing, request),
  "memory/choose": (request) =>
    v.parse(
      v.object({
        isOn: v.boolean(),
        hostsOff: v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(mostHosts)),
      }),
      request,
    ),
  "memory/forget": (request) => v.parse(nothing, request),
};
