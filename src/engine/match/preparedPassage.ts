import { hashNext, termHash } from "../library/termHash.ts";
import type { TermSource } from "../library/terms.ts";
import type { DateMention, NameMention, NumberMention, Span } from "../model/index.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import { everyTermTells, shareLeft, type TermRarity } from "./termRarity.ts";
import { nameWordHash, type WordFacts, wordFacts } from "./wordFacts.ts";
import type { WordWeights } from "./wordWeights.ts";

/**
 * One thing that a passage speaks of: a content word, or a name, number or date as a whole.
 * Offsets count from the passage's own start.
 */
export interface Unit extends Span {
  readonly kind: "word" | "name" | "number" | "date";
  /** Equal keys are the same thing. */
  readonly key: number;
  /** Hashes of the stems it is made of: a part of a name meets the name. */
  readonly parts: readonly number[];
  /** Stem of a word, for groups and opposites; "" for facts. */
  readonly stem: string;
  readonly groups: readonly number[];
  /** Bits: how rare it is in news and library. */
  readonly weight: number;
  /** The weight, less for what stands all over its own article. */
  readonly telling: number;
  readonly name: NameMention | null;
  readonly number: NumberMention | null;
  readonly date: DateMention | null;
}

/** A passage made ready to be compared. */
export interface PreparedPassage {
  readonly text: string;
  /** Words and numbers, no punctuation. */
  readonly words: readonly Token[];
  /** One number per word; equal for words that fold to the same. */
  readonly wordKeys: Uint32Array;
  /** One number per word; equal for words of one stem and for spellings and aliases of one name. */
  readonly classKeys: Uint32Array;
  readonly units: readonly Unit[];
  /** Sums over the units. */
  readonly weight: number;
  readonly telling: number;
  /** Places in `words` of "not", "no", "never", "n't" … */
  readonly negations: readonly number[];
}

/** Comparing takes time by length squared: no sentence of news has more words. */
const mostWords = 160;
/** What comes later in a passage is not compared: 160 words have about 1,000 code units. */
const mostUnits = 4000;

/** Prepares a passage whose facts' offsets count from `start` of its part. */
export function preparePassage(
  passage: TermSource & { readonly start: number },
  weights: WordWeights,
  rarity: TermRarity = everyTermTells,
  tokens?: readonly Token[],
): PreparedPassage {
  const text = passage.text.slice(0, mostUnits);
  const words = wordsOf(text, tokens);
  const facts = words.map(({ folded }) => wordFacts(folded));
  const units = unitsOf(passage, words, facts, weights);
  for (const unit of units) unit.telling = unit.weight * shareLeft(rarity.of(unit.key));
  return {
    text,
    words,
    classKeys: classKeysOf(words, facts, units),
    wordKeys: Uint32Array.from(facts, ({ word }) => word),
    units,
    weight: units.reduce((sum, unit) => sum + unit.weight, 0),
    telling: units.reduce((sum, unit) => sum + unit.telling, 0),
    negations: negationsOf(facts),
  };
}

/** The first words of a text, without punctuation; its tokens are taken where they are known. */
function wordsOf(text: string, tokens: readonly Token[] | undefined): readonly Token[] {
  const words: Token[] = [];
  for (const token of tokens ?? tokenise(text)) {
    if (words.length >= mostWords || token.end > text.length) break;
    if (token.kind !== "punctuation") words.push(token);
  }
  return words;
}

function negationsOf(facts: readonly WordFacts[]): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < facts.length; place++) {
    if (facts[place]!.isNegation) places.push(place);
  }
  return places;
}

function classKeysOf(
  words: readonly Token[],
  facts: readonly WordFacts[],
  units: readonly Unit[],
): Uint32Array {
  const keys = new Uint32Array(words.length);
  let next = 0;
  words.forEach((word, place) => {
    while (next < units.length && units[next]!.end <= word.start) next++;
    const unit = units[next];
    const isNamed = unit?.name && unit.start <= word.start;
    if (!isNamed) keys[place] = facts[place]!.stemHash;
    else if (word.start === unit.start && unit.parts.length <= 1) keys[place] = unit.key;
    else keys[place] = nameWordHash(word.folded);
  });
  return keys;
}

