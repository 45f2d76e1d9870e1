import { wordKey } from "../facts/nameKey.ts";
import { hashNext, termHash } from "../library/termHash.ts";
import { isContent, type TermSource } from "../library/terms.ts";
import { wordHashes } from "../library/wordHashes.ts";
import type { DateMention, NameMention, NumberMention, Span } from "../model/index.ts";
import { stem } from "../text/stems.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import { groupsOf } from "./relatedWords.ts";
import { everyTermTells, shareLeft, type TermRarity } from "./termRarity.ts";
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
  const units = unitsOf(passage, words, weights);
  for (const unit of units) unit.telling = unit.weight * shareLeft(rarity.of(unit.key));
  return {
    text,
    words,
    classKeys: classKeysOf(words, units),
    wordKeys: wordKeysOf(words),
    units,
    weight: units.reduce((sum, unit) => sum + unit.weight, 0),
    telling: units.reduce((sum, unit) => sum + unit.telling, 0),
    negations: negationsOf(words),
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

function wordKeysOf(words: readonly Token[]): Uint32Array {
  const keys = new Uint32Array(words.length);
  for (let place = 0; place < keys.length; place++) {
    keys[place] = wordHashes(words[place]!.folded).word;
  }
  return keys;
}

function negationsOf(words: readonly Token[]): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < words.length; place++) {
    if (isNegation(words[place]!.folded)) places.push(place);
  }
  return places;
}

function classKeysOf(words: readonly Token[], units: readonly Unit[]): Uint32Array {
  const keys = new Uint32Array(words.length);
  let next = 0;
  words.forEach((word, place) => {
    while (next < units.length && units[next]!.end <= word.start) next++;
    const unit = units[next];
    const isNamed = unit?.name && unit.start <= word.start;
    if (!isNamed) keys[place] = wordHashes(word.folded).stem;
    else if (word.start === unit.start && unit.parts.length <= 1) keys[place] = unit.key;
    else keys[place] = termHash("name", wordKey(word.folded));
  });
  return keys;
}

const negations: ReadonlySet<string> = new Set(
  "not no never none neither nobody without cannot dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont cant couldnt deny denied denies denying incorrect false untrue baseless".split(
    " ",
  ),
);

/** True for a word that turns its clause into the contrary. */
export function isNegation(folded: string): boolean {
  return negations.has(folded) || folded.endsWith("n't");
}

/** A unit whose telling is not known yet: 0. */
type UntoldUnit = Omit<Unit, "telling"> & { telling: number };

function unitsOf(
  passage: TermSource & { readonly start: number },
  words: readonly Token[],
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
      const unit = factUnit(fact, words.slice(first, place), weights);
      if (unit) units.push(unit);
      nextFact++;
    } else {
      if (isContent(word)) units.push(wordUnit(word, weights));
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

function wordUnit(word: Token, weights: WordWeights): UntoldUnit {
  const stemmed = stem(word.folded);
  const key = wordHashes(word.folded).stem;
  return {
    start: word.start,
    end: word.end,
    kind: word.kind === "number" ? "number" : "word",
    key,
    parts: [key],
    stem: stemmed,
    groups: groupsOf(stemmed),
    weight: weights.of(key),
    telling: 0,
    name: null,
    number: null,
    date: null,
  };
}

function factUnit(fact: Fact, words: readonly Token[], weights: WordWeights): UntoldUnit | null {
  const parts = words.filter(isContent).map((word) => wordHashes(word.folded).stem);
  const heaviest = Math.max(0, ...parts.map((part) => weights.of(part)));
  const base = { parts, stem: "", groups: [], telling: 0, ...fact };
  if (fact.name) {
    const key = termHash("name", fact.name.key);
    const lone = words.length === 1 ? words[0]! : null;
    return {
      ...base,
      kind: "name",
      key,
      // A name that is also a common word ("Syria" in a library on Syria) weighs as the word does.
      weight: Math.min(Math.max(heaviest, 4), Math.max(4, weights.of(key))),
      groups: lone ? groupsOf(stem(lone.folded)) : [],
    };
  }
  if (fact.date) {
    const key = fact.date.value
      ? termHash("date", fact.date.value.slice(0, 10))
      : parts.reduce(hashNext, 1);
    return { ...base, kind: "date", key, weight: fact.date.value ? 5 : 3 };
  }
  if (fact.number) {
    const key = termHash("number", String(fact.number.value));
    return { ...base, kind: "number", key, weight: Math.min(8, Math.max(4, heaviest)) };
  }
  return null;
}
