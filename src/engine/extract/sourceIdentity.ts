import { knownName } from "../facts/aliases.ts";
import type { NameMention, Span } from "../model/index.ts";
import { functionWords, peopleWords } from "../text/languageTables.ts";
import {
  COMMA,
  DASH,
  DETERMINER,
  HYPHEN,
  NAME,
  OTHER,
  PREPOSITION,
  PRONOUN,
  ROLE,
  STOP,
  TO,
  WH,
} from "../text/wordTraits.ts";
import { type BodyView, nameEnd } from "./bodyView.ts";
import { firstEndingAfter } from "./locate.ts";
import type { SourceTokens } from "./sourceTokens.ts";

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
 * newspaper", "he". The rules for names, descriptions, offices and outlets share one phrase, which is
 * why the file has over 300 lines.
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

/** The name that is the one who speaks: a person anywhere in the phrase, or the name that heads it. */
function speakingName(view: BodyView, source: SourceTokens): NameMention | null {
  const { nameOf, names, classes } = view;
  let last: NameMention | null = null;
  let isBelow = false;
  for (let at = source.first; at < source.next; at++) {
    const index = nameOf[at]!;
    if (index < 0) {
      if (classes[at] !== COMMA || last?.kind !== "person" || isPossessive(view, last)) continue;
      if (!isBelow) return last;
      // "The brother of Peter Marlow, | Greg Marlow, said"
      if (classes[at + 1] !== NAME) return null;
      continue;
    }
    const name = names[index]!;
    if (name !== last) {
      if (isExample(view, source, at)) break;
      isBelow = isBelowHead(view, source, at);
    }
    const isSpeaker = name.kind === "person" && !isPossessive(view, name);
    if (isSpeaker && !standsForOthers(view, source, at) && !isBelow) return name;
    last = name;
  }
  if (isBelow && last?.kind === "person") return null;
  // "Jones’s | claim": the noun is the cue, and the owner is the source.
  if (
    last !== null &&
    isPossessive(view, last) &&
    last.start === view.tokens[source.first]!.start
  ) {
    if (view.tokens[source.next - 1]!.start < last.end) return last;
  }
  return last !== null && headsPhrase(view, source, last) && !isOneOfTwo(view, last) ? last : null;
}

/** True for a name that "and" joins to another before it: "The U.S. and | China". */
function isOneOfTwo(view: BodyView, name: NameMention): boolean {
  const at = firstEndingAfter(view.tokens, name.start);
  return view.tokens[at - 1]?.folded === "and" && view.classes[at - 2] === NAME;
}

/**
 * True if a name belongs to a noun that heads the phrase, who is the one that speaks: "a spokesman
 * for | Ms. Marlow", "the office of President | Marlow".
 */
function isBelowHead(view: BodyView, source: SourceTokens, at: number): boolean {
  const { classes, tokens, nameOf } = view;
  const link = linkBefore(view, source, at);
  if (link <= source.first || !tiesToHead(view, link)) return false;
  // "a person familiar with", "the man accused of shooting"
  for (let head = link - 1; head >= source.first && classes[head] !== COMMA; head--) {
    if (nameOf[head]! < 0 && isPersonOrBody(tokens[head]!.folded)) return true;
  }
  return false;
}

/** The word before a name and its titles: "a spokesman | for Ms. Marlow". */
function linkBefore(view: BodyView, source: SourceTokens, at: number): number {
  let link = at - 1;
  while (link >= source.first && view.nameOf[link] === view.nameOf[at]) link--;
  while (link > source.first && at - link <= longestBefore && isTitleWord(view, link)) link--;
  return link;
}

/**
 * True for a name that only stands for several who speak: "critics, including | Marlow", "officials
 * such as | Marlow", "ministers, among them | Marlow".
 */
function isExample(view: BodyView, source: SourceTokens, at: number): boolean {
  const link = linkBefore(view, source, at);
  if (link <= source.first) return false;
  const before = view.tokens[link - 1]!.folded;
  switch (view.tokens[link]!.folded) {
    case "including":
    case "like":
      return true;
    case "as":
      return before === "such";
    case "them":
      return before === "among";
    default:
      return false;
  }
}

