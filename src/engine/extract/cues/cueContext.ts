import {
  ADVERB,
  AUXILIARY,
  CLOSE_QUOTE,
  COLON,
  COMMA,
  CONJUNCTION,
  classNames,
  NAME,
  NEGATION,
  NUMBER,
  OPEN_QUOTE,
  OTHER,
  PREPOSITION,
  ROLE,
  STOP,
  THAT,
  TO,
  verbKey,
  WH,
} from "../../text/wordTraits.ts";
import type { BodyView } from "../attributions/bodyView.ts";
import { nounPhraseStart } from "../frames/nounPhrase.ts";

/** Returns the key of the cue at a token. */
export function cueKey(view: BodyView, at: number): string {
  return view.classes[at] === COLON ? ":" : verbKey(view.tokens[at]!.folded);
}

/** Returns the kind of the head of the noun phrase before the verb group, and what precedes it. */
export function subjectBefore(view: BodyView, next: number, first: number): string {
  const { classes, nameOf, names, tokens } = view;
  const start = nounPhraseStart(view, next, first);
  if (start >= next) return `-${kindAt(view, next - 1, first, next)}`;
  let kind = "";
  for (let at = start; at < next; at++) {
    const name = nameOf[at]!;
    if (name >= 0) kind = names[name]!.kind;
    else if (classes[at] === ROLE && kind !== "person") kind = "role";
    else if (classes[at] === PREPOSITION && kind !== "") break;
    else if (classes[at] === NUMBER && kind === "") kind = "number";
  }
  const preceding = start === first ? "^" : kindAt(view, start - 1, first, next);
  return `${kind} ${preceding} ${tokens[next - 1]!.folded.endsWith("s") ? "s" : ""}`;
}

/**
 * Returns whether a clause follows soon: "that", near or far, an auxiliary, or "to"; "" if none
 * does.
 */
export function laterClause(view: BodyView, at: number, next: number): string {
  let aux = "";
  for (let index = at + 1; index < Math.min(next, at + 12); index++) {
    const kind = view.classes[index]!;
    if (kind === THAT) return index < at + 3 ? "that" : "that+";
    if (kind === STOP || kind === COMMA || kind === OPEN_QUOTE) break;
    if (kind === AUXILIARY && aux === "") aux = "aux";
    if (kind === TO && aux === "") aux = "to";
  }
  return aux;
}

/**
 * Returns whether the sentence has a quotation after or before the token: "later", "earlier" or "".
 */
export function quotationAround(view: BodyView, at: number, first: number, next: number): string {
  for (let index = at + 1; index < next; index++) {
    if (view.classes[index] === OPEN_QUOTE) return "later";
  }
  for (let index = first; index < at; index++) if (view.quoteOf[index]! >= 0) return "earlier";
  return "";
}

/** Returns the word or comma that opens the clause, or "". */
export function clauseOpener(view: BodyView, at: number, first: number): string {
  for (let index = at; index >= Math.max(first, at - 12); index--) {
    if (openers.has(view.classes[index]!)) return view.tokens[index]!.folded;
  }
  return "";
}

const openers: ReadonlySet<number> = new Set([WH, THAT, CONJUNCTION, PREPOSITION, COMMA]);

/**
 * Returns whether a plain verb of saying precedes ("<") or follows (">") in the sentence, outside
 * of quotations.
 */
export function sayingNearby(view: BodyView, at: number, first: number, next: number): string {
  let found = "";
  for (let index = Math.max(first, at - 30); index < Math.min(next, at + 30); index++) {
    if (index === at || view.quoteOf[index]! >= 0) continue;
    if (plainSaying.has(view.tokens[index]!.folded)) found += index < at ? "<" : ">";
    if (found.length > 1) break;
  }
  return found;
}

const plainSaying: ReadonlySet<string> = new Set("said says say saying told according".split(" "));

/**
 * Returns the ending of the word: a past form, -s, -ing, an agent's or an action's noun, or none.
 */
export function formOf(folded: string, kind: number): string {
  if (kind === COLON) return ":";
  if (folded.endsWith("ing")) return "ing";
  if (folded.endsWith("ed")) return "ed";
  if (/(?:er|or|ist)s?$/.test(folded)) return "er";
  if (/(?:tion|ment|sion|ism|ence|ance|ity)s?$/.test(folded)) return "tion";
  if (folded.endsWith("s") && !folded.endsWith("ss")) return "s";
  return "o";
}

/**
 * Returns the kind of verb group that auxiliaries and adverbs before a verb form, and the token
 * before it.
 */
export function auxiliaryGroup(
  view: BodyView,
  at: number,
  first: number,
): { at: number; kind: string } {
  const { tokens, classes } = view;
  let kind = "";
  let index = at - 1;
  for (; index >= first && at - index < 6; index--) {
    const word = classes[index];
    if (word === AUXILIARY) kind = auxiliaryKind(tokens[index]!.folded, kind);
    else if (word === TO) kind = "to";
    else if (word === NEGATION) kind = `n${kind}`;
    else if (word !== ADVERB) break;
    if (word === TO) {
      index--;
      break;
    }
  }
  return { at: index, kind };
}

function auxiliaryKind(folded: string, kind: string): string {
  if (kind !== "") return kind;
  if (folded === "has" || folded === "have" || folded === "had" || folded === "having")
    return "have";
  if (/^(?:is|are|was|were|be|been|being|am)$/.test(folded)) return "be";
  return folded === "do" || folded === "did" || folded === "does" ? "do" : "will";
}

/** Returns the class of a token; for a name, the kind of the name. */
export function kindAt(view: BodyView, at: number, first: number, next: number): string {
  if (at < first) return "^";
  if (at >= next) return "$";
  const { classes, tokens, names, nameOf } = view;
  const kind = classes[at]!;
  if (kind === OTHER && tokens[at]!.folded.endsWith("s")) return "ws";
  if (kind === NAME) return names[nameOf[at]!]!.kind;
  return classNames[kind]!;
}

/** Returns the class of the token at `at`; prepositions by their word. */
export function kindAfter(view: BodyView, at: number, next: number): string {
  if (at >= next) return "$";
  const { classes, tokens } = view;
  const kind = classes[at]!;
  if (kind === PREPOSITION) return tokens[at]!.folded;
  if (kind === ROLE) return "role";
  if (kind === COMMA && classes[at + 1] === OPEN_QUOTE) return ",oq";
  if (kind === OTHER) {
    const { folded } = tokens[at]!;
    if (folded.endsWith("ing")) return "wing";
    if (folded.endsWith("ed")) return "wed";
    return folded.endsWith("s") ? "ws" : "w";
  }
  return classNames[kind]!;
}

/** True if a quotation ends right before the clause or begins right after the verb. */
export function quoteTouches(view: BodyView, at: number, first: number, next: number): boolean {
  const { classes } = view;
  for (let index = at + 1; index < Math.min(next, at + 4); index++) {
    if (classes[index] === OPEN_QUOTE) return true;
    if (classes[index] === STOP) break;
  }
  for (let index = at - 1; index >= Math.max(first, at - 12); index--) {
    if (classes[index] === CLOSE_QUOTE) return view.quoteOf[index]! >= 0;
  }
  return false;
}
