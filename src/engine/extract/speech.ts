import { cueVerbs } from "../text/languageTables.ts";
import type { BodyView } from "./bodyView.ts";
import { isClause, quotedShare } from "./contentWords.ts";
import { citingCues, speechCues } from "./cueKinds.ts";
import type { Frame } from "./frames.ts";
import { COLON, DETERMINER, NAME, PREPOSITION, ROLE } from "./wordClasses.ts";

/**
 * Whether a frame reports words. Wishes, beliefs and deeds are read too ("supports the bill", "is
 * expected to pass"), but what readers are shown is what somebody said, wrote or showed.
 */
export function isSpeech(view: BodyView, { cue, content }: Frame): boolean {
  if (cue.key === "accord" || cue.key === "issu" || citingCues.has(cue.key)) return true;
  if (view.tokens[cue.first - 1]?.folded === "without" || isNoun(view, cue.at)) return false;
  if (cue.key === "seem" || cue.key === "appear" || cue.key === "expect") return false;
  if (content.some((span) => quotedShare(view, span) > 0.3)) return true;
  const { start } = view.tokens[cue.at]!;
  return (
    speechCues.has(cue.key) && content.some((span) => span.end <= start || isClause(view, span))
  );
}

/** "criticism of", "the claim", "Trump’s claim": named, not said here. */
function isNoun(view: BodyView, at: number): boolean {
  const { folded } = view.tokens[at]!;
  if (view.classes[at] === ROLE) return true;
  if (view.classes[at] !== COLON && /(?:ism|tion|sion|ment|ence)s?$/.test(folded)) return true;
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
  return before === PREPOSITION && !folded.endsWith("ing");
}
