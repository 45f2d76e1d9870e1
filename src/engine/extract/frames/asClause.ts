import { type BodyView, sentenceStart } from "../attributions/bodyView.ts";

/** True if "as" is right before a token: "The road is closed, as | the police said". */
export function isAfterAs({ tokens }: BodyView, at: number): boolean {
  return tokens[at - 1]?.folded === "as";
}

/** True if "as" opens the sentence right before a token: "As | the police said, the road is closed." */
export function isAfterOpeningAs(view: BodyView, at: number): boolean {
  return at === sentenceStart(view, at) + 1 && isAfterAs(view, at);
}
