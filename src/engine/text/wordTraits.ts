import {
  cueVerbs,
  cueWeights,
  functionWords,
  months,
  namedDays,
  numberTables,
  peopleWords,
  shiftWords,
  weekdays,
} from "./languageTables.ts";
import { stem } from "./stems.ts";

/**
 * What the language tables know of a word, as bits of one number. It is looked up once for each
 * form and stored in its tokens, so that readers skip irrelevant tokens without a look-up. The
 * lowest five bits are the class of the word.
 */

/** Classes: the function of a token in its sentence, as far as its form shows it. */
export const OTHER = 0;
/** Personal pronouns: "he". */
export const PRONOUN = 1;
/** Articles and other determiners: "the", "his". */
export const DETERMINER = 2;
/** Prepositions: "of". */
export const PREPOSITION = 3;
/** Auxiliary verbs: "has", "will". */
export const AUXILIARY = 4;
/** The word "that". */
export const THAT = 5;
/** Conjunctions: "and". */
export const CONJUNCTION = 6;
/** Adverbs: "also", and words in -ly. */
export const ADVERB = 7;
/** Names, which the names of a text mark; no form shows them. */
export const NAME = 8;
/** Nouns for what people or bodies are: "minister". */
export const ROLE = 9;
/** Digits and words that count: "12", "two". */
export const NUMBER = 10;
/** The mark ",". */
export const COMMA = 11;
/** Opening quotation marks. */
export const OPEN_QUOTE = 12;
/** Closing quotation marks. */
export const CLOSE_QUOTE = 13;
/** The mark ":". */
export const COLON = 14;
/** Marks that end a sentence. */
export const STOP = 15;
/** Dashes. */
export const DASH = 16;
/** Hyphens. */
export const HYPHEN = 17;
/** Marks of none of these classes. */
export const OTHER_MARK = 18;
/** The word "to". */
export const TO = 19;
/** Negations: "not". */
export const NEGATION = 20;
/** Question words and "if". */
export const WH = 21;

/** Short names of the classes, for the features of cues. */
export const classNames =
  "w pro det prep aux that conj adv name role num , oq cq : . dash hy mark to neg wh".split(" ");

/** The bits of a word's class. */
const classBits = 31;
/** Cues of attributions are among its forms. */
export const CUE_WORD = 32;
/** A date may begin with it. */
export const DATE_WORD = 64;
/** A number may begin with it. */
export const NUMBER_WORD = 128;

/** Returns the class in a word's traits. */
export function classIn(traits: number): number {
  return traits & classBits;
}

/** Returns the traits of a word in its folded form. */
export function traitsOf(folded: string): number {
  let traits = classOf(folded);
  const key = verbKey(folded);
  if (cueKeys.has(key) || key === "issu") traits |= CUE_WORD;
  if (mayBeginDate(folded)) traits |= DATE_WORD;
  if (mayBeginNumber(folded)) traits |= NUMBER_WORD;
  return traits;
}

function mayBeginDate(folded: string): boolean {
  return (
    months.has(folded) ||
    weekdays.has(folded) ||
    namedDays.has(folded) ||
    shiftWords.has(folded) ||
    mayBeginNumber(folded) ||
    folded === "an"
  );
}

function mayBeginNumber(folded: string): boolean {
  const { words, scales } = numberTables;
  return words.has(folded) || scales.has(folded) || folded === "a" || folded === "half";
}

const wordClasses: ReadonlyMap<string, number> = /* @__PURE__ */ buildWordClasses();

function buildWordClasses(): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  const add = (words: Iterable<string>, kind: number): void => {
    for (const word of words) if (!classes.has(word)) classes.set(word, kind);
  };
  add(["that"], THAT);
  add(["to"], TO);
  add(
    ["who", "whom", "which", "whose", "what", "how", "why", "where", "when", "whether", "if"],
    WH,
  );
  add(functionWords.negations, NEGATION);
  add(functionWords.personalPronouns, PRONOUN);
  add(functionWords.determiners, DETERMINER);
  add(functionWords.auxiliaries, AUXILIARY);
  add(functionWords.prepositions, PREPOSITION);
  add(functionWords.conjunctions, CONJUNCTION);
  add(functionWords.adverbs, ADVERB);
  add(peopleWords.roles, ROLE);
  add(peopleWords.groupRoles, ROLE);
  add(peopleWords.publicationNouns, ROLE);
  return classes;
}

function classOf(folded: string): number {
  const known = wordClasses.get(folded);
  if (known !== undefined) return known;
  if (folded.length > 4 && folded.endsWith("ly")) return ADVERB;
  if (folded.endsWith("s") && peopleWords.roles.has(folded.slice(0, -1))) return ROLE;
  return OTHER;
}

/** Keys of the words that may be cues: those with trained weights, and all verbs of saying. */
export const cueKeys: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...cueWeights.likeness.keys(),
  ...[...cueVerbs.speech, ...cueVerbs.denials].map(verbKey),
]);

/** Returns the base of a verb's form, or its stem: one key for "said", "says" and "saying". */
export function verbKey(folded: string): string {
  return stem(cueVerbs.irregular.get(folded) ?? folded);
}
