import type { Measure } from "./measure.ts";
import { archive } from "./measures/archive.ts";
import { attributions } from "./measures/attributions.ts";
import { bodies } from "./measures/bodies.ts";
import { bulkMarks } from "./measures/bulkMarks.ts";
import { crosslingual } from "./measures/crosslingual.ts";
import { crossReferences } from "./measures/crossReferences.ts";
import { encoder } from "./measures/encoder.ts";
import { extraction, pageBodies } from "./measures/extraction.ts";
import { falseMarks } from "./measures/falseMarks.ts";
import { gate } from "./measures/gate.ts";
import { livePages } from "./measures/livePages.ts";
import { pagesGold } from "./measures/pagesGold.ts";
import { polnear } from "./measures/polnear.ts";
import { readerMarks } from "./measures/readerMarks.ts";
import { realPages } from "./measures/realPages.ts";
import {
  claimPairs,
  claimPairsHeldOut,
  relationPairs,
  relationPairsHeldOut,
  retoldPairs,
  retoldPairsHeldOut,
} from "./measures/relationPairs.ts";
import { relations, relationsHeldOut } from "./measures/relations.ts";
import { retellings, retellingsInAllNews } from "./measures/retellings.ts";
import { retranslations } from "./measures/retranslations.ts";
import { retrieval } from "./measures/retrieval.ts";
import { sentences } from "./measures/sentences.ts";
import { sourcesAcross } from "./measures/sourcesAcross.ts";
import { entailment, events, graded, paraphrases } from "./measures/statementPairs.ts";
import { storyMarks } from "./measures/storyMarks.ts";
import { storyQuestions } from "./measures/storyQuestions.ts";
import { storyViews } from "./measures/storyViews.ts";

/** All measures, in the order of the table. A new one is one file in measures/ and a line here. */
export const measures: readonly Measure[] = [
  bodies,
  extraction,
  pageBodies,
  livePages,
  gate,
  realPages,
  sentences,
  attributions,
  polnear,
  crossReferences,
  pagesGold,
  relations,
  relationsHeldOut,
  relationPairs,
  relationPairsHeldOut,
  retoldPairs,
  retoldPairsHeldOut,
  claimPairs,
  claimPairsHeldOut,
  retellings,
  retellingsInAllNews,
  falseMarks,
  bulkMarks,
  storyMarks,
  readerMarks,
  storyQuestions,
  storyViews,
  graded,
  paraphrases,
  entailment,
  events,
  retrieval,
  encoder,
  crosslingual,
  retranslations,
  sourcesAcross,
  archive,
];
