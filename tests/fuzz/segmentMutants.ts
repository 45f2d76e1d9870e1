import { checksum } from "../../src/engine/library/checksum.ts";
import {
  allSteps,
  createLibrary,
  mergeSegments,
  openSegment,
  SegmentError,
  withoutArticles,
  writeSegment,
} from "../../src/engine/library/index.ts";
import type { Segment } from "../../src/engine/library/segment.ts";
import { headLength } from "../../src/engine/library/segmentLayout.ts";
import { matchPage } from "../../src/engine/match/matcher.ts";
import { readingOf } from "../engine/library/readingBuilder.ts";
import { type MutantFigures, mutantOf, type Random, readMutants } from "./mutate.ts";

const harvest = "The grain harvest failed in the southern valleys, the ministry said on Saturday.";
const good = writeSegment([
  readingOf("a", [
    {
      text: "On Saturday 12 ministers met in Moscow.",
      speaker: "Sergey Lavrov",
      via: ["TASS"],
      names: [{ start: 32, end: 38, canonical: "Moscow", key: "moscow", kind: "place" }],
      dates: [{ start: 3, end: 11, value: "2018-12-29", precision: "day", relative: true }],
      numbers: [{ start: 12, end: 14, value: 12, upper: 13, unit: null, bound: "about" }],
    },
    harvest,
  ]),
  readingOf("b", ["Grain prices rose after the harvest failed."]),
]);
const other = openSegment(writeSegment([readingOf("c", [harvest])]));
const page = readingOf("page", [harvest, "On Saturday 12 ministers met in Moscow."]);

/** Opens, reads, searches, thins and merges mutants of a segment: only SegmentErrors may come of it. */
export function readSegmentMutants(count: number, seed: number): MutantFigures {
  return readMutants(count, seed, mutant, readAll, (error) => error instanceof SegmentError);
}

/** Of every other mutant the head is right again, so that what is wrong lies deeper. */
function mutant(random: Random): Uint8Array {
  const bytes = mutantOf(good, random);
  return random(2) === 0 ? bytes : withRightHead(bytes);
}

function withRightHead(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(Math.max(bytes.length, headLength * 4) / 8) * 8);
  whole.set(bytes);
  const words = new Uint32Array(whole.buffer, 0, headLength);
  words.set(new Uint32Array(good.slice(0, 16).buffer));
  words[4] = whole.length;
  words[5] = 0;
  words[5] = checksum(words.slice());
  return whole;
}

function readAll(bytes: Uint8Array): void {
  const segment = openSegment(bytes);
  readRows(segment, bytes.length);
  matchPage(page, createLibrary([segment, other]));
  if (segment.articleCount > 0) {
    const thinned = withoutArticles(segment, new Set([segment.rows.article(0).id]));
    matchPage(page, createLibrary([thinned, other]));
  }
  const merged = openSegment(allSteps(mergeSegments([segment, other])));
  matchPage(page, createLibrary([merged]));
}

/** No text and no count may come from outside the mutant. */
function readRows(segment: Segment, bytes: number): void {
  const library = createLibrary([segment]);
  for (let article = 0; article < library.articleCount; article++) {
    const { title, body, urls } = segment.rows.article(article);
    check(title.length + body.length + urls.join("").length <= bytes * 8, "an article too long");
    const { first, count } = library.passagesOf(article);
    check(first >= 0 && first + count <= library.passageCount, "passages that are not there");
  }
  for (let passage = 0; passage < library.passageCount; passage++) {
    check(library.passage(passage).text.length <= bytes / 2, "a passage too long");
    check(library.articleOf(passage) < Math.max(1, library.articleCount), "no such article");
    for (const hash of library.termsOf(passage)) {
      check(library.documentFrequency(hash) <= bytes / 4, "more passages than bytes");
    }
  }
}

function check(isRight: boolean, what: string): void {
  if (!isRight) throw new Error(what);
}
