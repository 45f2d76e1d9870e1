import { writeFileSync } from "node:fs";
import path from "node:path";
import type { BodyView } from "../../../src/engine/extract/attributions/bodyView.ts";
import { cueKey } from "../../../src/engine/extract/cues/cueContext.ts";
import { cueBuckets, cueFeatures } from "../../../src/engine/extract/cues/cueFeatures.ts";
import { speechCues } from "../../../src/engine/extract/cues/cueKinds.ts";
import { sentenceBuckets, sentenceFeatures } from "../../../src/engine/extract/cues/cueScores.ts";
import { mayBeCue } from "../../../src/engine/extract/cues/cues.ts";
import { packWeights } from "../../../src/engine/extract/cues/packedWeights.ts";
import { cueWeights } from "../../../src/engine/text/languageTables.ts";
import { overlapsAny, polnearArticles, type Stretch, stretchesOf, viewOf } from "../polnear.ts";
import { likenessOf, type StemUses } from "./cueLikeness.ts";
import {
  type Example,
  type FeatureWeights,
  inSteps,
  learnWeights,
  scoreOf,
} from "./featureWeights.ts";

/**
 * Learns the weights of cue features from PolNeAR train and writes assets/model/cueWeights.json.
 *
 * `node scripts/runTypeScript.mjs tests/eval/training/cueWeights.ts [holdout]`: with "holdout" every fifth
 * article is kept aside, and what the weights reach on those is printed for several thresholds.
 * The same data give the same file. The weights of words are learned first; those of sentences then
 * learn from the scores that each half of the articles gets from weights of the other half.
 */
const isHoldout = process.argv[2] === "holdout";

/** A word is looked at from this many marked uses, and this share of its uses, on. */
const leastUses = 3;
const leastShare = 0.05;
/**
 * Weights of words that are kept, two characters each. 20,000 instead of 40,000 cost three tenths of a
 * point of held-out F1.
 */
const mostWeights = 30_000;

interface Candidate extends Example {
  readonly at: number;
}

/** The candidates of one sentence. */
interface Sentence {
  readonly view: BodyView;
  readonly article: number;
  readonly candidates: readonly Candidate[];
}

const dataFolder = path.resolve(process.env.EVAL_DATA ?? "../shared");
const articles = polnearArticles(dataFolder, "train").map(({ text, attributions }, index) => ({
  index,
  view: viewOf(text),
  cues: stretchesOf(attributions, "cue"),
}));
const training = articles.filter(({ index }) => !isHoldout || index % 5 !== 0);
const uses = usesOf(training);
const keys = [...uses]
  .filter(isOften)
  .map(([key]) => key)
  .sort();
setLikeness(likenessOf(uses));
const sentences = training.flatMap(sentencesOf);
const words = learnWords(sentences);
const context = learnWeights(outOfFold(sentences), sentenceBuckets);
if (isHoldout) printHeldOut(articles.filter(({ index }) => index % 5 === 0));
writeWeights();

function usesOf(from: typeof articles): ReadonlyMap<string, StemUses> {
  const found = new Map<string, StemUses>();
  for (const { view, cues } of from) {
    for (let at = 0; at < view.tokens.length; at++) {
      if (!mayBeCue(view, at)) continue;
      const key = cueKey(view, at);
      const count = found.get(key) ?? { marked: 0, all: 0 };
      count.all++;
      if (isMarked(view, at, cues)) count.marked++;
      found.set(key, count);
    }
  }
  return new Map([...found].filter(([key, { marked }]) => marked > 0 || speechCues.has(key)));
}

function isMarked(view: BodyView, at: number, cues: readonly Stretch[]): boolean {
  const { start, end } = view.tokens[at]!;
  return overlapsAny([start, end], cues);
}

/** Verbs of saying, and the other verbs, nouns and marks that are cues often enough. */
function isOften([key, { marked, all }]: readonly [string, StemUses]): boolean {
  return speechCues.has(key) || (marked >= leastUses && marked / all >= leastShare);
}

