import type { TermSource } from "../../library/terms.ts";
import type { DateMention, NameMention, NumberMention, Span } from "../../model/index.ts";
import { wordsInToken } from "../../text/characters.ts";
import { largestUnread } from "../../text/languages.ts";
import { hashNext, termHash } from "../../text/termHash.ts";
import { type Token, tokenise } from "../../text/tokens.ts";
import { nameWordHash, wordFacts } from "../score/wordFacts.ts";
import type { WordWeights } from "../score/wordWeights.ts";
import { keptShare, type TermRarity, withoutDiscount } from "./termRarity.ts";

/**
 * One unit of meaning in a passage: a content word, or a whole name, number or date. Offsets count
 * from the start of the passage.
 */
export interface Unit extends Span {
  readonly kind: "word" | "name" | "number" | "date";
  /** Equal for units that mean the same thing. */
  readonly key: number;
  /** Hashes of its words' stems, with which a part of a name matches the name. */
  readonly parts: readonly number[];
  /** Stem of a word, for related words and antonyms; "" for facts. */
  readonly stem: string;
  readonly groups: readonly number[];
  /** Weight in bits: how rare the unit is in news and in the library. */
  readonly weight: number;
  /** The weight, discounted if the unit occurs throughout its own article. */
  readonly discountedWeight: number;
  readonly name: NameMention | null;
  readonly number: NumberMention | null;
  readonly date: DateMention | null;
}

/** A passage prepared for comparison. */
export interface PreparedPassage {
  readonly text: string;
  /** True if the whole passage is quoted; the quotation marks may be in other passages. */
  readonly isQuoted: boolean;
  /** Words and numbers, without punctuation. */
  readonly words: readonly Token[];
  /** One number per word, equal for words that fold to the same. */
  readonly wordKeys: Uint32Array;
  /**
   * One number per word, equal for words with the same stem and for spellings and aliases of one
   * name.
   */
  readonly classKeys: Uint32Array;
  readonly units: readonly Unit[];
  /** Names, numbers, dates and content words; in scripts without spaces there are more of them than units. */
  readonly contentWords: number;
  /** Sums over the units, in bits. */
  readonly weight: number;
  readonly discountedWeight: number;
  /** The largest number that it may state in words that are not read in its language. */
  readonly largestUnread: number;
  /** Indices in `words` of "not", "no", "never", "n't" … */
  readonly negations: readonly number[];
}

/**
 * The most words that are compared: time grows with the square of the length, and no sentence in
 * news is longer.
 */
const mostWords = 160;
/** The most code units of a passage in which units are read: 160 words have about 1,000. */
const mostUnits = 4000;

/** Prepares a passage. The offsets of its facts count from the same origin as `start`. */
export function preparePassage(
  passage: TermSource & { readonly start: number; readonly isQuoted?: boolean },
  weights: WordWeights,
  rarity: TermRarity = withoutDiscount,
  tokens?: readonly Token[],
  language: string | null = null,
): PreparedPassage {
  const text = passage.text.slice(0, mostUnits);
  const words = wordsOf(text, tokens);
  const units = unitsOf(passage, words, weights);
  let weight = 0;
  let discountedWeight = 0;
  for (const unit of units) {
    unit.discountedWeight = unit.weight * keptShare(rarity.of(unit.key));
    weight += unit.weight;
    discountedWeight += unit.discountedWeight;
  }
  return {
    text,
    isQuoted: passage.isQuoted ?? false,
    words,
    classKeys: classKeysOf(words, units),
    wordKeys: wordKeysOf(words),
    units,
    contentWords: units.reduce((count, unit) => count + contentWordsIn(unit, text), 0),
    weight,
    discountedWeight,
    largestUnread: largestUnread(language),
    negations: negationsOf(words),
  };
}

function contentWordsIn({ kind, start, end }: Unit, text: string): number {
  return kind === "word" ? wordsInToken(text.slice(start, end)) : 1;
}

/** Returns the first words of a text, without punctuation; reuses its tokens if they are given. */
function wordsOf(text: string, tokens: readonly Token[] | undefined): readonly Token[] {
  const words: Token[] = [];
  for (const token of tokens ?? tokenise(text)) {
    if (words.length >= mostWords || token.end > text.length) break;
    if (token.kind !== "punctuation") words.push(token);
  }
  return words;
}

