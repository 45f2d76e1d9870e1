import { expect, it } from "vitest";
import { givesOpinion, haveTwoHolders } from "../../../../src/engine/match/relation/holders.ts";
import { sidesOf } from "../../../../src/engine/match/relation/slotSides.ts";
import { compared } from "../preparedTexts.ts";

function sidesIn(pageText: string, corpusText: string) {
  const { page, corpus, pairs, alignment } = compared(pageText, corpusText);
  return sidesOf(page, corpus, pairs, alignment);
}

const plain = "The plan was good.";

it.each([
  ["Hall said the plan was good.", null, plain, "Reed", true],
  ["Hall said the plan was good.", null, plain, "Hall", false],
  ["Hall said the plan was good.", null, plain, null, false],
  [plain, "Reed", "Hall said the plan was good.", null, true],
  [plain, "Hall", "Hall said the plan was good.", null, false],
  // Where both name somebody, the articles' speakers do not count.
  ["Hall said the plan was good.", "Reed", "Mr Hall said the plan was bad.", "Reed", false],
  ["Hall said the plan was good.", null, "Reed said the plan was bad.", null, true],
  // Names decide if both have one; an office alone may be anybody's.
  [
    "The spokesman Hall said the plan was good.",
    null,
    "A spokesman said it was good.",
    null,
    false,
  ],
  [
    "A spokesman said it was good.",
    null,
    "The spokesman Hall said the plan was good.",
    null,
    false,
  ],
  ["The spokesman Hall said it was good.", null, "The spokesman Reed said it was.", null, true],
  // Four words from the verb, in its clause.
  [
    "Anna Hall of the town said it was good.",
    null,
    "Claire Reed of the town said it was good.",
    null,
    true,
  ],
  [
    "Anna Hall of the old town said it was.",
    null,
    "Claire Reed of the old town said it was.",
    null,
    false,
  ],
  // Not what is only a noun, and not a number.
  ["The report on Hall closed the case.", null, "The report on Reed closed the case.", null, false],
  ["All 60 said it was good.", null, "All 40 said it was good.", null, false],
  ["In 2017 Hall said it was good.", null, "In 2018 Hall said it was good.", null, false],
  ["According to Hall it was good.", null, "According to Reed it was good.", null, true],
])(
  "%s (%s) %s (%s) They give the views of two: %s",
  (page, pageSpeaker, corpus, speaker, areTwo) => {
    const voices = { pageSpeaker, corpusSpeaker: speaker };
    expect(haveTwoHolders(sidesIn(page, corpus), voices)).toBe(areTwo);
  },
);

it.each([
  ["Hall believes the plan was good.", true],
  ["Hall said the plan was good.", false],
  ["The claim of Hall was false.", false],
  ["The dispute of Hall with the town ended.", false],
])("%s It is an opinion: %s", (page, isOpinion) => {
  expect(givesOpinion(sidesIn(page, plain))).toBe(isOpinion);
  expect(givesOpinion(sidesIn(plain, page))).toBe(isOpinion);
});
