import {
  CONJUNCTION,
  DETERMINER,
  HYPHEN,
  NAME,
  NUMBER,
  OTHER,
  OTHER_MARK,
  PREPOSITION,
  ROLE,
  STOP,
  THAT,
  TO,
} from "../../text/wordTraits.ts";
import type { BodyView } from "../attributions/bodyView.ts";

/** The longest noun phrase before a verb. */
export const longestPhrase = 26;

/** Returns the first token of the noun phrase that ends before `next`. */
export function nounPhraseStart(view: BodyView, next: number, start: number): number {
  const { classes } = view;
  let first = next;
  for (let at = next - 1; at >= Math.max(start, next - longestPhrase); at--) {
    const kind = classes[at]!;
    if (view.quoteOf[at]! >= 0 && view.quoteOf[next - 1] !== view.quoteOf[at]) break;
    if (isPhraseWord(kind)) {
      if (kind === OTHER && isLikelyVerb(view, at, next)) break;
      first = at;
      if (kind === DETERMINER && !isPhraseLink(classes[at - 1] ?? STOP)) break;
    } else if (isPhraseLink(kind)) {
      if (at === start || !joins(view, at)) break;
    } else break;
  }
  while (first < next && isPhraseLink(classes[first]!)) first++;
  return first;
}

/** True for kinds of words in noun phrases. */
export function isPhraseWord(kind: number): boolean {
  return (
    kind === OTHER ||
    kind === NAME ||
    kind === ROLE ||
    kind === DETERMINER ||
    kind === NUMBER ||
    kind === HYPHEN ||
    kind === OTHER_MARK
  );
}

/** True for kinds of words that join the words of a noun phrase. */
export function isPhraseLink(kind: number): boolean {
  return kind === PREPOSITION || kind === TO || kind === CONJUNCTION || kind === STOP;
}

/**
 * True for "of", "for" and "and" inside a noun phrase, and for the stop of an abbreviation in it.
 */
export function joins(view: BodyView, at: number): boolean {
  const { classes, tokens } = view;
  const { folded } = tokens[at]!;
  const before = classes[at - 1]!;
  if (classes[at] === STOP) return folded === "." && tokens[at - 1]?.end === tokens[at]!.start;
  if (classes[at] === CONJUNCTION) {
    return folded === "and" && (before === NAME || before === ROLE) && isNoun(classes[at + 1]!);
  }
  return linkingPrepositions.has(folded) && isPhraseWord(before) && before !== HYPHEN;
}

/** True for kinds with which a noun phrase continues. */
export function isNoun(kind: number): boolean {
  return kind === NAME || kind === ROLE || kind === DETERMINER || kind === OTHER;
}

/** Prepositions inside noun phrases: "the secretary of state". */
export const linkingPrepositions: ReadonlySet<string> = new Set(
  "of for from at with in on to by close near inside within".split(" "),
);

/**
 * True for a word with a verb's ending before the beginning of a new phrase: "left the senator
 * said".
 */
function isLikelyVerb(view: BodyView, at: number, next: number): boolean {
  const { folded } = view.tokens[at]!;
  const after = view.classes[at + 1];
  if (at === next - 1) return false;
  return (
    (folded.endsWith("ed") || folded.endsWith("s")) && (after === DETERMINER || after === THAT)
  );
}
