import type { NameMention } from "../../model/index.ts";
import { isStopword } from "../../text/stems.ts";
import { COMMA, DETERMINER, STOP } from "../../text/wordTraits.ts";
import type { BodyView } from "../attributions/bodyView.ts";
import type { SourceTokens } from "../frames/sourceTokens.ts";

/**
 * The number of tokens in which an office is looked for: back through the article, and a sentence
 * or two ahead.
 */
const farBack = 400;
const farAhead = 60;

/**
 * The most tokens between an office and the name next to it: "minister for foreign affairs, |
 * Sergei Lavrov".
 */
const reach = 6;

/**
 * Returns the person who was last named with an office before token `at`: "Foreign Minister Sergei
 * Lavrov", "Angela Merkel, the chancellor"; or null.
 */
export function namedByOffice(view: BodyView, office: string, at: number): NameMention | null {
  return nearestHolder(view, office, at, () => true);
}

/**
 * Returns the person who holds the office that a source is called by ("the Russian foreign
 * minister"), if the article names somebody with the same words for their office and no other
 * country; otherwise null. One official among many ("a minister") is nobody in particular.
 */
export function officeHolder(
  view: BodyView,
  { first, next }: SourceTokens,
  office: string,
): NameMention | null {
  if (view.classes[first] === DETERMINER && view.tokens[first]!.folded !== "the") return null;
  const asked = describe(view, first, next, office);
  if (asked.words.size === 0) return null;
  const fits = (from: number, to: number): boolean => {
    const other = describe(view, from, to, office);
    const isOfOther = [...asked.names].some((name) => !other.names.has(name));
    if (isOfOther && other.names.size > 0) return false;
    return [...asked.words].some((word) => other.words.has(word));
  };
  return (
    nearestHolder(view, office, first, fits) ??
    holderAt(view, office, next, Math.min(view.tokens.length, next + farAhead), fits)
  );
}

function nearestHolder(
  view: BodyView,
  office: string,
  before: number,
  fits: (from: number, to: number) => boolean,
): NameMention | null {
  for (let at = before - 1; at >= Math.max(0, before - farBack); at--) {
    const holder = holderBeside(view, office, at, before, fits);
    if (holder !== null) return holder;
  }
  return null;
}

function holderAt(
  view: BodyView,
  office: string,
  first: number,
  next: number,
  fits: (from: number, to: number) => boolean,
): NameMention | null {
  for (let at = first; at < next; at++) {
    const holder = holderBeside(view, office, at, next, fits);
    if (holder !== null) return holder;
  }
  return null;
}

/** Returns the person next to an office at a token, if the words around the office match. */
function holderBeside(
  view: BodyView,
  office: string,
  at: number,
  limit: number,
  fits: (from: number, to: number) => boolean,
): NameMention | null {
  if (view.tokens[at]!.folded !== office || view.quoteOf[at]! >= 0) return null;
  const name = personAfter(view, at, limit) ?? personBefore(view, at);
  return name !== null && fits(phraseStart(view, at), phraseEnd(view, at)) ? name : null;
}

/** Returns the words of an office besides its noun, and the countries and organisations in it. */
function describe(
  view: BodyView,
  first: number,
  next: number,
  office: string,
): { readonly words: ReadonlySet<string>; readonly names: ReadonlySet<string> } {
  const words = new Set<string>();
  const names = new Set<string>();
  for (let at = first; at < next; at++) {
    const { folded, kind } = view.tokens[at]!;
    const name = view.names[view.nameOf[at]!];
    if (name !== undefined && name.kind !== "person") names.add(name.key);
    if (kind === "word" && folded !== office && !isStopword(folded)) words.add(folded);
  }
  return { words, names };
}

function phraseStart(view: BodyView, office: number): number {
  let first = office;
  while (first > Math.max(0, office - reach) && !isEdge(view, first - 1)) first--;
  return first;
}

function phraseEnd(view: BodyView, office: number): number {
  let next = office + 1;
  while (next < Math.min(view.tokens.length, office + reach) && !isEdge(view, next)) next++;
  return next;
}

function isEdge(view: BodyView, at: number): boolean {
  return view.classes[at] === STOP || view.classes[at] === COMMA || personAt(view, at) !== null;
}

/**
 * "the minister, Sergei Lavrov": returns the person after an office; one comma may be in between.
 */
function personAfter(view: BodyView, office: number, limit: number): NameMention | null {
  for (let at = office + 1; at < Math.min(limit, office + reach); at++) {
    const name = personAt(view, at);
    if (name !== null) return name;
    const kind = view.classes[at];
    if (kind === STOP || (kind === COMMA && personAt(view, at + 1) === null)) return null;
  }
  return null;
}

/** "Sergei Lavrov, the foreign minister": the comma after the name. */
function personBefore(view: BodyView, office: number): NameMention | null {
  for (let at = office - 1; at >= Math.max(1, office - reach); at--) {
    if (view.classes[at] === STOP) return null;
    if (view.classes[at] === COMMA) return personAt(view, at - 1);
  }
  return null;
}

function personAt(view: BodyView, at: number): NameMention | null {
  const which = view.nameOf[at] ?? -1;
  if (which < 0) return null;
  const name = view.names[which]!;
  return name.kind === "person" ? name : null;
}
