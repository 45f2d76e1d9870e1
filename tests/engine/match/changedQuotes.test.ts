import { describe, expect, it } from "vitest";
import { comparePassages, verdictOf } from "../../../src/engine/match/comparison.ts";
import { compared, noContext, prepared } from "./preparedTexts.ts";

/** How one passage relates to the other, which surely says the same. */
function toldOf(page: string, corpus: string) {
  const { alignment, speakers, isOfTwoOccasions, ...comparison } = compared(page, corpus);
  const sure = { ...comparison, alignment, speakers, isOfTwoOccasions, logit: 3 };
  const verdict = verdictOf(sure, 0, 0.5)!;
  const differences = verdict.differences
    .filter(({ kind }) => kind !== "wording")
    .map((one) => `${one.kind}: ${one.page} / ${one.corpus}`);
  return { relation: verdict.relation, differences };
}

describe("a changed quote", () => {
  it("with another number is near word for word, and its number is told once", () => {
    const page = "“We sold 40 old mills to the town of Orsha,” she told traders.";
    expect(toldOf(page, page.replace("40", "60").replace("traders", "bakers"))).toEqual({
      relation: "near-verbatim",
      differences: ["exchanged: 40 / 60"],
    });
  });

  it("that one side denies contradicts, and both the word and the denial are told", () => {
    const page = "“We will not sell the old mill of Orsha,” she said.";
    expect(toldOf(page, page.replace("not ", ""))).toEqual({
      relation: "contradicts",
      differences: ["added: not / ", "negation: not sell / sell"],
    });
  });

  it.each([
    [
      "“We sold old stone mills to the town of Orsha,” she told 40 traders.",
      "“We sold new stone mills to the town of Orsha,” she told 60 traders.",
      ["exchanged: old / new", "number: 40 / 60"],
    ],
    [
      "“We sold 40 mills and 20 barns,” she told 40 traders.",
      "“We sold 60 mills and 20 barns,” she told 70 traders.",
      ["exchanged: 40 / 60", "number: 40 / 70"],
    ],
    [
      "“We sold 40 mills and 20 barns,” she told 50 traders.",
      "“We sold 60 mills and 20 barns,” she told 60 traders.",
      ["exchanged: 40 / 60", "number: 50 / 60"],
    ],
  ])("differs if a number beside it does: %s", (page, corpus, differences) => {
    expect(toldOf(page, corpus)).toEqual({ relation: "differs", differences });
  });
});

describe("two passages of two occasions", () => {
  const fair = "The mayor of Orsha opened the fair on May 3, 2018, with forty bakers.";
  const other = "The mayor of Orsha opened the fair on June 18, 2018, with fifty bakers.";
  const areTwo = (page: string, corpus: string, days: number) =>
    comparePassages(prepared(page), prepared(corpus), {
      ...noContext,
      story: { likeness: 0, days },
    }).isOfTwoOccasions;

  it("each have the days of their own article, in another season", () => {
    expect(areTwo(fair, other, 46)).toBe(true);
    expect(areTwo(fair, other, 40)).toBe(false);
  });

  it("are not two because their articles are old and new", () => {
    const undated = (text: string) => text.replace(/ on .*2018,/, "");
    expect(areTwo(undated(fair), undated(other), 400)).toBe(false);
  });
});
