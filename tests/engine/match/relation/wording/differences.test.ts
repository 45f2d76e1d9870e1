import { describe, expect, it } from "vitest";
import type { SlotDifference } from "../../../../../src/engine/match/relation/slotSides.ts";
import { differencesOf } from "../../../../../src/engine/match/relation/wording/differences.ts";
import { alignWords } from "../../../../../src/engine/match/relation/wording/wordAlignment.ts";
import { prepared } from "../../preparedTexts.ts";

function differencesIn(
  pageText: string,
  corpusText: string,
  slots: readonly SlotDifference[] = [],
) {
  const [page, corpus] = [prepared(pageText), prepared(corpusText)];
  return differencesOf(page, corpus, alignWords(page, corpus), slots).map(
    ({ kind, page, corpus }) => `${kind}: ${page} / ${corpus}`,
  );
}

/** The words that are aligned, as the page prints them. */
function alignedIn(pageText: string, corpusText: string): string {
  const [page, corpus] = [prepared(pageText), prepared(corpusText)];
  return alignWords(page, corpus)
    .page.map((index) => page.words[index]!.folded)
    .join(" ");
}

describe("the wording of two passages", () => {
  it.each([
    ["at the beginning", "Yesterday farmers left.", "Today farmers left.", ["Yesterday / Today"]],
    ["in the middle", "Farmers sold mills.", "Farmers bought mills.", ["sold / bought"]],
    ["at the end", "Farmers sold mills.", "Farmers sold barns.", ["mills / barns"]],
    ["on one side", "Farmers sold old mills.", "Farmers sold mills.", ["old / "]],
    ["on the other side", "Farmers sold mills.", "Farmers sold old mills.", [" / old"]],
    ["nowhere", "Farmers sold mills.", "Farmers sold mills.", []],
    ["in light words alone", "Farmers sold the mills.", "Farmers sold their mills.", []],
    [
      "twice",
      "Farmers sold old mills.",
      "Tailors sold new mills.",
      ["Farmers / Tailors", "old / new"],
    ],
    [
      "around a light word, as one",
      "Farmers left mills of barley.",
      "Farmers left towns of wheat.",
      ["mills of barley / towns of wheat"],
    ],
    [
      "around a light word that goes with the next",
      "Farmers left mills of old barley.",
      "Farmers left towns of old barley.",
      ["mills / towns"],
    ],
    [
      "around a light word that goes with the one before",
      "Farmers left mills of old barley.",
      "Farmers left mills of new barley.",
      ["old / new"],
    ],
    [
      "around a light word that goes with the one before on the page only",
      "Farmers left mills of barley.",
      "Farmers left mills now of wheat.",
      ["of barley / now of wheat"],
    ],
    [
      "around a light word that goes with the one before in the corpus only",
      "Farmers left mills now of wheat.",
      "Farmers left mills of barley.",
      ["now of wheat / of barley"],
    ],
    [
      "around a light word that goes with the next on the page only",
      "Tailors of barley.",
      "Farmers of old barley.",
      ["Tailors of / Farmers of old"],
    ],
    [
      "around a light word that goes with the next in the corpus only",
      "Farmers of old barley.",
      "Tailors of barley.",
      ["Farmers of old / Tailors of"],
    ],
  ])("differs %s", (_name, page, corpus, differences) => {
    expect(differencesIn(page, corpus)).toEqual(differences.map((its) => `wording: ${its}`));
  });

  it("is listed after the slots, which it does not repeat", () => {
    const slot: SlotDifference = {
      ...{ kind: "number", page: "40", corpus: "60", pageWeight: 1, corpusWeight: 1 },
    };
    const [page, corpus] = ["Farmers sold 40 old mills.", "Farmers bought 60 old mills."];
    expect(differencesIn(page, corpus.replace("bought", "sold"), [slot])).toEqual([
      "number: 40 / 60",
    ]);
    expect(differencesIn(page, corpus, [slot])).toEqual([
      "number: 40 / 60",
      "wording: sold 40 / bought 60",
    ]);
  });

  it.each([
    ["Farmers sold 40 mills and 40 barns.", "Farmers sold 60 mills and 70 barns.", "40 / 70"],
    ["Farmers sold 40 mills and 50 barns.", "Farmers sold 60 mills and 60 barns.", "50 / 60"],
  ])("is listed where only one side of a slot is the same: %s %s", (page, corpus, other) => {
    const slot: SlotDifference = {
      ...{ kind: "number", page: "40", corpus: "60", pageWeight: 1, corpusWeight: 1 },
    };
    expect(differencesIn(page, corpus, [slot])).toEqual(["number: 40 / 60", `wording: ${other}`]);
  });

  it("is listed in twelve places at most", () => {
    const nouns = "mill barn town ferry lamp bridge tower garden market school river island".split(
      " ",
    );
    const of = (adjective: string) =>
      [...nouns, "tailor"].map((noun) => `${adjective} ${noun}`).join(" ");
    expect(differencesIn(of("old"), of("new"))).toHaveLength(12);
  });
});

describe("the alignment of words", () => {
  it.each([
    ["a word of weight before two light ones", "of the and mills", "mills of the", "mills"],
    ["a word of weight before three light ones", "mills of the and", "of the mills", "mills"],
    [
      "a run before words apart",
      "barns, mills burn, barns",
      "mills burn barns",
      "mills burn barns",
    ],
    [
      "words of weight to as long a run of light ones",
      "of the and of the mills or barns",
      "mills barns of the and of",
      "mills barns",
    ],
    [
      "a longer run of light words",
      "of the and of the mills or barns",
      "mills barns of the and of the",
      "of the and of the",
    ],
    ["a run", "towns mills towns barns", "towns barns the towns", "towns barns"],
    ["each word once", "mills mills", "mills", "mills"],
    ["nothing of other words", "mills burn", "barns stand", ""],
  ])("prefers %s", (_name, page, corpus, aligned) => {
    expect(alignedIn(page, corpus)).toBe(aligned);
  });
});
