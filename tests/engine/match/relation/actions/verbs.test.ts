import { expect, it } from "vitest";
import {
  isFormOfBe,
  isVerbAt,
  verbKey,
} from "../../../../../src/engine/match/relation/actions/verbs.ts";
import { prepared } from "../../preparedTexts.ts";

it.each([
  ["The town sold the mill.", "sold", true],
  ["The town docked the ferry.", "docked", true],
  ["The shed burnt.", "shed", false],
  ["They need a plan.", "plan", false],
  ["They plan a harbour.", "plan", true],
  ["The towns plan a harbour.", "plan", true],
  ["The glass plan is dear.", "plan", false],
  ["The town will plan a harbour.", "plan", true],
  ["The town will never really plan a harbour.", "plan", true],
  ["The town wants to plan a harbour.", "plan", true],
  ["The strike was long.", "strike", false],
  ["The town is ferrying guests.", "ferrying", true],
  ["The ferrying of guests ended.", "ferrying", false],
  ["The town did google the mill.", "google", true],
  ["The town wants to google the mill.", "google", true],
  ["The road to google the mill.", "google", true],
  ["The road to Orsha town.", "orsha", false],
  ["They sold 40 mills.", "40", false],
  ["The town had the sold mills.", "sold", false],
  ["The town will not google the mill.", "google", true],
  ["The town will never google the mill.", "google", true],
  ["The town will also google the mill.", "google", true],
  ["The town will quickly google the mill.", "google", true],
  ["The grass seed was dear.", "seed", false],
  ["The man is mayor of Ghent.", "mayor", false],
])("%s “%s” is a verb: %s", (text, word, isVerb) => {
  const { words } = prepared(text);
  const at = words.findIndex(({ folded }) => folded === word);
  expect(isVerbAt(words, at)).toBe(isVerb);
});

it("forms of one verb have one key", () => {
  expect(["break", "broke", "broken", "breaking"].map(verbKey)).toEqual(
    new Array(4).fill(verbKey("break")),
  );
  expect(verbKey("carried")).toBe(verbKey("carry"));
  expect(verbKey("broke")).not.toBe(verbKey("brake"));
});

it.each([
  ["was", true],
  ["got", true],
  ["get", true],
  ["has", false],
])("“%s” makes a passive: %s", (word, makes) => {
  expect(isFormOfBe(word)).toBe(makes);
});
