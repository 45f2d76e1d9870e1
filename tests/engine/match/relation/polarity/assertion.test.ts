import { expect, it } from "vitest";
import { clausesOf } from "../../../../../src/engine/match/relation/clauses.ts";
import { assertionAt } from "../../../../../src/engine/match/relation/polarity/assertion.ts";
import { prepared } from "../../preparedTexts.ts";

it.each([
  ["The mayor sold the bridge.", "sold", "yes"],
  ["The mayor will sell the bridge.", "sell", "yes"],
  ["The mayor has to sell the bridge.", "sell", "yes"],
  ["The mayor plans to sell the bridge.", "sell", "open"],
  ["The mayor may sell the bridge.", "sell", "open"],
  ["The mayor may already have sold the bridge.", "sold", "yes"],
  ["The mayor may finally have sold the bridge.", "sold", "open"],
  ["The mayor may have to sell the bridge.", "sell", "open"],
  ["Perhaps the mayor sold the bridge.", "sold", "yes"],
  ["The mayor perhaps sold the bridge.", "sold", "open"],
  ["The mayor nearly sold the bridge.", "sold", "no"],
  ["The mayor may nearly have sold the bridge.", "sold", "no"],
  ["The mayor failed to sell the bridge.", "sell", "no"],
  ["The mayor was prevented from selling the bridge.", "selling", "no"],
  ["The mayor stopped selling the bridge.", "selling", "no"],
  ["The mayor stopped in Ghent to sell the bridge.", "sell", "yes"],
  ["The mayor plans to stop in Ghent to sell the bridge.", "sell", "open"],
  ["The mayor ceased to sell bridges.", "sell", "no"],
  ["The mayor began selling the bridge.", "selling", "yes"],
  ["The mayor came close to selling the bridge.", "selling", "no"],
  ["The shop was close, and the mayor sold the bridge.", "sold", "yes"],
  ["The mayor turned down an offer to sell the bridge.", "sell", "no"],
  ["The mayor made an offer to sell the bridge.", "sell", "open"],
  ["The mayor rejected a call to sell the bridge.", "sell", "no"],
  ["The mayor was accused of selling the bridge.", "selling", "open"],
  ["The mayor was accused of not selling the bridge.", "selling", "open"],
  ["Farmers asked the mayor of the town to sell the bridge.", "sell", "open"],
  ["Farmers asked the old mayor of the town to sell the bridge.", "sell", "yes"],
  ["Farmers recommended that the bridge be sold.", "sold", "open"],
  ["Farmers said that the mayor sold the bridge.", "sold", "yes"],
  ["Farmers asked whether the mayor sold the bridge.", "sold", "open"],
  ["If the mayor sold the bridge, farmers would leave.", "sold", "open"],
  ["Farmers fear the mayor will sell the bridge.", "sell", "open"],
  ["He answered criticism that the mayor sold the bridge.", "sold", "open"],
  ["He answered letters that the mayor sold.", "sold", "yes"],
  ["Farmers know the mayor will sell the bridge.", "sell", "yes"],
  ["Nearly sold, the mill stayed.", "sold", "no"],
  ["The mayor allegedly had sold the bridge.", "sold", "open"],
  ["The mayor allegedly has sold the bridge.", "sold", "open"],
  ["The bridge may be sold.", "sold", "open"],
  ["The mayors have to sell the bridge.", "sell", "yes"],
  ["Farmers asked the mayors close by to sell the bridge.", "sell", "open"],
  ["Farmers hope and the mayor sold the bridge.", "sold", "yes"],
  ["Farmers fear rain, but the mayor will sell the bridge.", "sell", "yes"],
  ["The mayor of Hope will sell the bridge.", "sell", "yes"],
])("%s It happened (%s): %s", (text, verb, expected) => {
  const passage = prepared(text);
  const side = { passage, clauses: clausesOf(passage.text, passage.words) };
  const at = passage.words.findIndex(({ folded }) => folded === verb);
  expect(assertionAt(side, at)).toBe(expected);
});
