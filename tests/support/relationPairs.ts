import { readFileSync } from "node:fs";
import { readArticle } from "../../src/engine/extract/readArticle.ts";
import { readStatement } from "../../src/engine/extract/readStatement.ts";
import { createLibrary, openSegment, writeSegment } from "../../src/engine/library/index.ts";
import { matchPage } from "../../src/engine/match/matcher.ts";
import { comparePair, type PairVerdict } from "../../src/engine/match/similarity/comparePair.ts";
import type { PairVectors } from "../../src/engine/match/similarity/vectorFeatures.ts";
import type { Difference } from "../../src/engine/model/index.ts";
import { plainArticle } from "./plainArticle.ts";

/** What is asked of a pair: see tests/fixtures/relationPairs/README.md. */
export const pairSets = ["differences", "odds", "roles", "verbs", "quotes"] as const;
export type PairSet = (typeof pairSets)[number];

/** The tables of the collections beside the first one. */
export const collections: Readonly<Record<string, readonly PairSet[]>> = {
  retold: ["differences", "odds", "roles"],
  claims: ["odds"],
};

/** One pair of sentences with what a reader would say of it. */
export interface RelationPair {
  readonly expected: string;
  readonly page: string;
  readonly corpus: string;
  readonly pageDate: string | null;
  readonly corpusDate: string | null;
}

/** The pairs of one half: what rules are made with, or what was put aside. */
export function readRelationPairs(
  set: PairSet,
  half: "development" | "heldout",
  collection = "",
): readonly RelationPair[] {
  const file = `tests/fixtures/relationPairs/${collection}/${half}/${set}.tsv`;
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => {
    const [expected = "", page = "", corpus = "", pageDate, corpusDate] = line.split("\t");
    return { expected, page, corpus, pageDate: pageDate ?? null, corpusDate: corpusDate ?? null };
  });
}

/** Articles have a date; where it matters, the table gives it. */
const someDay = "2021-03-10";

/** What the engine says of a pair, in the words of the table. */
export function answerTo(
  set: PairSet,
  pair: RelationPair,
  vectors: PairVectors | null = null,
): string {
  if (set === "quotes") return quoteChangeOf(pair);
  const verdict = comparePair(
    readStatement(pair.page, pair.pageDate ?? someDay),
    readStatement(pair.corpus, pair.corpusDate ?? someDay),
    vectors,
  );
  if (set === "differences") return slotsOf(verdict);
  const isFlagged = verdict.relation === "contradicts" || verdict.relation === "differs";
  if (set === "odds") return isFlagged ? "apart" : "together";
  return isFlagged || verdict.relation === "none" ? "other" : "same";
}

/** True if the answer is what the table expects; the words of a difference may be more or fewer. */
export function isRight(expected: string, answer: string): boolean {
  const [kind, words] = expected.split(": ");
  const [given, givenWords] = answer.split(": ");
  if (kind !== given) return false;
  if (words === undefined || givenWords === undefined) return words === givenWords;
  const sides = words.split(" / ");
  const givenSides = givenWords.split(" / ");
  return (
    sides.length === givenSides.length &&
    sides.every((side, i) => meet(side.toLowerCase(), givenSides[i]!.toLowerCase()))
  );
}

function meet(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

function slotsOf({ relation, differences }: PairVerdict): string {
  if (relation !== "differs" && relation !== "contradicts") return "none";
  const slots = differences.filter(({ kind }) => kind !== "wording");
  if (slots.length === 0) return "none";
  return slots.map(({ kind, page, corpus }) => `${kind}: ${page} / ${corpus}`).join(" and ");
}

/** Both as articles of one day, since who speaks is known of articles only. */
function quoteChangeOf({ page, corpus }: RelationPair): string {
  const filler = "The weather stayed mild in the coastal districts all through the week.";
  const stored = readArticle(plainArticle("corpus", "", `${corpus}\n\n${filler}`, someDay));
  const library = createLibrary([openSegment(writeSegment([stored]))]);
  const { matches } = matchPage(readArticle(plainArticle("page", "", page, someDay)), library);
  const differences = matches.flatMap(({ references }) =>
    references.flatMap((reference) => reference.differences),
  );
  return toldChange(differences);
}

function toldChange(differences: readonly Difference[]): string {
  const change = differences.find(({ kind }) => kind in changeNames);
  if (change === undefined) return "none";
  const name = changeNames[change.kind as keyof typeof changeNames];
  if (change.kind === "joined") return name;
  return `${name}: ${[change.page, change.corpus].filter((words) => words !== "").join(" / ")}`;
}

const changeNames = {
  omitted: "omitted",
  added: "added",
  exchanged: "exchanged",
  joined: "joined",
  speaker: "speaker",
} as const;
