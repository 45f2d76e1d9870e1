import { knownName } from "../../facts/names/aliases.ts";
import type { NameMention, Span } from "../../model/index.ts";
import { functionWords, peopleWords } from "../../text/languageTables.ts";
import {
  COMMA,
  DASH,
  DETERMINER,
  NAME,
  OTHER,
  PREPOSITION,
  PRONOUN,
  ROLE,
  TO,
  WH,
} from "../../text/wordTraits.ts";
import type { BodyView } from "../attributions/bodyView.ts";
import type { SourceTokens } from "../frames/sourceTokens.ts";
import { firstEndingAfter } from "../locate.ts";
import { personEnding, speakingName } from "./speakingName.ts";

/** What the words of a source say about it. */
export interface Identity {
  /**
   * named: by name. described: "a government spokeswoman". pronoun ("she") and definite ("the
   * spokeswoman"): refers to somebody mentioned before. unnamed: the name is withheld ("sources").
   */
  readonly kind: "named" | "described" | "pronoun" | "definite" | "unnamed";
  /** Name or description for people to read. */
  readonly label: string;
  readonly mention: Span;
  readonly role: string | null;
  readonly name: NameMention | null;
  /** True for what publishes news. */
  readonly isOutlet: boolean;
  /** Head noun in small letters ("spokeswoman"), or the pronoun. */
  readonly head: string;
}

/**
 * Returns what the words of a source say about it: "Kremlin spokesperson Dmitry Peskov", "the
 * newspaper", "he".
 */
export function identify(view: BodyView, source: SourceTokens): Identity {
  const { classes, tokens } = view;
  const first = tokens[source.first]!;
  if (classes[source.first] === PRONOUN || classes[source.first] === WH) {
    return plain("pronoun", view, source, first.folded);
  }
  const pronoun = /^(he|she|it|they|we|i|you)['’]/.exec(
    view.text.slice(first.start, first.end).toLowerCase(),
  );
  if (pronoun !== null) return plain("pronoun", view, source, pronoun[1]!);
  const name = speakingName(view, source);
  if (name !== null) return named(view, source, name);
  const head = headNoun(view, source);
  const { folded } = tokens[head]!;
  if (isWithheld(view, source)) return plain("unnamed", view, source, folded);
  const isDefinite =
    classes[source.first] === DETERMINER && first.folded === "the" && head - source.first <= 2;
  const isReferringBack =
    (isDefinite && isReferring(folded) && !hasName(view, source)) || isAge(view, source);
  const kind = isReferringBack ? "definite" : "described";
  return plain(kind, view, source, folded);
}

/** True for "the 31-year-old" alone. */
function isAge({ text, tokens }: BodyView, { first, next }: SourceTokens): boolean {
  return /^the \d{1,3}[-‑]year[-‑]old$/i.test(
    text.slice(tokens[first]!.start, tokens[next - 1]!.end),
  );
}

/** True for nouns that may refer back to somebody or something named before. */
function isReferring(folded: string): boolean {
  return (
    peopleWords.roles.has(folded) ||
    peopleWords.publicationNouns.has(folded) ||
    peopleWords.spokesNouns.has(folded) ||
    peopleWords.organisationWords.has(folded) ||
    functionWords.reportingNouns.has(folded)
  );
}

