import { peopleWords } from "../../text/languageTables.ts";
import { NAME, NUMBER, OTHER, ROLE } from "../../text/wordTraits.ts";
import type { BodyView } from "../attributions/bodyView.ts";

/**
 * The tokens [first, next) of a noun phrase that names a source, with everything that describes it.
 */
export interface SourceTokens {
  readonly first: number;
  readonly next: number;
}

/**
 * True if the tokens contain no name, role, number or other word that could be a source. "some" and
 * "both" can be one by themselves: then the source is nobody in particular (cannotSpeak.ts), not the
 * subject of the sentence.
 */
export function isEmptyPhrase(view: BodyView, first: number, next: number): boolean {
  if (next === first + 1 && standsAlone(view.tokens[first]!.folded)) return false;
  for (let at = first; at < next; at++) {
    const kind = view.classes[at]!;
    if (kind === NAME || kind === ROLE || kind === OTHER || kind === NUMBER) return false;
  }
  return true;
}

/** True for a determiner that can be a subject without a noun. */
function standsAlone(word: string): boolean {
  return peopleWords.pluralNouns.has(word) || word === "another" || word === "all";
}

/** Returns the owner of a noun: "Trump’s | attacks", "his | plan"; null for "a statement". */
export function ownerOf(view: BodyView, first: number, next: number): SourceTokens | null {
  if (first >= next) return null;
  if (!isEmptyPhrase(view, first, next)) return { first, next };
  const isPossessive = possessives.has(view.tokens[next - 1]!.folded);
  return isPossessive ? { first: next - 1, next } : null;
}

const possessives: ReadonlySet<string> = new Set("his her their its our my your".split(" "));
