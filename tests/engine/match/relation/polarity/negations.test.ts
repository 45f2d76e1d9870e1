import { describe, expect, it } from "vitest";
import { freeNegations } from "../../../../../src/engine/match/relation/polarity/negations.ts";
import { prepared } from "../../preparedTexts.ts";

describe("what reverses a statement", () => {
  it.each([
    ["a denial", "The mayor went on to deny the claim.", ["deny"]],
    ["a denial without a claim", "The mayor decided to deny.", ["deny"]],
    [
      "a denial of what is said to exist",
      "The mayor went on to deny that a deal exists.",
      ["deny"],
    ],
    ["what somebody did not get", "The rules deny Hill the seat.", ["deny"]],
    ["a plan to leave something undone", "The plan is to not sell the mill.", ["not"]],
    ["but not a plan to keep something from somebody", "The goal is to deny Hill the seat.", []],
    ["but not what waits for a day", "The mill will not be sold until March.", []],
    ["but not a question for agreement", "The mill is old, isn't it?", []],
  ])("%s", (_name, text, expected) => {
    const passage = prepared(text);
    const found = freeNegations(passage, []).map((index) => passage.words[index]!.folded);
    expect(found).toEqual(expected);
  });
});
