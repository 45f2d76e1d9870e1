import * as v from "valibot";
import { type Article, origins } from "../engine/model/index.ts";
import { type KeptMessages, keptSorts } from "./keptProtocol.ts";
import { articleId, count, line, nothing, published, text } from "./requestParts.ts";
import type { Parsers } from "./router.ts";

/** The most articles in one request; a page has references to some hundred at most. */
const mostAskedFor = 10_000;
/** The most articles in one removal, far more than fit into a library of the usual limit. */
const mostRemoved = 1_000_000;
const longestSearch = 300;
const mostHosts = 1_000;

const short = v.pipe(v.string(), v.maxLength(40));
const lines = v.pipe(v.array(line), v.maxLength(50));

const query = v.object({
  sort: v.picklist(keptSorts),
  search: v.pipe(v.string(), v.maxLength(longestSearch)),
  origin: v.nullable(v.picklist(origins)),
  outlet: v.nullable(line),
  language: v.nullable(short),
});

const article = v.object({
  id: articleId,
  outlet: v.object({ name: line, domain: v.nullable(line) }),
  title: line,
  urls: v.pipe(v.array(v.pipe(line, v.regex(/^https?:\/\//i))), v.maxLength(50)),
  published: v.nullable(published),
  relativeDatesCountFrom: v.nullable(short),
  byline: v.nullable(line),
  agencies: lines,
  language: v.nullable(short),
  body: text,
});

/** Returns an article that a script in a page sent; null if it is malformed. */
export function parseArticle(given: unknown): Article | null {
  const parsed = v.safeParse(article, given);
  return parsed.success ? parsed.output : null;
}

/** Validates each request about saved articles; a parser throws if a request is malformed. */
export const keptRequests: Parsers<KeptMessages> = {
  "page/save": v.parser(v.object({ tabId: count, part: v.picklist(["article", "selection"]) })),
  "page/kept": v.parser(v.object({ tabId: count })),
  "page/changes": v.parser(v.object({ tabId: count })),
  "kept/list": v.parser(
    v.object({ query, from: v.nullable(articleId), at: count, through: v.nullable(articleId) }),
  ),
  "kept/ids": v.parser(v.object({ query })),
  "kept/choices": v.parser(nothing),
  "kept/article": v.parser(v.object({ id: articleId, version: v.nullable(count) })),
  "kept/times": v.parser(v.object({ ids: v.pipe(v.array(articleId), v.maxLength(mostAskedFor)) })),
  "kept/remove": v.parser(v.object({ ids: v.pipe(v.array(articleId), v.maxLength(mostRemoved)) })),
  "kept/restore": v.parser(v.object({ inBin: articleId })),
  "memory/read": v.parser(nothing),
  "memory/choose": v.parser(
    v.object({
      isOn: v.boolean(),
      hostsOff: v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(mostHosts)),
    }),
  ),
  "memory/forget": v.parser(nothing),
};
