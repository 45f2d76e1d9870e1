import { assertionAt } from "../polarity/assertion.ts";
import type { Side, Sides } from "../slotSides.ts";
import { verbKey } from "./verbs.ts";

/**
 * True if the place of a verb has a wish for another verb on the other side: "Trump imposed tariffs"
 * beside "Trump threatened to put tariffs".
 */
export function isExchangedWish({ pageSide, corpusSide, alignment }: Sides): boolean {
  return alignment.page.some((index, i) => {
    // Who acts comes before, and on what behind.
    if (i === 0) return false;
    const own = verbBetween(pageSide, alignment.page[i - 1]!, index);
    const other = verbBetween(corpusSide, alignment.corpus[i - 1]!, alignment.corpus[i]!);
    return own !== null && other !== null && own !== other;
  });
}

/** Returns how the last verb between two words is asserted; null if that is uncertain or there is none. */
function verbBetween(side: Side, from: number, to: number): "yes" | "open" | null {
  const { words } = side.passage;
  const between = words.slice(from + 1, to);
  if (between.some(({ folded }) => toCome.test(folded))) return null;
  const verb = side.clauses.isVerb.lastIndexOf(true, to - 1);
  // "Is axing" may be a plan as well, and "decided to axe" is one.
  if (verb <= from || words[verb]!.folded.endsWith("ing")) return null;
  const said = assertionAt(side, verb);
  if (said === "yes") return words[verb - 1]?.folded === "to" ? null : "yes";
  return said === "open" && between.some(({ folded }) => wishes.has(verbKey(folded)))
    ? "open"
    : null;
}

/** Verbs after which nothing has happened yet; who was able or agreed to do something may have done it. */
const wishes: ReadonlySet<string> = new Set(
  "aim attempt consider hope intend plan pledge promise propose seek threaten try vow want wish"
    .split(" ")
    .map(verbKey),
);

const toCome = /^(?:will|would|shall|should|must|can|could)$/;
