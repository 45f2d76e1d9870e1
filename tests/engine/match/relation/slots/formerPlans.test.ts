import { expect, it } from "vitest";
import { clausesOf } from "../../../../../src/engine/match/relation/clauses.ts";
import { isOfFormerPlan } from "../../../../../src/engine/match/relation/slots/formerPlans.ts";
import { prepared } from "../../preparedTexts.ts";

it.each([
  ["The trial had been due in May 2018.", true],
  ["The trial had at first been due in May 2018.", true],
  ["The trial had long at first been due in May 2018.", false],
  ["The trial had begun in May 2018.", false],
  ["The trial was to have begun in May 2018.", true],
  ["The trial was to begin in May 2018.", false],
  ["The judge has to have begun in May 2018.", false],
  ["The trial was said by all to have begun in May 2018.", false],
  ["The trial was originally to begin in May 2018.", true],
  ["The mill was originally put at $4 million.", true],
  ["The mill was previously estimated at $4 million.", true],
  ["The mill was initially expected at $4 million.", true],
  ["The mill was initially sold for $4 million.", false],
  ["The mill was put at $4 million.", false],
])("%s The plan no longer holds: %s", (text, isFormer) => {
  const passage = prepared(text);
  const side = { passage, clauses: clausesOf(passage.text, passage.words) };
  const fact = passage.units.findIndex(({ date, number }) => date !== null || number !== null);
  expect(isOfFormerPlan(side, fact)).toBe(isFormer);
});
