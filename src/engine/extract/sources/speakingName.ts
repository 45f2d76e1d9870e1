import { knownName } from "../../facts/names/aliases.ts";
import type { NameMention } from "../../model/index.ts";
import { functionWords, peopleWords } from "../../text/languageTables.ts";
import {
  COMMA,
  DETERMINER,
  HYPHEN,
  NAME,
  OTHER,
  PREPOSITION,
  ROLE,
  STOP,
  TO,
} from "../../text/wordTraits.ts";
import { type BodyView, isOwner, nameEnd } from "../attributions/bodyView.ts";
import type { SourceTokens } from "../frames/sourceTokens.ts";
import { firstEndingAfter } from "../locate.ts";

/**
 * Returns the name of the one who speaks: a person's anywhere in the words of a source who is not only
 * mentioned there, or the name that heads them; null if none is.
 */
export function speakingName(view: BodyView, source: SourceTokens): NameMention | null {
  const { nameOf, names, classes } = view;
  let last: NameMention | null = null;
  let isBelow = false;
  for (let at = source.first; at < source.next; at++) {
    const index = nameOf[at]!;
    if (index < 0) {
      if (classes[at] !== COMMA || last?.kind !== "person" || isOwner(view, last)) continue;
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
    const isSpeaker = name.kind === "person" && !isOwner(view, name);
    if (isSpeaker && !standsForOthers(view, source, at) && !isBelow) return name;
    last = name;
  }
  if (isBelow && last?.kind === "person") return null;
  // "Jones’s | claim": the noun is the cue, and the owner is the source.
  if (last !== null && isOwner(view, last) && last.start === view.tokens[source.first]!.start) {
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
export const personEnding = /^\p{Ll}{2,}(?:er|or|ist|ian|man|woman|person|eer|ee|ant)s?$/u;

/**
 * True for a name before a noun, which speaks instead of it: "Rubio backers", "the Trump campaign".
 */
function standsForOthers(view: BodyView, source: SourceTokens, at: number): boolean {
  const next = nameEnd(view, at);
  if (next >= source.next) return false;
  const kind = view.classes[next];
  return kind === OTHER || kind === ROLE || kind === HYPHEN;
}

/** True if nothing but the word for its kind follows the name: "Hurriyet newspaper", "CNN". */
function headsPhrase(view: BodyView, source: SourceTokens, name: NameMention): boolean {
  if (isOwner(view, name)) return false;
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