/** A unit whose telling is not known yet: 0. */
type UntoldUnit = Omit<Unit, "telling"> & { telling: number };

function unitsOf(
  passage: TermSource & { readonly start: number },
  words: readonly Token[],
  known: readonly WordFacts[],
  weights: WordWeights,
): readonly UntoldUnit[] {
  const facts = factsOf(passage);
  const units: UntoldUnit[] = [];
  let nextFact = 0;
  let place = 0;
  while (place < words.length) {
    const word = words[place]!;
    while (nextFact < facts.length && facts[nextFact]!.end <= word.start) nextFact++;
    const fact = facts[nextFact];
    if (fact && fact.start < word.end) {
      const first = place;
      while (place < words.length && words[place]!.start < fact.end) place++;
      units.push(factUnit(fact, known.slice(first, place), weights));
      nextFact++;
    } else {
      const own = known[place]!;
      if (!own.isStopword) units.push(wordUnit(word, own, weights));
      place++;
    }
  }
  return units;
}

interface Fact extends Span {
  readonly name: NameMention | null;
  readonly number: NumberMention | null;
  readonly date: DateMention | null;
}

/** The facts in order, none over another: the one that begins first, then the longest, stays. */
function factsOf(passage: TermSource & { readonly start: number }): readonly Fact[] {
  const none = { name: null, number: null, date: null };
  const all: Fact[] = [
    ...passage.names.map((name) => ({ ...none, name, ...span(name) })),
    ...passage.dates.map((date) => ({ ...none, date, ...span(date) })),
    ...passage.numbers.map((number) => ({ ...none, number, ...span(number) })),
  ];
  function span(fact: Span): Span {
    return { start: fact.start - passage.start, end: fact.end - passage.start };
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return all.filter((fact) => {
    if (fact.start < reached || fact.end <= fact.start) return false;
    reached = fact.end;
    return true;
  });
}

function wordUnit({ start, end, kind }: Token, known: WordFacts, weights: WordWeights): UntoldUnit {
  return {
    start,
    end,
    kind: kind === "number" ? "number" : "word",
    key: known.stemHash,
    parts: [known.stemHash],
    stem: known.stem,
    groups: known.groups,
    weight: weights.of(known.stemHash),
    telling: 0,
    name: null,
    number: null,
    date: null,
  };
}

function factUnit(fact: Fact, words: readonly WordFacts[], weights: WordWeights): UntoldUnit {
  const { name, date, number } = fact;
  const parts = words.filter((word) => !word.isStopword).map(({ stemHash }) => stemHash);
  const heaviest = parts.reduce((most, part) => Math.max(most, weights.of(part)), 0);
  const { kind, key, weight } = identityOf(fact, parts, heaviest, weights);
  return {
    start: fact.start,
    end: fact.end,
    kind,
    key,
    parts,
    stem: "",
    groups: name && words.length === 1 ? words[0]!.groups : noGroups,
    weight,
    telling: 0,
    name,
    number,
    date,
  };
}

const noGroups: readonly number[] = [];

function identityOf(
  { name, date, number }: Fact,
  parts: readonly number[],
  heaviest: number,
  weights: WordWeights,
): Pick<Unit, "kind" | "key" | "weight"> {
  if (name) {
    const key = termHash("name", name.key);
    // A name that is also a common word ("Syria" in a library on Syria) weighs as the word does.
    const weight = Math.min(Math.max(heaviest, 4), Math.max(4, weights.of(key)));
    return { kind: "name", key, weight };
  }
  if (date) {
    const { value } = date;
    const key = value ? termHash("date", value.slice(0, 10)) : parts.reduce(hashNext, 1);
    return { kind: "date", key, weight: value ? 5 : 3 };
  }
  const key = termHash("number", String(number?.value));
  return { kind: "number", key, weight: Math.min(8, Math.max(4, heaviest)) };
}
