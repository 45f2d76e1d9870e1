import * as v from "valibot";
import {
  type ArticleId,
  blockElements,
  blockRegions,
  type PassageId,
  relations,
} from "../engine/model/index.ts";
import { archiveRequests } from "./archiveRequests.ts";
import { corporaRequests } from "./corporaRequests.ts";
import { encodingRequests } from "./encodingRequests.ts";
import { feedRequests } from "./feedRequests.ts";
import { keptRequests } from "./keptRequests.ts";
import { line, pageText, text } from "./pageTextRequest.ts";
import { type BackgroundMessages, dismissedChars, sentenceChars } from "./protocol.ts";
import type { Parsers } from "./router.ts";
import { storyRequests } from "./storyRequests.ts";

/** The most parts of a page: far above any article, far below what could do harm. */
const mostParts = 50_000;

const nullableText = v.nullable(text);

const pageStatements = v.object({
  address: nullableText,
  canonical: nullableText,
  title: nullableText,
  tags: v.pipe(v.array(v.tuple([text, text])), v.maxLength(mostParts)),
  jsonLd: v.pipe(
    v.array(v.object({ source: text, isOutdated: v.boolean() })),
    v.maxLength(mostParts),
  ),
  headings: v.pipe(v.array(text), v.maxLength(mostParts)),
  dates: v.pipe(
    v.array(v.object({ machine: nullableText, text, isOfChange: v.boolean() })),
    v.maxLength(mostParts),
  ),
  byline: nullableText,
  language: nullableText,
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const pageBlocks = v.array(
  v.object({
    text,
    element: v.picklist(blockElements),
    headingLevel: v.pipe(count, v.maxValue(6)),
    linkChars: count,
    region: v.picklist(blockRegions),
  }),
);
const pageContents = v.object({
  statements: pageStatements,
  blocks: v.pipe(pageBlocks, v.maxLength(mostParts)),
});

const nothing = v.strictObject({});
const tab = v.object({ tabId: v.pipe(v.number(), v.integer(), v.minValue(0)) });

const shortText = v.pipe(v.string(), v.maxLength(dismissedChars));
const dismissedVersion = v.object({
  page: shortText,
  article: v.pipe(
    line,
    v.transform((id) => id as ArticleId),
  ),
  outlet: line,
  corpus: shortText,
});
const askedPassage = v.object({
  page: shortText,
  compare: v.nullable(
    v.pipe(
      line,
      v.transform((id) => id as PassageId),
    ),
  ),
});
const choicesChange = v.object({
  leastScore: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  relationsHidden: v.pipe(v.array(v.picklist(relations)), v.maxLength(relations.length)),
});

const matchRequest = v.object({ page: pageText, isAgain: v.boolean() });

/** Validates each request to the background; a parser throws if a request is malformed. */
export const backgroundRequests: Parsers<BackgroundMessages> = {
  ...archiveRequests,
  ...corporaRequests,
  ...encodingRequests,
  ...feedRequests,
  ...keptRequests,
  ...storyRequests,
  "gate/articleSeen": (request) => v.parse(nothing, request),
  "page/understand": (request) => v.parse(v.object({ page: pageContents }), request),
  "page/matchPublic": (request) => v.parse(matchRequest, request),
  "page/match": (request) => v.parse(matchRequest, request),
  "page/meaning": (request) =>
    v.parse(
      v.object({ page: pageText, from: count, answered: count, isCompared: v.boolean() }),
      request,
    ),
  "frame/settings": (request) => v.parse(nothing, request),
  "card/fetch": (request) => v.parse(nothing, request),
  "list/open": (request) => v.parse(askedPassage, request),
  "tab/status": (request) => v.parse(tab, request),
  "tab/check": (request) => v.parse(tab, request),
  "site/switch": (request) =>
    v.parse(v.object({ host: v.pipe(v.string(), v.maxLength(255)), on: v.boolean() }), request),
  "everywhere/switch": (request) => v.parse(v.object({ on: v.boolean() }), request),
  "sentence/match": (request) =>
    v.parse(
      v.object({ text: v.pipe(v.string(), v.maxLength(sentenceChars)), byMeaning: v.boolean() }),
      request,
    ),
  "library/status": (request) => v.parse(nothing, request),
  "choices/read": (request) => v.parse(nothing, request),
  "choices/change": (request) => v.parse(choicesChange, request),
  "match/dismiss": (request) => v.parse(dismissedVersion, request),
  "match/restore": (request) => v.parse(dismissedVersion, request),
  "workMode/choose": (request) =>
    v.parse(v.object({ mode: v.picklist(["everywhere", "chosenSites", "onClick"]) }), request),
};