function plain(
  kind: Identity["kind"],
  view: BodyView,
  source: SourceTokens,
  head: string,
): Identity {
  const mention = phraseSpan(view, source);
  const words = view.text.slice(mention.start, mention.end).replace(/\s+/g, " ");
  const label = words
    .replace(/^the /i, (article) => (keepsArticle(head) ? article : ""))
    .replace(/['’]s$/, "");
  return { kind, label, mention, role: null, name: null, isOutlet: false, head };
}

/** True if a label keeps the article: "the presidency", but "Turkish army". */
function keepsArticle(head: string): boolean {
  return head === "presidency";
}

function phraseSpan(view: BodyView, source: SourceTokens): Span {
  let next = source.next;
  for (let at = source.first + 1; at < source.next; at++) {
    if (view.classes[at] === COMMA || view.classes[at] === DASH) {
      next = at;
      break;
    }
  }
  return { start: view.tokens[source.first]!.start, end: view.tokens[next - 1]!.end };
}

function named(view: BodyView, source: SourceTokens, name: NameMention): Identity {
  const role = roleBeside(view, source, name);
  const known = knownName(view.text.slice(name.start, name.end));
  const own = name.kind === "person" || known === null ? name.canonical : labelOf(view, name);
  const label = name.kind === "organisation" ? `${placeBefore(view, source, name)}${own}` : own;
  const isOutlet = known?.isOutlet === true || isPublisher(view, source);
  return {
    kind: "named",
    label,
    mention: name,
    role,
    name,
    isOutlet,
    head: name.canonical.toLowerCase(),
  };
}

/** "Georgia | Republicans", "House | Republicans": the place that tells which of them, or "". */
function placeBefore(view: BodyView, source: SourceTokens, name: NameMention): string {
  const at = firstEndingAfter(view.tokens, name.start) - 1;
  const token = view.tokens[at];
  if (token === undefined || at < source.first) return "";
  const isPlace = view.names[view.nameOf[at]!]?.kind === "place" || chambers.has(token.folded);
  const place = view.text.slice(token.start, name.start);
  return isPlace && /^\p{Lu}[\p{L}.]+\s$/u.test(place) ? place : "";
}

const chambers: ReadonlySet<string> = new Set(["house", "senate"]);

/**
 * "the website X", "an article in X", "X newspaper": true if the words next to the name show that
 * it publishes.
 */
function isPublisher(view: BodyView, source: SourceTokens): boolean {
  for (let at = source.first; at < source.next; at++) {
    const { folded } = view.tokens[at]!;
    if (peopleWords.publicationNouns.has(folded) && view.nameOf[at]! < 0) return true;
  }
  return false;
}

/** Outlets and capitals keep the name that the article prints, when it is not a mere abbreviation of a site. */
function labelOf(view: BodyView, name: NameMention): string {
  const written = view.text.slice(name.start, name.end);
  return written.length >= name.canonical.length || name.canonical.startsWith("The ")
    ? name.canonical
    : written;
}

/**
 * Returns the office or description next to a name: "Russian Foreign Minister", "an expert from …".
 */
function roleBeside(view: BodyView, source: SourceTokens, name: NameMention): string | null {
  if (name.kind !== "person") return null;
  const { start } = view.tokens[source.first]!;
  const before = ofNameAlone(clean(view.text.slice(start, Math.max(start, name.start))));
  if (isRole(before)) return before.replace(/,$/, "");
  const { end } = view.tokens[source.next - 1]!;
  const after = clean(view.text.slice(Math.min(end, name.end), end));
  return isRole(after) && !isClause(after) ? after : null;
}

/** "a summary released by Attorney General | William Marlow": the words for the name itself. */
function ofNameAlone(words: string): string {
  return words
    .replace(/^.*\b(?:by|from|with)\s+(?=\S)/i, "")
    .replace(/(?:^|\s)(?:mr|mrs|ms|mx|dr)\.?$/i, "");
}

/**
 * True for words about what somebody does ("speaking to reporters") or suffers ("pressed on the
 * costs"), which are no office; not for "acting director" and "retired general".
 */
function isClause(words: string): boolean {
  return /^(?:(?!acting\b)\p{Ll}+ing\b|\p{Ll}+ed (?:about|as|at|by|for|how|if|in|on|to|what|whether|why|with)\b)/u.test(
    words,
  );
}

/** The most words of a role; a clause that was included by mistake has more. */
const longestRole = 22;

function isRole(words: string): boolean {
  if (words === "" || /^(?:who|which|and|both|even|then|only|mr|mrs|ms|dr)\b/i.test(words))
    return false;
  if (/\b(?:said|says|told|tells)\b|\b(?:of|for|to|by|from|with|in)$/i.test(words)) return false;
  if (timeWords.test(words) || !words.split(/[\s,-]+/).some(isOfficeWord)) return false;
  return words.split(" ").length <= longestRole && /\p{L}{2}/u.test(words);
}

/** True for a noun for what people are, by the tables or by its ending. */
function isOfficeWord(word: string): boolean {
  const folded = word.toLowerCase().replace(/\.$/, "");
  return (
    peopleWords.roles.has(folded) ||
    peopleWords.groupRoles.has(folded) ||
    peopleWords.titles.has(folded) ||
    (personEnding.test(word) && !word.endsWith("s"))
  );
}

/** "Thursday night" before a name is not an office. */
const timeWords =
  /^(?:(?:late|early|on|in|last|this) )*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:morning|afternoon|evening|night|today|yesterday|week)$/i;

function clean(words: string): string {
  return (
    words
      .replace(/^[\s,–—-]+|(?<![\s,–—-])[\s,–—-]+$/g, "")
      .replace(/^(?:an?|the)\s+/i, "")
      // What is left of "North Korea's" when its mark is no apostrophe.
      .replace(/^s\s+/, "")
      .replace(/\s+/g, " ")
  );
}

/** The noun that heads the phrase: the last word before a preposition or a comma. */
function headNoun(view: BodyView, source: SourceTokens): number {
  let head = source.first;
  for (let at = source.first; at < source.next; at++) {
    const kind = view.classes[at]!;
    if ((kind === PREPOSITION || kind === TO || kind === COMMA) && at > source.first) break;
    if (kind === OTHER || kind === ROLE || kind === NAME) head = at;
  }
  return head;
}

function hasName(view: BodyView, source: SourceTokens): boolean {
  for (let at = source.first; at < source.next; at++) if (view.nameOf[at]! >= 0) return true;
  return false;
}

/** True if the name of the source is withheld: "sources", "a person familiar with the matter". */
function isWithheld(view: BodyView, source: SourceTokens): boolean {
  const words = view.text
    .slice(view.tokens[source.first]!.start, view.tokens[source.next - 1]!.end)
    .toLowerCase();
  return /\bsources?\b|\b(?:people|persons?|officials?|someone) (?:familiar|close|briefed)\b|\banonym/.test(
    words,
  );
}
