import { expect, it } from "vitest";
import { sameSpeaker, speakerDifference } from "../../../../src/engine/match/relation/speakers.ts";
import { prepared } from "../preparedTexts.ts";

/** The two passages as each article prints them. */
function isOther(pageSpeaker: string, corpusSpeaker: string, page?: string, corpus?: string) {
  const told = (speaker: string) => `“The bridge will stay open all winter,” ${speaker} said.`;
  return (
    speakerDifference(
      { pageSpeaker, corpusSpeaker },
      prepared(page ?? told(pageSpeaker)),
      prepared(corpus ?? told(corpusSpeaker)),
    ) !== null
  );
}

it.each([
  ["Serge Lavrov", "Sergei Shoigu", true],
  ["Andrés Manuel López Obrador", "Sergei Shoigu", true],
  ["Khalifa bin Zayed Al Nahyan", "Sergei Shoigu", false],
  ["the minister", "Sergei Shoigu", false],
  ["Defense Ministry", "Sergei Shoigu", false],
  ["Georgia Republicans", "Sergei Shoigu", false],
  ["Sergei Shoigu", "Shoigu", false],
])("words of %s and of %s are given to two persons: %s", (pageSpeaker, corpusSpeaker, expected) => {
  expect(isOther(pageSpeaker, corpusSpeaker)).toBe(expected);
});

it("who is only “he” beside the words is not told to be somebody else", () => {
  const guessed = "“The bridge will stay open all winter,” he said.";
  expect(isOther("Serge Lavrov", "Sergei Shoigu", guessed)).toBe(false);
});

it("who stands in the other passage too may be its speaker", () => {
  const both = "Lavrov listened. “The bridge will stay open all winter,” Sergei Shoigu said.";
  expect(isOther("Serge Lavrov", "Sergei Shoigu", undefined, both)).toBe(false);
});

it.each([
  ["Obama’s", "Obama", true],
  ["Obama", "Barack Obama", true],
  ["Robert", "Robert Crandall", true],
  ["Moscow", "Russia", true],
  ["Lavrov", "Sergei Shoigu", false],
])("%s and %s are one speaker: %s", (a, b, expected) => {
  expect(sameSpeaker(a, b)).toBe(expected);
});