/** Replaces the table that the features are read from. */
function setLikeness(likeness: ReadonlyMap<string, string>): void {
  const table = cueWeights.likeness as Map<string, string>;
  table.clear();
  for (const key of keys) table.set(key, likeness.get(key) ?? "-");
}

function sentencesOf({ view, cues, index }: (typeof articles)[number]): Sentence[] {
  const found = new Map<number, Candidate[]>();
  for (let at = 0; at < view.tokens.length; at++) {
    if (!mayBeCue(view, at) || !cueWeights.likeness.has(cueKey(view, at))) continue;
    const sentence = view.sentenceOf[at]!;
    const features = cueFeatures(view, at);
    const candidate = { at, features, isMarked: isMarked(view, at, cues) };
    found.set(sentence, [...(found.get(sentence) ?? []), candidate]);
  }
  return [...found.values()].map((candidates) => ({ view, article: index, candidates }));
}

function learnWords(from: readonly Sentence[]): FeatureWeights {
  const examples = from.flatMap(({ candidates }) => candidates);
  return learnWeights(examples, cueBuckets, mostWeights);
}

/** The examples of the second step: each half of the articles as the other half's weights see it. */
function outOfFold(all: readonly Sentence[]): Example[] {
  return [0, 1].flatMap((half) => {
    const isIn = ({ article }: Sentence) => (article >> 2) % 2 === half;
    const weights = learnWords(all.filter((sentence) => !isIn(sentence)));
    return all.filter(isIn).flatMap((sentence) => inContext(sentence, weights));
  });
}

function inContext({ view, candidates }: Sentence, weights: FeatureWeights): Example[] {
  const tokens = candidates.map(({ at }) => at);
  const scores = candidates.map(({ features }) => scoreOf(features, weights));
  return candidates.map((candidate, index) => ({
    features: sentenceFeatures(view, tokens, scores, index),
    isMarked: candidate.isMarked,
  }));
}

function printHeldOut(held: typeof articles): void {
  for (const least of [-0.9, -0.6, -0.3, 0, 0.3, 0.6]) {
    const tally = { given: 0, right: 0, marked: 0, met: 0 };
    for (const article of held) {
      const given = givenCues(article, least);
      tally.given += given.length;
      tally.right += given.filter((stretch) => overlapsAny(stretch, article.cues)).length;
      tally.marked += article.cues.length;
      tally.met += article.cues.filter((stretch) => overlapsAny(stretch, given)).length;
    }
    const precision = tally.right / tally.given;
    const recall = tally.met / tally.marked;
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(`${least}: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`);
  }
}

function givenCues(article: (typeof articles)[number], least: number): Stretch[] {
  return sentencesOf(article).flatMap((sentence) => {
    const inSentence = inContext(sentence, words);
    return sentence.candidates.flatMap(({ at }, index): Stretch[] => {
      if (scoreOf(inSentence[index]!.features, context) < least) return [];
      const { start, end } = sentence.view.tokens[at]!;
      return [[start, end]];
    });
  });
}

function writeWeights(): void {
  const table = {
    about:
      "Log odds of the hashed features of attribution cues (see src/engine/extract/cues/cueScores.ts), learned by tests/eval/training/cueWeights.ts from the training part of PolNeAR. keys: stems of the words that are looked at. likeness: for each of them how much words of similar meaning are cues, from 0 to 9, or - if that is not known. word, sentence: weights of the two steps (see src/engine/extract/cues/packedWeights.ts).",
    keys: keys.join(" "),
    likeness: keys.map((key) => cueWeights.likeness.get(key)!).join(""),
    word: { bias: words.bias, weights: packWeights(inSteps(words)) },
    sentence: { bias: context.bias, weights: packWeights(inSteps(context)) },
  };
  const text = `${JSON.stringify(table, null, 2)}\n`;
  if (!isHoldout) writeFileSync("assets/model/cueWeights.json", text);
  console.log(`${keys.length} keys, ${text.length} characters`);
}
