/**
 * Finds actions that one passage only demands, considers or postpones, with a noun, and the other
 * reports as done, with the verb: "asked the president for a pardon" beside "has been pardoned".
 */
import type { Side } from "../slotSides.ts";
import { verbKey } from "./verbs.ts";

/**
 * Words before a noun for something that has not happened yet: "called for the release of",
 * "postponed the sale".
 */
const demands: ReadonlySet<string> = new Set(
  "call demand seek urge threaten plan propose vote request want consider reject ask postpone delay shelve mull weigh"
    .split(" ")
    .map(verbKey),
);
/** The most words from the demand to the noun. */
const demandReach = 4;
/** The most words from the demand to a noun after "for": "asked the president for a pardon". */
const askingReach = 8;
const ask = verbKey("ask");

/** True if one passage only demands with a noun what the other reports as done with its verb. */
export function isOnlyDemanded(one: Side, other: Side): boolean {
  const done = other.passage.words.flatMap(({ folded, form }, at) => {
    const key = verbKey(folded);
    const isPast = folded !== form.stem || (key !== folded && actionVerbs.has(key));
    return other.clauses.isVerb[at] && isPast ? [key] : [];
  });
  const { words } = one.passage;
  return words.some(({ folded }, at) => {
    if (one.clauses.isVerb[at] || !done.some((key) => isNounOf(folded, key))) return false;
    const isAskedFor = words.slice(Math.max(0, at - 2), at).some((word) => word.folded === "for");
    return words.slice(Math.max(0, at - askingReach), at).some((word, i, before) => {
      const key = verbKey(word.folded);
      const isNear = before.length - i <= demandReach;
      return isNear ? demands.has(key) : isAskedFor && key === ask;
    });
  });
}

/** Nouns that do not share a stem with their verb, mapped to that verb. */
const actionNouns: ReadonlyMap<string, string> = new Map(
  ["sale sell", "purchase buy", "death die", "loss lose", "choice choose"].map(
    (pair): [string, string] => {
      const [noun, verb] = pair.split(" ");
      return [noun!, verbKey(verb!)];
    },
  ),
);

const actionVerbs: ReadonlySet<string> = new Set(actionNouns.values());

/** The fewest first letters that a noun and its verb share: "ratification", "ratified". */
const leastShared = 5;

function isNounOf(noun: string, verb: string): boolean {
  const key = verbKey(noun);
  if (key === verb || actionNouns.get(noun) === verb) return true;
  return (
    Math.min(key.length, verb.length) >= leastShared &&
    (key.startsWith(verb) || verb.startsWith(key))
  );
}
