import { expect, it } from "vitest";
import { speakerDifference } from "../../../src/engine/match/speakers.ts";

it.each([
  ["Serge Lavrov", "Sergei Shoigu", true],
  ["Andrés Manuel López Obrador", "Sergei Shoigu", true],
  ["Khalifa bin Zayed Al Nahyan", "Sergei Shoigu", false],
  ["the minister", "Sergei Shoigu", false],
  ["Defense Ministry", "Sergei Shoigu", false],
  ["Sergei Shoigu", "Shoigu", false],
])("words of %s and of %s are given to two persons: %s", (pageSpeaker, corpusSpeaker, isOther) => {
  expect(speakerDifference({ pageSpeaker, corpusSpeaker }) !== null).toBe(isOther);
});
