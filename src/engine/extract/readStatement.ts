import { learnNames } from "../facts/names.ts";
import type { ReadPassage } from "../model/index.ts";
import { tokenise } from "../text/tokens.ts";
import { findFacts, readPassage } from "./passages.ts";

/**
 * A text that stands by itself (a claim, a headline, one side of a pair) as one passage, with the
 * names, numbers and dates in it.
 * @param day ISO day from which "Saturday" and "yesterday" are counted; null leaves them open
 */
export function readStatement(text: string, day: string | null = null): ReadPassage {
  const tokens = tokenise(text);
  const facts = findFacts(text, day, learnNames(text, tokens).names, tokens);
  const whole = { in: "body", unit: "sentence", start: 0, end: text.length } as const;
  return readPassage(text, whole, facts, [], false);
}
