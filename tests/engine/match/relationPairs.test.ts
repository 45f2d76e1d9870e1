import { describe, expect, it } from "vitest";
import { answerTo, isRight, pairSets, readRelationPairs } from "../../support/relationPairs.ts";

/**
 * The pairs that are not told as a reader would, by the sentence of the corpus. A pair that is told right
 * leaves the list; one may join it only with a change that tells more of the others right.
 */
const missed: ReadonlySet<string> = new Set([
  "Three quarters of teachers surveyed said they had considered leaving the profession.",
  "The agency said it had lost 19 staff members in the crash.",
  "The ambassador is due on March 5.",
  "The central bank left interest rates unchanged.",
  "The tunnel was built after the war.",
  "The airline made a profit in the last quarter.",
  "Electricity was restored to the village the day after the storm.",
  "The ceasefire has collapsed.",
  "The ship reached the harbour safely.",
  "The reactor is still running.",
  "The general is believed to have survived the attack on the convoy.",
  "The suspect's brother confessed to the police that the suspect had set the fire.",
  "“It is an absurd and deeply unfair ruling,” the Polish premier said.",
  "“The glacier is dying,” the guide said at the hut. On the way down he said: “Our grandchildren will only know it from photographs.”",
]);

describe.each(pairSets)("pairs of sentences that rules are made with: %s", (set) => {
  it.each(readRelationPairs(set, "development"))("$page / $corpus", (pair) => {
    expect(isRight(pair.expected, answerTo(set, pair))).toBe(!missed.has(pair.corpus));
  });
});