function negationsOf(words: readonly Token[]): readonly number[] {
  const places: number[] = [];
  for (let index = 0; index < words.length; index++) {
    if (wordFacts(words[index]!.form).isNegation) places.push(index);
  }
  return places;
}

function wordKeysOf(words: readonly Token[]): Uint32Array {
  const keys = new Uint32Array(words.length);
  for (let index = 0; index < words.length; index++) keys[index] = words[index]!.form.wordHash;
  return keys;
}

function classKeysOf(words: readonly Token[], units: readonly Unit[]): Uint32Array {
  const keys = new Uint32Array(words.length);
  let next = 0;
  for (let index = 0; index < words.length; index++) {
    const { start, form } = words[index]!;
    while (next < units.length && units[next]!.end <= start) next++;
    const unit = units[next];
    const isNamed = unit?.name && unit.start <= start;
    if (!isNamed) keys[index] = form.stemHash;
    else if (start === unit.start && unit.parts.length <= 1) keys[index] = unit.key;
    else keys[index] = nameWordHash(form);
  }
  return keys;
}

/** A unit whose discounted weight is not computed yet, and is 0. */
type UndiscountedUnit = Omit<Unit, "discountedWeight"> & { discountedWeight: number };

function unitsOf(
  passage: TermSource & { readonly start: number },
  words: readonly Token[],
  weights: WordWeights,
): readonly UndiscountedUnit[] {
  const facts = factsOf(passage);
  const units: UndiscountedUnit[] = [];
  let nextFact = 0;
  let index = 0;
  while (index < words.length) {
    const word = words[index]!;
    while (nextFact < facts.length && facts[nextFact]!.end <= word.start) nextFact++;
    const fact = facts[nextFact];
    if (fact && fact.start < word.end) {
      const first = index;
      while (index < words.length && words[index]!.start < fact.end) index++;
      units.push(factUnit(fact, words.slice(first, index), weights));
      nextFact++;
    } else {
      if (!word.form.isStopword) units.push(wordUnit(word, weights));
      index++;
    }
  }
  return units;
}

interface Fact extends Span {
  readonly name: NameMention | null;
  readonly number: NumberMention | null;
  readonly date: DateMention | null;
}

/**
 * Returns the facts in order without overlaps: the one that begins first is kept, then the longest.
 */
function factsOf(passage: TermSource & { readonly start: number }): readonly Fact[] {
  const all: Fact[] = [];
  const put = (span: Span, name: Fact["name"], date: Fact["date"], number: Fact["number"]) => {
    const start = span.start - passage.start;
    all.push({ start, end: span.end - passage.start, name, number, date });
  };
  for (const name of passage.names) put(name, name, null, null);
  for (const date of passage.dates) put(date, null, date, null);
  for (const number of passage.numbers) put(number, null, null, number);
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return all.filter((fact) => {
    if (fact.start < reached || fact.end <= fact.start) return false;
    reached = fact.end;
    return true;
  });
}

function wordUnit({ start, end, kind, form }: Token, weights: WordWeights): UndiscountedUnit {
  const { parts, groups } = wordFacts(form);
  return {
    start,
    end,
    kind: kind === "number" ? "number" : "word",
    key: form.stemHash,
    parts,
    stem: form.stem,
    groups,
    weight: weights.ofWord(form),
    discountedWeight: 0,
    name: null,
    number: null,
    date: null,
  };
}

function factUnit(fact: Fact, words: readonly Token[], weights: WordWeights): UndiscountedUnit {
  const { name, date, number } = fact;
  const parts: number[] = [];
  let heaviest = 0;
  for (const { form } of words) {
    if (form.isStopword) continue;
    parts.push(form.stemHash);
    heaviest = Math.max(heaviest, weights.ofWord(form));
  }
  const { kind, key, weight } = identityOf(fact, parts, heaviest, weights);
  return {
    start: fact.start,
    end: fact.end,
    kind,
    key,
    parts,
    stem: "",
    groups: name && words.length === 1 ? wordFacts(words[0]!.form).groups : noGroups,
    weight,
    discountedWeight: 0,
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
    // A name that is also a common word ("Syria" in a library about Syria) has the word's weight.
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
