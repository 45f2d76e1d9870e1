import { cueVerbs } from "../text/languageTables.ts";
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
} from "../text/wordTraits.ts";
import { type BodyView, sentenceEnd, sentenceStart } from "./bodyView.ts";
import { isClause, quotedShare } from "./contentWords.ts";
import type { Cue } from "./cue.ts";
import { citingCues, denialCues, quotingOnlyCues, speechCues } from "./cueKinds.ts";
import type { Frame } from "./frame.ts";

/**
 * True if a frame reports words. Wishes, beliefs and actions are read too ("supports the bill", "is
 * expected to pass"), but readers are shown only what somebody said, wrote or showed.
 */
export function isSpeech(view: BodyView, { cue, content }: Frame): boolean {
  if (cue.key === "accord" || cue.key === "issu" || citingCues.has(cue.key)) return true;
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
