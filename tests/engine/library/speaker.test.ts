import { describe, expect, it } from "vitest";
import { sourceOfPassage } from "../../../src/engine/library/speaker.ts";
import { readingOf } from "./readingBuilder.ts";

function roleOf(role: string): string | null {
  const reading = readingOf("talks", [
    { text: "The talks go on.", speaker: "Sergey Lavrov", role },
  ]);
  return sourceOfPassage(reading, reading.passages[1]!).role;
}

describe("the role of a passage's speaker", () => {
  it.each([
    ["Russian Foreign Minister", "Russian Foreign Minister"],
    ["U.S. Secretary of State", "U.S. Secretary of State"],
    ["Minister of Foreign Affairs. Foreign Minister", "Minister of Foreign Affairs"],
    ["his Turkish counterpart", null],
    ["their spokesman", null],
  ])("%s reads, without its article, as %s", (role, alone) => {
    expect(roleOf(role)).toBe(alone);
  });
});
