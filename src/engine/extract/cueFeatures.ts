import { type BodyView, sentenceEnd, sentenceStart } from "./bodyView.ts";
import {
  ADVERB,
  AUXILIARY,
  CLOSE_QUOTE,
  COLON,
  COMMA,
  classNames,
  NEGATION,
  OPEN_QUOTE,
  OTHER,
  PREPOSITION,
  ROLE,
  STOP,
  TO,
  verbKey,
} from "./wordClasses.ts";

/**
 * What speaks for and against a token being the cue of an attribution: its verb, its form, and what
 * stands around it, as named features. The weights are learned (assets/language/cueWeights.json).
 */
export function cueFeatures(view: BodyView, at: number): readonly string[] {
  const { tokens, classes } = view;
  const { folded } = tokens[at]!;
  const key = classes[at] === COLON ? ":" : verbKey(folded);
  const form = formOf(folded, classes[at]!);
  const first = sentenceStart(view, at);
  const next = sentenceEnd(view, at);
  const group = groupBefore(view, at, first);
  const before = describe(view, group.at, first, next);
  const after = describeAfter(view, at + 1, next);
  const features = [
    `k=${key}`,
    `k=${key}|a=${after}`,
    `k=${key}|f=${form}`,
    `f=${form}|b=${before}`,
    `f=${form}|a=${after}`,
    `b=${before}|a=${after}`,
    `x=${group.kind}|f=${form}`,
    `k=${key}|x=${group.kind}`,
    `k=${key}|b=${before}`,
  ];
  const word = tokens[at + 1]?.folded ?? "";
  if (at + 1 < next) features.push(`n=${word}|f=${form}`, `k=${key}|n=${word}`);
  const previous = group.at >= first ? tokens[group.at]!.folded : "^";
  features.push(`p=${previous}|f=${form}`, `k=${key}|p=${previous}`);
  const said = saidNearby(view, at, first, next);
  features.push(`s=${said}|f=${form}`, `k=${key}|s=${said}`);
  if (quoteTouches(view, at, first, next))
    features.push("quote", `quote|k=${key}`, `quote|f=${form}`);
  if (view.sentenceOf[at] === 0) features.push("first", `first|a=${after}`);
  return features;
}

/** Whether a plain verb of saying stands before or after in the sentence, outside of quotations. */
function saidNearby(view: BodyView, at: number, first: number, next: number): string {
  let found = "";
  for (let index = Math.max(first, at - 30); index < Math.min(next, at + 30); index++) {
    if (index === at || view.quoteOf[index]! >= 0) continue;
    if (plainSaying.has(view.tokens[index]!.folded)) found += index < at ? "<" : ">";
    if (found.length > 1) break;
  }
  return found;
}

const plainSaying: ReadonlySet<string> = new Set("said says say saying told according".split(" "));

/** How the word ends: past, -s, -ing or bare. */
function formOf(folded: string, kind: number): string {
  if (kind === COLON) return ":";
  if (folded.endsWith("ing")) return "ing";
  if (folded.endsWith("ed")) return "ed";
  if (/(?:er|or|ist)s?$/.test(folded)) return "er";
  if (folded.endsWith("s") && !folded.endsWith("ss")) return "s";
  return "o";
}

/** The auxiliaries and adverbs before a verb: what kind of group, and the token before it. */
function groupBefore(view: BodyView, at: number, first: number): { at: number; kind: string } {
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

function describe(view: BodyView, at: number, first: number, next: number): string {
  if (at < first) return "^";
  if (at >= next) return "$";
  const { classes, tokens } = view;
  const kind = classes[at]!;
  if (kind === OTHER && tokens[at]!.folded.endsWith("s")) return "ws";
  return classNames[kind]!;
}

/** What follows; prepositions and common objects by their word. */
function describeAfter(view: BodyView, at: number, next: number): string {
  if (at >= next) return "$";
  const { classes, tokens } = view;
  const kind = classes[at]!;
  if (kind === PREPOSITION) return tokens[at]!.folded;
  if (kind === ROLE) return "role";
  if (kind === COMMA && classes[at + 1] === OPEN_QUOTE) return ",oq";
  if (kind === OTHER) {
    const { folded } = tokens[at]!;
    if (folded.endsWith("ing")) return "wing";
    return folded.endsWith("s") ? "ws" : "w";
  }
  return classNames[kind]!;
}

/** Whether a quotation ends right before the clause or begins right after the verb. */
function quoteTouches(view: BodyView, at: number, first: number, next: number): boolean {
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
