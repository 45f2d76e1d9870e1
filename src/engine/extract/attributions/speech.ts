import { cueVerbs, functionWords } from "../../text/languageTables.ts";
import {
  AUXILIARY,
  COLON,
  COMMA,
  DETERMINER,
  NAME,
  OPEN_QUOTE,
  OTHER,
  PREPOSITION,
  PRONOUN,
  ROLE,
  TO,
} from "../../text/wordTraits.ts";
import type { Cue } from "../cues/cue.ts";
import { citingCues, denialCues, quotingOnlyCues, speechCues } from "../cues/cueKinds.ts";
import { isClause, quotedShare } from "../frames/contentWords.ts";
import type { Frame } from "../frames/frame.ts";
import { type BodyView, nameEnd, sentenceEnd, sentenceStart } from "./bodyView.ts";

/**
 * True if a frame reports words. Wishes, beliefs and actions are read too ("supports the bill", "is
 * expected to pass"), but readers are shown only what somebody said, wrote or showed.
 */
export function isSpeech(view: BodyView, { cue, content }: Frame): boolean {
  if (cue.key === "accord" || citingCues.has(cue.key)) return true;
  if (cue.key === "issu" && issuesWords(view, cue)) return true;
  if (isPostingThings(view, cue) || isDenialOfPerson(view, cue)) return false;
  if (view.tokens[cue.first - 1]?.folded === "without" || isNoun(view, cue.at)) return false;
  if (cue.key === "seem" || cue.key === "appear" || cue.key === "expect") return false;
  if (content.some((span) => quotedShare(view, span) > 0.3)) return true;
  if (denialCues.has(cue.key) && content.length > 0) return true;
  if (quotingOnlyCues.has(cue.key) || opensWithParticiple(view, cue)) return false;
  if (isCalledUntrue(view, cue, content)) return true;
  const { start } = view.tokens[cue.at]!;
  return (
    speechCues.has(cue.key) &&
    content.some((span) => span.end <= start || quotedShare(view, span) > 0 || isClause(view, span))
  );
}

/**
 * True for "issued a statement", "a statement | issued by" and "issued a new warning"; not for
 * "issued permits".
 */
function issuesWords({ tokens, classes }: BodyView, cue: Cue): boolean {
  const isText = (at: number) => {
    const word = tokens[at]?.folded ?? "";
    return functionWords.reportingNouns.has(word) || issuedTexts.has(word.replace(/s$/, ""));
  };
  if (isText(cue.first - 1)) return true;
  let at = cue.next - 1;
  while (!isText(at) && (classes[at + 1] === DETERMINER || classes[at + 1] === OTHER)) at++;
  return isText(at);
}

/** Nouns for what is said when it is issued, beside those for what is published. */
const issuedTexts: ReadonlySet<string> = new Set(
  "apology appeal call denial order plea reminder threat ultimatum warning".split(" "),
);

/** True for "posting leaflets": what is posted is a thing, not "that …" and no quotation. */
function isPostingThings({ classes }: BodyView, cue: Cue): boolean {
  return cue.key === "post" && (classes[cue.next] === OTHER || classes[cue.next] === ROLE);
}

/**
 * True for a person who is kept from something: "to deny | Silva | twice", "Silva | was denied by
 * the keeper"; not for "denied | Silva's claim".
 */
function isDenialOfPerson(view: BodyView, cue: Cue): boolean {
  if (!denialCues.has(cue.key)) return false;
  if (view.tokens[cue.next]?.folded === "by") return isPersonAt(view, cue.first - 1);
  const object = view.names[view.nameOf[cue.next] ?? -1];
  if (object?.kind !== "person" && object?.kind !== "other") return false;
  const { end } = object;
  const next = nameEnd(view, cue.next);
  const kind = view.classes[next];
  const isVerb = kind === AUXILIARY || (kind === OTHER && verbLike.test(view.tokens[next]!.folded));
  return !isVerb && !/^['’]/.test(view.text.slice(end, end + 1));
}

/** Endings of verbs: "denied Marlow | lied"; not "denied Marlow | twice". */
const verbLike = /(?:ed|[^s]s|[aeo]w)$/;

function isPersonAt({ names, nameOf }: BodyView, at: number): boolean {
  return names[nameOf[at] ?? -1]?.kind === "person";
}

/** True for a name or pronoun, a finite verb of saying, and a clause with its own auxiliary. */
export function isStatement(view: BodyView, cue: Cue): boolean {
  const { classes, tokens } = view;
  if (!speechCues.has(cue.key) || !/(?:ed|s)$/.test(tokens[cue.at]!.folded)) return false;
  const before = classes[cue.first - 1];
  if (before !== NAME && before !== PRONOUN) return false;
  for (let at = cue.next; at < Math.min(sentenceEnd(view, cue.at), cue.next + 8); at++) {
    if (classes[at] === AUXILIARY) return at > cue.next;
    if (classes[at] === COMMA || classes[at] === TO || classes[at] === OPEN_QUOTE) return false;
  }
  return false;
}

/**
 * True if the content is called untrue: "called the reports incorrect", "described it as false".
 */
export function isCalledUntrue(view: BodyView, cue: Cue, content: Frame["content"]): boolean {
  if (cue.key !== "call" && cue.key !== "describ") return false;
  return content.some((span) => untrue.test(view.text.slice(span.start, span.end)));
}

const untrue =
  /\b(?:incorrect|untrue|false|fake|baseless|unfounded|groundless|fabricated|nonsense|lies?)\b/i;

/** True for a past form that opens its sentence, without a subject: "Announced on Monday, …". */
function opensWithParticiple(view: BodyView, cue: Cue): boolean {
  return cue.at === sentenceStart(view, cue.at) && view.tokens[cue.at]!.folded.endsWith("ed");
}

/** True for the ending of a noun for what is done or said: "criticism", "statements". */
export function endsLikeAction(folded: string): boolean {
  return /(?:ism|tion|sion|ment|ence)s?$/.test(folded);
}

/**
 * True if the cue is a noun, which names a statement without making one: "criticism of", "the
 * claim".
 */
function isNoun(view: BodyView, at: number): boolean {
  const { folded } = view.tokens[at]!;
  if (view.classes[at] === ROLE) return true;
  if (view.classes[at] !== COLON && endsLikeAction(folded)) return true;
  const before = view.classes[at - 1];
  if (before === DETERMINER)
    return view.tokens[at - 1]!.folded !== "all" && view.tokens[at - 1]!.folded !== "both";
  if (
    before === NAME &&
    /['’]s?$/.test(view.text.slice(view.tokens[at - 1]!.start, view.tokens[at - 1]!.end))
  )
    return true;
  const isBare = !/(?:ed|s|ing)$/.test(folded) && !cueVerbs.irregular.has(folded);
  if (before === NAME && isBare && view.classes[at - 2] === DETERMINER) return true;
  // "a phone call": a bare form after a noun that is not many.
  if (before === OTHER && isBare && !view.tokens[at - 1]!.folded.endsWith("s")) return true;
  return before === PREPOSITION && !folded.endsWith("ing");
}
