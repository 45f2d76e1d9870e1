import { weekdays } from "../../text/languageTables.ts";
import {
  COMMA,
  CONJUNCTION,
  DETERMINER,
  HYPHEN,
  NAME,
  NUMBER,
  OTHER,
  PREPOSITION,
  PRONOUN,
  ROLE,
  STOP,
  TO,
} from "../../text/wordTraits.ts";
import { type BodyView, sentenceEnd } from "../attributions/bodyView.ts";
import {
  isNoun,
  isPhraseLink,
  isPhraseWord,
  linkingPrepositions,
  longestPhrase,
} from "./nounPhrase.ts";
import { isEmptyPhrase, type SourceTokens } from "./sourceTokens.ts";

/** Returns the source after the cue: "said X, the chairman", "according to X". */
export function sourceAfter(view: BodyView, from: number): SourceTokens | null {
  const { classes, tokens } = view;
  const end = sentenceEnd(view, from - 1);
  if (from >= end) return null;
  if (classes[from] === PRONOUN) return { first: from, next: from + 1 };
  let next = from;
  for (; next < Math.min(end, from + longestPhrase); next++) {
    const kind = classes[next]!;
    if (/^[)\]]$/.test(tokens[next]!.folded)) break;
    if (isPhraseWord(kind)) continue;
    if (kind === STOP && tokens[next - 1]?.end === tokens[next]!.start && next + 1 < end) continue;
    if (kind === PREPOSITION && weekdays.has(tokens[next + 1]?.folded ?? "")) break;
    if (kind === PREPOSITION && linkingPrepositions.has(tokens[next]!.folded) && next > from)
      continue;
    if (kind === TO && classes[next - 1] === ROLE && isNoun(classes[next + 1] ?? STOP)) continue;
    if (kind === CONJUNCTION && tokens[next]!.folded === "and" && isNoun(classes[next + 1] ?? STOP))
      continue;
    if (kind === COMMA && startsAppositive(view, next + 1, end)) continue;
    if (kind === COMMA && classes[next - 1] === ROLE && isPersonName(view, next + 1)) continue;
    break;
  }
  while (next > from && (isPhraseLink(classes[next - 1]!) || classes[next - 1] === COMMA)) next--;
  return next > from && !isEmptyPhrase(view, from, next) ? { first: from, next } : null;
}

/**
 * True if an explanation of a name begins here: ", a professor at X", ", the committee’s chairman",
 * ", 45,".
 */
function startsAppositive(view: BodyView, at: number, end: number): boolean {
  const { classes, tokens } = view;
  if (at >= end) return false;
  if (classes[at] === ROLE) return true;
  if (classes[at] === DETERMINER) {
    for (let index = at + 1; index < Math.min(end, at + 6); index++) {
      if (classes[index] === ROLE) return true;
      if (classes[index] === COMMA) return false;
    }
    return false;
  }
  return classes[at] === NUMBER && tokens[at]!.folded.length === 2 && classes[at + 1] === COMMA;
}

/** True for a token of a person's name: "the House speaker, | Paul Ryan". */
function isPersonName(view: BodyView, at: number): boolean {
  const which = view.nameOf[at] ?? -1;
  return which >= 0 && view.names[which]!.kind === "person";
}

/** True if a token may begin the subject of an inverted clause: "said X", but not "said Monday". */
export function beginsSource(view: BodyView, at: number): boolean {
  const kind = view.classes[at];
  if (weekdays.has(view.tokens[at]?.folded ?? "")) return false;
  return (
    kind === NAME ||
    kind === ROLE ||
    kind === DETERMINER ||
    kind === PRONOUN ||
    kind === NUMBER ||
    (kind === OTHER &&
      (/^\p{Lu}/u.test(view.text.slice(view.tokens[at]!.start, view.tokens[at]!.start + 1)) ||
        describesPerson(view, at)))
  );
}

/**
 * True for an office without an article before a person: "said | coastguard spokesman Piet Harrow".
 */
function describesPerson(view: BodyView, at: number): boolean {
  const { classes } = view;
  let next = at + 1;
  while (next <= at + 2 && (classes[next] === OTHER || classes[next] === HYPHEN)) next++;
  return classes[next] === ROLE && isPersonName(view, next + 1);
}
