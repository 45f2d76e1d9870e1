import { describe, expect, it } from "vitest";
import { preparePassage } from "../../../../src/engine/match/candidates/preparedPassage.ts";
import { coreWords } from "../../../../src/engine/match/relation/quotedWords.ts";
import { createWordWeights } from "../../../../src/engine/match/score/wordWeights.ts";

const weights = createWordWeights(0, () => 0);

function coreOf(text: string): string {
  const passage = preparePassage({ text, start: 0, names: [], dates: [], numbers: [] }, weights);
  return coreWords(passage)
    .map((place) => passage.words[place]!.folded)
    .join(" ");
}

const said = "we will not wait for spring";

describe("the words that carry the utterance", () => {
  it.each([
    "“We will not wait for spring,” she said.",
    '"We will not wait for spring," she said.',
    "„We will not wait for spring“, she said.",
    "«We will not wait for spring», she said.",
    "'We will not wait for spring,' she said.",
    "She said: ‘We will not wait for spring’.",
    "She said: “We will not wait for spring",
    "We will not wait for spring,” she said.",
    "“We will not,” she said, “wait for spring.”",
  ])("are the quoted ones: %s", (text) => {
    expect(coreOf(text)).toBe(said);
  });

  it("are the quoted ones from five on", () => {
    expect(coreOf("She said “we wait for no spring” in the valley.")).toBe("we wait for no spring");
  });

  it.each([
    "She called it a “quiet spring” in the valley.",
    "She said they had “one quiet long spring” in the valley.",
    "The growers' union won't wait, its chairman's office says.",
    "She said she will not wait for spring.",
  ])("are all of them where few or none are quoted: %s", (text) => {
    expect(coreOf(text).split(" ").length).toBeGreaterThan(7);
  });
});
