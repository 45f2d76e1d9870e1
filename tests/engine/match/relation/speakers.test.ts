import { expect, it } from "vitest";
import {
  areTwoVoices,
  isSpeakerShared,
  sameSpeaker,
  speakerDifference,
} from "../../../../src/engine/match/relation/speakers.ts";
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
  ["Sergei Shoigu", "the minister", false],
  ["Moscow", "Sergei Shoigu", false],
  ["He", "Sergei Shoigu", false],
  ["Defense Ministry", "Sergei Shoigu", false],
  ["Georgia Republicans", "Sergei Shoigu", false],
  ["Sergei Shoigu", "Shoigu", false],
])("words of %s and of %s are given to two persons: %s", (pageSpeaker, corpusSpeaker, expected) => {
  expect(isOther(pageSpeaker, corpusSpeaker)).toBe(expected);
});

it("who is only “he” beside the words is not told to be somebody else", () => {
  const guessed = "“The bridge will stay open all winter,” he said.";
  expect(isOther("Serge Lavrov", "Sergei Shoigu", guessed)).toBe(false);
  expect(isOther("Serge Lavrov", "Sergei Shoigu", undefined, guessed)).toBe(false);
  const told = "“The bridge of Lavrov will stay open all winter,” he said.";
  expect(isOther("Serge Lavrov", "Sergei Shoigu", told)).toBe(false);
});

it("who stands in the other passage too may be its speaker", () => {
  const both = "Lavrov listened. “The bridge will stay open all winter,” Sergei Shoigu said.";
  expect(isOther("Serge Lavrov", "Sergei Shoigu", undefined, both)).toBe(false);
  expect(isOther("Sergei Shoigu", "Serge Lavrov", both)).toBe(false);
});

it.each([
  ["Obama’s", "Obama", true],
  ["Obama", "Barack Obama", true],
  ["Robert", "Robert Crandall", true],
  ["Robert Crandall", "Robert", true],
  ["Moscow", "Russia", true],
  ["Lavrov", "Sergei Shoigu", false],
])("%s and %s are one speaker: %s", (a, b, expected) => {
  expect(sameSpeaker(a, b)).toBe(expected);
});

it.each([
  ["Claire Lund", "Patty Berg", true],
  ["Moscow", "Patty Berg", true],
  ["Claire Lund", "Ankara", true],
  ["the minister", "Patty Berg", false],
  ["Claire Lund", "the minister", false],
  ["Claire Lund", "Lund", false],
  [null, "Patty Berg", false],
  ["Claire Lund", null, false],
])("%s and %s are two voices: %s", (pageSpeaker, corpusSpeaker, areTwo) => {
  expect(areTwoVoices({ pageSpeaker, corpusSpeaker })).toBe(areTwo);
});

it.each([
  ["Claire Lund", "Lund", false, true],
  ["Сергей Лавров", "Sergei Lavrov", true, true],
  ["Сергей Лавров", "Sergei Lavrov", false, false],
  ["Claire Lund", "Patty Berg", true, false],
  [null, null, true, false],
])(
  "%s and %s, of two languages or not (%s), are one speaker: %s",
  (page, corpus, isAcross, isOne) => {
    expect(isSpeakerShared({ pageSpeaker: page, corpusSpeaker: corpus }, isAcross)).toBe(isOne);
  },
);
