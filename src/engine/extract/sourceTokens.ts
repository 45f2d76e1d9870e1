import { NAME, NUMBER, OTHER, ROLE } from "../text/wordTraits.ts";
import type { BodyView } from "./bodyView.ts";

/**
 * The tokens [first, next) of a noun phrase that names a source, with everything that describes it.
 */
export interface SourceTokens {
  readonly first: number;
  readonly next: number;
}

/** True if the tokens contain no name, role, number or other word that could be a source. */
export function isEmptyPhrase(view: BodyView, first: number, next: number): boolean {
  for (let at = first; at < next; at++) {
    const kind = view.classes[at]!;
    if (kind === NAME || kind === ROLE || kind === OTHER || kind === NUMBER) return false;
  }
  return true;
}
