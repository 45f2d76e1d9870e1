import path from "node:path";
import { readStatement } from "../../src/engine/extract/readStatement.ts";
import { pairFeatures } from "../../src/engine/match/similarity/comparePair.ts";
import type { SimilarityFeatures } from "../../src/engine/match/similarity/pairedStatements.ts";
import { detokenise, type EcbDocument, ecbDocuments } from "./ecbDocuments.ts";
import { readRows } from "./readRows.ts";

/** Two statements and what people say of them: a class, or a grade. */
export interface JudgedPair {
  readonly a: string;
  readonly b: string;
  readonly judged: number;
}

/** The sets of graded pairs, in the order in which they came out. */
export const gradedSets = [
  "2012.SMTnews",
  "2013.headlines",
  "2014.deft-news",
  "2014.headlines",
  "2014.tweet-news",
  "2015.headlines",
  "2016.headlines",
  "2016.plagiarism",
  "2016.postediting",
] as const;

/** The grade by which two statements that mean the same are judged. */
export const highestGrade = 5;

/** Pairs graded 0..5 by how much they mean the same. */
export function gradedPairs(dataFolder: string, set: string): readonly JudgedPair[] {
  const rows = readRows<{ s1: string; s2: string; score: number }>(
    path.join(dataFolder, `eval/sts-news/${set}.test.jsonl`),
  );
  return rows.map(({ s1, s2, score }) => ({ a: s1, b: s2, judged: score }));
}

/** News sentences much alike: 1 paraphrases, 0 not. */
export function paraphraseRows(dataFolder: string): readonly JudgedPair[] {
  const rows = readRows<{ s1: string; s2: string; label: number }>(
    path.join(dataFolder, "eval/mrpc/train.jsonl"),
  );
  return rows.map(({ s1, s2, label }) => ({ a: s1, b: s2, judged: label }));
}

/** A text and a short statement: 1 the text states it, -1 it contradicts it, 0 neither. */
export function entailmentRows(dataFolder: string): readonly JudgedPair[] {
  const classes: Readonly<Record<string, number>> = { entailment: 1, contradiction: -1 };
  const rows = readRows<{ text: string; hypothesis: string; label3: string }>(
    path.join(dataFolder, "eval/rte3/dev.jsonl"),
  );
  return rows.map(({ text, hypothesis, label3 }) => ({
    a: text,
    b: hypothesis,
    judged: classes[label3] ?? 0,
  }));
}

/** Pairs of chosen sentences of different documents of a topic: 1 if they share an event, by topic. */
export function eventPairs(dataFolder: string): ReadonlyMap<number, readonly JudgedPair[]> {
  const byTopic = new Map<number, EcbDocument[]>();
  for (const document of ecbDocuments(dataFolder)) {
    byTopic.set(document.topic, [...(byTopic.get(document.topic) ?? []), document]);
  }
  return new Map([...byTopic].map(([topic, documents]) => [topic, pairsAcross(documents)]));
}

function pairsAcross(documents: readonly EcbDocument[]): readonly JudgedPair[] {
  const chosen = documents.flatMap((document) =>
    document.selected_sentences.map((sentence) => ({
      doc: document.doc,
      text: detokenise(document.sentences[sentence]!),
      events: new Set(
        document.mentions
          .filter(
            (mention) => mention.sentence === sentence && /^(?:NEG_)?ACTION/.test(mention.type),
          )
          .map(({ instance }) => instance),
      ),
    })),
  );
  return chosen.flatMap((one, at) =>
    chosen
      .slice(at + 1)
      .filter(({ doc }) => doc !== one.doc)
      .map(({ text, events }) => ({
        a: one.text,
        b: text,
        judged: [...events].some((event) => one.events.has(event)) ? 1 : 0,
      })),
  );
}

/** The features that the model weighs. */
export function featuresOf({ a, b }: JudgedPair): SimilarityFeatures {
  return pairFeatures(readStatement(a), readStatement(b));
}
