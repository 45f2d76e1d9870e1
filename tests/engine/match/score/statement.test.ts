import { expect, it } from "vitest";
import { isStatement } from "../../../../src/engine/match/score/statement.ts";
import { prepared } from "../preparedTexts.ts";

it.each([
  ["The minister has a plan.", true],
  ["The ferry docked.", true],
  ["The old shed.", false],
  ["The foreign minister, Claire Lund, and her counterpart, Patty Berg.", false],
  ["The president, the premier, the chancellor, the chairman and the general.", false],
  ["Angela Merkel, Vladimir Putin, Claire Lund, Patty Berg and Orsha.", false],
  ["A lighthouse, a bridge, a market.", false],
  ["A lighthouse, a bridge, a market, a mill.", true],
])("%s It states something: %s", (text, states) => {
  expect(isStatement(prepared(text))).toBe(states);
});

it("in a language whose verbs are not known, needs five words", () => {
  expect(isStatement(prepared("Der alte Turm steht"), "de")).toBe(false);
  expect(isStatement(prepared("Der alte Turm steht noch"), "de")).toBe(true);
});

it("counts the words in scripts without spaces by their characters", () => {
  expect(isStatement(prepared("洪水退了。"), "zh")).toBe(false);
  expect(isStatement(prepared("一万五千户家庭停电。"), "zh")).toBe(true);
});
