import { describe, expect, it } from "vitest";
import { quoteChanges } from "../../../../../src/engine/match/relation/quotes/quoteChanges.ts";
import { prepared } from "../../preparedTexts.ts";

/** The changes of a quote, which are the same in the other direction. */
function changesOf(page: string, corpus: string): readonly string[] {
  const changes = quoteChanges(prepared(page), prepared(corpus));
  const back = quoteChanges(prepared(corpus), prepared(page));
  expect(back.map((change) => [change.page, change.corpus])).toEqual(
    changes.map((change) => [change.corpus, change.page]),
  );
  return changes.map((change) => `${change.page} / ${change.corpus}`);
}

const said = (words: string) => `“${words},” she said.`;

describe("two quotes are one that was changed", () => {
  it.each([
    [
      "if words are left out before its last word",
      "Bridges stay open today",
      "Bridges stay open for lorries of the old brewers today",
      [" / for lorries of the old brewers"],
    ],
    [
      "if its end has four other words",
      "The old bridge will stay open for lorries until next winter comes",
      "The old bridge will stay open for lorries while we mend it",
      ["until next winter comes / while we mend it"],
    ],
    [
      "if four other words stand before a light last word",
      "The old bridge will stay open for lorries until next winter ends here",
      "The old bridge will stay open for lorries while engineers mend it here",
      ["until next winter ends / while engineers mend it"],
    ],
    [
      "also before a number that follows a full stop",
      "Bridge No. 4 will stay open all winter",
      "Line 4 will stay open all winter",
      ["Bridge No / Line"],
    ],
  ])("%s", (_name, page, corpus, changes) => {
    expect(changesOf(said(page), said(corpus))).toEqual(changes);
  });

  it("also before the mark of a footnote", () => {
    const fool = "“The mayor of this town is a complete fool,”* she said.";
    expect(changesOf(fool, said("The mayor of this town is a complete idiot"))).toEqual([
      "fool / idiot",
    ]);
  });
});

describe("two quotes are not one that was changed", () => {
  it.each([
    [
      "if they share only one word that tells something",
      "We will not do it for them again",
      "We will not do it for them either",
    ],
    [
      "if they share less than six in ten of what they say",
      "The old stone bridge will stay open because ministers promised farmers cheaper fuel",
      "The new stone bridge will stay open while engineers measured cracks beneath piers",
    ],
    [
      "if much more stands between than they share",
      "The bridge will stay open for lorries today",
      "The bridge will stay open for lorries of all the brewers and the bakers and the farmers in the old valley today",
    ],
    [
      "if five other words are in one place, however much they share",
      "The old stone bridge over the river will stay open for all lorries of the town until next winter",
      "The old stone bridge near our market and mill will stay open for all lorries of the town until next winter",
    ],
    [
      "if one goes on with five other words",
      "The old bridge will stay open for lorries until next winter really comes",
      "The old bridge will stay open for lorries while we mend it again",
    ],
    [
      "by masking letters after a hyphen",
      "The mayor of this town is a complete b-***",
      "The mayor of this town is a complete bastard",
    ],
    ["by a contraction", "The old bridge cannot stay open", "The old bridge can't stay open"],
    ["by another one", "The old bridge can not stay open", "The old bridge can’t stay open"],
    ["by that of will", "The old bridge won't stay open", "The old bridge will not stay open"],
  ])("%s", (_name, page, corpus) => {
    expect(changesOf(said(page), said(corpus))).toEqual([]);
  });

  it.each([
    [
      "a fragment that begins further on",
      "He made “an extraordinary misjudgement and mistake.”",
      "He made “really an extraordinary misjudgement and mistake by engineers who never saw it.”",
    ],
    [
      "a fragment after a comma",
      "He said, “stay open for lorries all winter”.",
      said("The old bridge will stay open for lorries all winter"),
    ],
    [
      "a fragment that begins with a capital within a sentence",
      "The mayor called “Old bridges for lorries in winter” a mistake.",
      said("Old bridges for lorries in winter are a mistake"),
    ],
  ])("if one is only %s", (_name, page, corpus) => {
    expect(changesOf(page, corpus)).toEqual([]);
  });
});
