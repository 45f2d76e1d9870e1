import { cueVerbs, functionWords, peopleWords } from "../text/languageTables.ts";
import { remember } from "../text/remember.ts";
import { stem } from "../text/stems.ts";
import type { Token } from "../text/tokens.ts";

/** What a token does in its sentence, as far as its form tells. */
export const OTHER = 0;
export const PRONOUN = 1;
export const DETERMINER = 2;
export const PREPOSITION = 3;
export const AUXILIARY = 4;
export const THAT = 5;
export const CONJUNCTION = 6;
export const ADVERB = 7;
export const NAME = 8;
export const ROLE = 9;
export const NUMBER = 10;
export const COMMA = 11;
export const OPEN_QUOTE = 12;
export const CLOSE_QUOTE = 13;
export const COLON = 14;
export const STOP = 15;
export const DASH = 16;
export const HYPHEN = 17;
export const OTHER_MARK = 18;
export const TO = 19;
export const NEGATION = 20;
export const WH = 21;

/** Short names of the classes, for the features of cues. */
export const classNames =
  "w pro det prep aux that conj adv name role num , oq cq : . dash hy mark to neg wh".split(" ");

/** The class of each token. */
export function classifyWords(
  text: string,
  tokens: readonly Token[],
  nameOf: Int32Array,
): Uint8Array {
  const classes = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === "punctuation") classes[at] = classOfMark(text, tokens, at);
    else if (nameOf[at]! >= 0) classes[at] = NAME;
    else classes[at] = token.kind === "number" ? NUMBER : classOfWord(token.folded);
  }
  return classes;
}

/** Forms that are met again; each costs about fifty bytes. */
const cachedForms = 20_000;

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

const classOfWord: (folded: string) => number = /* @__PURE__ */ remember(cachedForms, classOf);

function classOf(folded: string): number {
  const known = wordClasses.get(folded);
  if (known !== undefined) return known;
  if (folded.length > 4 && folded.endsWith("ly")) return ADVERB;
  if (folded.endsWith("s") && peopleWords.roles.has(folded.slice(0, -1))) return ROLE;
  return OTHER;
}

function classOfMark(text: string, tokens: readonly Token[], at: number): number {
  switch (tokens[at]!.folded) {
    case ",":
    case ";":
      return COMMA;
    case ":":
      return COLON;
    case ".":
    case "!":
    case "?":
    case "…":
      return STOP;
    case "“":
    case "„":
    case "«":
    case "「":
    case "‘":
      return OPEN_QUOTE;
    case "”":
    case "»":
    case "」":
    case "’":
      return CLOSE_QUOTE;
    case '"':
    case "'":
      return opensWord(text, tokens, at) ? OPEN_QUOTE : CLOSE_QUOTE;
    case "—":
    case "–":
      return DASH;
    case "-":
    case "‑":
      return touchesBoth(tokens, at) ? HYPHEN : DASH;
    default:
      return OTHER_MARK;
  }
}

function opensWord(text: string, tokens: readonly Token[], at: number): boolean {
  const isSecond = isDoubled(tokens, at - 1);
  const before = tokens[isSecond ? at - 2 : at - 1];
  const after = tokens[isDoubled(tokens, at) ? at + 2 : at + 1];
  if (isSecond) return before === undefined || before.end < tokens[at - 1]!.start;
  if (before === undefined || before.end < tokens[at]!.start) return after !== undefined;
  return /[([—–]/.test(text.slice(before.start, before.end));
}

/** Two single marks in a row. */
function isDoubled(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  const next = tokens[at + 1];
  return mark?.folded === "'" && next?.folded === "'" && mark.end === next.start;
}

function touchesBoth(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.end === tokens[at]!.start && tokens[at + 1]?.start === tokens[at]!.end;
}

/** The base of a verb's form, or its stem: one key for "said", "says" and "saying". */
export const verbKey: (folded: string) => string = /* @__PURE__ */ remember(cachedForms, (folded) =>
  stem(cueVerbs.irregular.get(folded) ?? folded),
);
