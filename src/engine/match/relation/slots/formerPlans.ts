import { isFormOfBe } from "../actions/verbs.ts";
import { clauseStart } from "../clauses.ts";
import { type Side, wordIndexOf } from "../slotSides.ts";

const planned: ReadonlySet<string> = new Set(
  "due scheduled expected supposed planned meant hoped intended slated set forecast".split(" "),
);
const formerly: ReadonlySet<string> = new Set("originally initially previously earlier".split(" "));

/** The most words between "had" or "was" and the word for a plan: "had at first been expected". */
const planReach = 4;

/**
 * True for a fact in a plan that no longer holds: "the trial was to have begun in May", "it had
 * been due on Monday", "originally put at $4bn". Current plans and outcomes answer another
 * question.
 */
export function isOfFormerPlan({ passage, clauses }: Side, unit: number): boolean {
  const { words } = passage;
  const at = wordIndexOf(passage, passage.units[unit]!);
  const start = clauseStart(clauses, at);
  return words.slice(start, at).some(({ folded }, index) => {
    const next = words.slice(start + index + 1, Math.min(at, start + index + 1 + planReach));
    const following = next.map((word) => word.folded);
    if (formerly.has(folded)) return following[0] === "to" || following.some(isPlan);
    if (folded === "had") return following.some((word) => planned.has(word));
    return isFormOfBe(folded) && following[0] === "to" && following[1] === "have";
  });
}

/**
 * True for a word that, after "originally", marks a plan or estimate: "originally put at",
 * "previously estimated to cost".
 */
function isPlan(word: string): boolean {
  return planned.has(word) || word === "put" || word === "estimated";
}
