import { COMMA, PREPOSITION, TO, verbKey, WH } from "../../text/wordTraits.ts";
import { type BodyView, sentenceStart } from "../attributions/bodyView.ts";
import type { Cue } from "../cues/cue.ts";
import { askingCues } from "../cues/cueKinds.ts";
import { sourceBefore } from "./sourceBefore.ts";

/** True for the past form of a verb that asks somebody something: "asked", "pressed". */
export function isAskedForm({ tokens }: BodyView, at: number): boolean {
  const { folded } = tokens[at]!;
  return folded.endsWith("ed") && askingCues.has(verbKey(folded));
}

/**
 * True for an asked form in a clause without its own subject: "Asked about …", "when | asked",
 * "X, | asked whether …, said".
 */
export function isAskedParticiple(view: BodyView, cue: Cue): boolean {
  if (cue.first < cue.at) return false;
  const before = view.classes[cue.at - 1];
  if (cue.at === sentenceStart(view, cue.at) || before === WH) return true;
  return before === COMMA && sourceBefore(view, cue) === null && asksAbout(view, cue.next);
}

function asksAbout(view: BodyView, at: number): boolean {
  const kind = view.classes[at];
  return kind === WH || kind === PREPOSITION || kind === TO;
}