/** True for a preposition or participle whose object is not who speaks: "an aide | to", "a lawyer | representing". */
function tiesToHead({ classes, tokens }: BodyView, at: number): boolean {
  const { folded } = tokens[at]!;
  const kind = classes[at]!;
  if (kind === PREPOSITION || kind === TO) return belonging.has(folded);
  return kind === OTHER && /\p{L}{3}ing$/u.test(folded);
}

/** Prepositions that tie a person to a noun before: "the mother of", "an attorney for", "an aide to". */
const belonging: ReadonlySet<string> = new Set("of for to with by on from against".split(" "));

/** The most tokens between the preposition and the name's end: "the former Russian President Ivan Orlov". */
const longestBefore = 8;

/**
 * True for words before a person's name: "the former Russian President". "Secretary of | State" has
 * another kind of word.
 */
function isTitleWord(view: BodyView, at: number): boolean {
  const kind = view.classes[at]!;
  const { folded, start, end } = view.tokens[at]!;
  if (kind === ROLE || kind === STOP || kind === DETERMINER) return true;
  if (peopleWords.titles.has(folded) || formerWords.has(folded)) return true;
  return knownName(view.text.slice(start, end))?.isDemonym === true;
}

const formerWords: ReadonlySet<string> = new Set(["former", "then", "late", "acting", "ex"]);

/** True for a noun for people or a body of them, not for what they write. */
function isPersonOrBody(noun: string): boolean {
  if (functionWords.reportingNouns.has(noun) || peopleWords.publicationNouns.has(noun)) {
    return false;
  }
  return (
    peopleWords.roles.has(noun) ||
    peopleWords.groupRoles.has(noun) ||
    peopleWords.spokesNouns.has(noun) ||
    peopleWords.organisationWords.has(noun) ||
    peopleWords.femaleNouns.has(noun) ||
    peopleWords.maleNouns.has(noun) ||
    personEnding.test(noun)
  );
}

/** "supporters", "admirer": a noun for what people are, by its ending. */
const personEnding = /^\p{Ll}{2,}(?:er|or|ist|ian|man|woman|person|eer|ee|ant)s?$/u;

/**
 * True for a name before a noun, which speaks instead of it: "Rubio backers", "the Trump campaign".
 */
function standsForOthers(view: BodyView, source: SourceTokens, at: number): boolean {
  const next = nameEnd(view, at);
  if (next >= source.next) return false;
  const kind = view.classes[next];
  return kind === OTHER || kind === ROLE || kind === HYPHEN;
}

function isPossessive(view: BodyView, name: NameMention): boolean {
  return /^['’]s?(?![\p{L}])/u.test(view.text.slice(name.end, name.end + 3));
}

/** True if nothing but the word for its kind follows the name: "Hurriyet newspaper", "CNN". */
function headsPhrase(view: BodyView, source: SourceTokens, name: NameMention): boolean {
  if (isPossessive(view, name)) return false;
  const known = knownName(view.text.slice(name.start, name.end));
  if (known?.isDemonym === true) return false;
  for (let at = source.first; at < source.next; at++) {
    const token = view.tokens[at]!;
    if (token.start < name.end) continue;
    if (view.classes[at] === COMMA) break;
    const before = view.tokens[at - 1]!.folded;
    if (view.classes[at] === PREPOSITION && functionWords.reportingNouns.has(before)) break;
    if (
      !peopleWords.publicationNouns.has(token.folded) &&
      !functionWords.reportingNouns.has(token.folded)
    )
      return false;
  }
  return !isAfterForeignHead(view, source, name);
}

/**
 * True if the name is inside a phrase that another noun heads ("officials in Moscow"), unless the
 * noun is a text ("an article on" a site).
 */
function isAfterForeignHead(view: BodyView, source: SourceTokens, name: NameMention): boolean {
  let head = "";
  for (let at = source.first; at < source.next; at++) {
    if (view.tokens[at]!.start >= name.start) break;
    if (view.classes[at] === PREPOSITION || view.classes[at] === TO) {
      return !functionWords.reportingNouns.has(head) && !peopleWords.publicationNouns.has(head);
    }
    head = view.tokens[at]!.folded;
  }
  return false;
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
