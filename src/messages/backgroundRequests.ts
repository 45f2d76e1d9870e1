import * as v from "valibot";
import { blockElements, blockRegions, type PassageId, relations } from "../engine/model/index.ts";
import { archiveRequests } from "./archiveRequests.ts";
import { corporaRequests } from "./corporaRequests.ts";
import { encodingRequests } from "./encodingRequests.ts";
import { feedRequests } from "./feedRequests.ts";
import { keptRequests } from "./keptRequests.ts";
import { pageText } from "./pageTextRequest.ts";
import { type BackgroundMessages, identifyingChars, sentenceChars } from "./protocol.ts";
import { articleId, count, line, nothing, text } from "./requestParts.ts";
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

const tab = v.object({ tabId: count });

const shortText = v.pipe(v.string(), v.maxLength(identifyingChars));
const dismissedVersion = v.object({
  page: shortText,
  article: articleId,
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

const matchRequest = v.parser(v.object({ page: pageText, isAgain: v.boolean() }));

/** Validates each request to the background; a parser throws if a request is malformed. */
export const backgroundRequests: Parsers<BackgroundMessages> = {
  ...archiveRequests,
  ...corporaRequests,
  ...encodingRequests,
  ...feedRequests,
  ...keptRequests,
  ...storyRequests,
  "gate/articleSeen": v.parser(nothing),
  "page/understand": v.parser(v.object({ page: pageContents })),
  "page/matchPublic": matchRequest,
  "page/match": matchRequest,
  "page/meaning": v.parser(
    v.object({ page: pageText, from: count, answered: count, isCompared: v.boolean() }),
  ),
  "frame/settings": v.parser(nothing),
  "card/fetch": v.parser(nothing),
  "list/open": v.parser(askedPassage),
  "tab/status": v.parser(tab),
  "tab/check": v.parser(tab),
  "site/switch": v.parser(
    v.object({ host: v.pipe(v.string(), v.maxLength(255)), on: v.boolean() }),
  ),
  "everywhere/switch": v.parser(v.object({ on: v.boolean() })),
  "sentence/match": v.parser(
    v.object({ text: v.pipe(v.string(), v.maxLength(sentenceChars)), byMeaning: v.boolean() }),
  ),
  "library/status": v.parser(nothing),
  "choices/read": v.parser(nothing),
  "choices/change": v.parser(choicesChange),
  "match/dismiss": v.parser(dismissedVersion),
  "match/restore": v.parser(dismissedVersion),
  "workMode/choose": v.parser(
    v.object({ mode: v.picklist(["everywhere", "chosenSites", "onClick"]) }),
  ),
};
