import path from "node:path";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { readStatement } from "../../../src/engine/extract/readStatement.ts";
import { createLibrary } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import { writeSegment } from "../../../src/engine/library/segmentWriter.ts";
import { type ComparedPair, comparePage } from "../../../src/engine/match/comparePage.ts";
import { comparePassages } from "../../../src/engine/match/comparison.ts";
import { preparePassage } from "../../../src/engine/match/preparedPassage.ts";
import { createWordWeights } from "../../../src/engine/match/wordWeights.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { plainArticle } from "../plainArticle.ts";
import { readRows } from "../readRows.ts";

/** A pair of passages out of two articles, found by the product's own candidates. */
export interface LabelledPair {
  readonly set: string;
  readonly pair: ComparedPair;
  /** The page whose passage it is, for neighbours. */
  readonly page: string;
  /** 1: says the same, 0: does not, null: nobody has said. */
  readonly label: 0 | 1 | null;
}

/** A document of ECB+: tokenised sentences, and what they mention. */
export interface EcbDocument {
  readonly doc: string;
  readonly topic: number;
  readonly subtopic: string;
  readonly sentences: readonly string[];
  readonly selected_sentences: readonly number[];
  readonly mentions: readonly {
    readonly instance: string;
    readonly type: string;
    readonly sentence: number;
  }[];
}

/**
 * ECB+: sentences of different documents on one event are the same if they share an event and
 * half of what the shorter one mentions (events, participants, places, times). Documents of one subtopic are
 * given one date, other subtopics other ones, so that the tie of story has something to go by;
 * one document in four has none.
 */
export function ecbPairs(dataFolder: string, topics: (topic: number) => boolean): LabelledPair[] {
  const documents = ecbDocuments(dataFolder).filter(({ topic }) => topics(topic));
  const subtopics = [...new Set(documents.map(({ subtopic }) => subtopic))];
  const readings = documents.map((document, i) =>
    readEcb(document, i % 4 === 3 ? null : dayOf(subtopics.indexOf(document.subtopic), i)),
  );
  const library = createLibrary([
    openSegment(writeSegment(readings.map(({ reading }) => reading))),
  ]);
  return readings.flatMap(({ reading, sentenceAt }, i) => {
    const document = documents[i]!;
    return comparePage(reading, library)
      .filter(({ article }) => article !== i)
      .map((pair): LabelledPair => {
        const other = documents[pair.article]!;
        const a = sentenceAt(reading.passages[pair.place]!);
        const b = readings[pair.article]!.sentenceAt(pair.stored);
        return { set: "ecb", pair, page: document.doc, label: labelOf(document, a, other, b) };
      });
  });
}

/** The documents of the topics that may be looked at. */
export function ecbDocuments(dataFolder: string): readonly EcbDocument[] {
  return readRows(path.join(dataFolder, "eval/ecbplus/docs.jsonl"));
}

/** Two months between subtopics, up to two days within. */
function dayOf(subtopic: number, i: number): string {
  const ms = Date.UTC(2010, 0, 1) + (subtopic * 60 + (i % 3)) * 86_400_000;
  return new Date(ms).toISOString().slice(0, 10);
}

function readEcb(document: EcbDocument, day: string | null) {
  const texts = document.sentences.map(detokenise);
  const starts: number[] = [];
  let at = 0;
  for (const text of texts) {
    starts.push(at);
    at += text.length + 2;
  }
  const reading = readArticle(plainArticle(document.doc, "", texts.join("\n\n"), day));
  const sentenceAt = ({ start }: { readonly start: number }) =>
    starts.findLastIndex((begin) => begin <= start);
  return { reading, sentenceAt };
}

/** A sentence as it was printed. */
export function detokenise(sentence: string): string {
  return sentence
    .replace(/``\s*/g, "“")
    .replace(/\s*''/g, "”")
    .replace(/\s+([.,;:!?%)\]]|n't|'(?:s|re|ve|ll|d|m)\b)/g, "$1")
    .replace(/([([$#])\s+/g, "$1")
    .replace(/(\w) - (\w)/g, "$1-$2")
    .replace(/ ' s\b/g, "'s")
    .replace(/(\w) ' (\w)/g, "$1'$2")
    .replace(/(\d) , (\d)/g, "$1,$2");
}

/** From here on, two sentences tell the same; up to there, another thing. Between: nobody's call. */
const sameShare = 0.5;
const otherShare = 0.2;

function labelOf(one: EcbDocument, a: number, other: EcbDocument, b: number): 0 | 1 | null {
  if (one.subtopic !== other.subtopic) return 0;
  if (!one.selected_sentences.includes(a) || !other.selected_sentences.includes(b)) return null;
  const ofOne = new Set(instancesOf(one, a));
  const ofOther = new Set(instancesOf(other, b));
  const shared = [...ofOne].filter((key) => ofOther.has(key));
  const hasEvent = shared.some((key) => /^(?:NEG_)?ACTION/.test(key));
  const share = shared.length / Math.max(1, Math.min(ofOne.size, ofOther.size));
  if (!hasEvent || share <= otherShare) return 0;
  return share >= sameShare && shared.length >= 2 ? 1 : null;
}

function instancesOf({ mentions }: EcbDocument, sentence: number): string[] {
  return mentions
    .filter((mention) => mention.sentence === sentence && !mention.type.includes("REPORTING"))
    .map(({ type, instance }) => `${type} ${instance}`);
}

interface ParaphraseRow {
  readonly label: 0 | 1;
  readonly s1: string;
  readonly s2: string;
}

/** MRPC: pairs of news sentences that are paraphrases or only much alike. Of no known day. */
export function paraphrasePairs(dataFolder: string): LabelledPair[] {
  const weights = createWordWeights(0, () => 0);
  return readRows<ParaphraseRow>(path.join(dataFolder, "eval/mrpc/train.jsonl")).map((row, i) => {
    const [a, b] = [row.s1, row.s2].map((text) => readStatement(text));
    const comparison = comparePassages(preparePassage(a!, weights), preparePassage(b!, weights), {
      story: { likeness: 0, days: null },
      pageSpeaker: null,
      corpusSpeaker: null,
      hasTitle: false,
    });
    const stored = { ordinal: 0 } as ComparedPair["stored"];
    const pair: ComparedPair = { place: 0, stored, article: 0, comparison };
    return { set: "mrpc", pair, page: `mrpc${i}`, label: row.label };
  });
}

interface BulkArticle {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
}

/**
 * Articles that were printed months apart say, but for background, not the same: pairs of them
 * are a no. Verbatim passages are left out: they are formulae or the same background.
 */
export function distantPairs(dataFolder: string, every: number): LabelledPair[] {
  const rows = readRows<BulkArticle>(path.join(dataFolder, "eval/bulk-allsides/articles.jsonl"))
    .filter(({ date }) => /^\d{4}-\d{2}-\d{2}/.test(date))
    .filter((_, i) => i % every === 0);
  const readings: ArticleReading[] = rows.map((row) =>
    readArticle(plainArticle(row.id, row.title, row.text, row.date.slice(0, 10))),
  );
  const library = createLibrary([openSegment(writeSegment(readings))]);
  return readings.flatMap((reading, i) =>
    comparePage(reading, library)
      .filter(({ article, comparison }) => article !== i && !comparison.words)
      .map((pair): LabelledPair => {
        const { farDays, likeness } = pair.comparison.features;
        const isOther = farDays === 1 || likeness < 0.08;
        return { set: "bulk", pair, page: rows[i]!.id, label: isOther ? 0 : null };
      }),
  );
}
