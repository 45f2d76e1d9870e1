import { describe, expect, it } from "vitest";
import { joinedQuote } from "../../../../../src/engine/match/relation/quotes/joinedQuotes.ts";
import { quoteChanges } from "../../../../../src/engine/match/relation/quotes/quoteChanges.ts";
import { prepared } from "../../preparedTexts.ts";

function changesOf(page: string, corpus: string): readonly string[] {
  return quoteChanges(prepared(page), prepared(corpus)).map(
    ({ kind, page: here, corpus: there }) => `${kind}: ${here} / ${there}`,
  );
}

const whole = "“The old bridge will stay open for lorries all winter,” the mayor said.";

describe("a quote that two outlets print", () => {
  it.each([
    ["left out", whole.replace("old ", ""), whole, ["omitted:  / old"]],
    ["added", whole, whole.replace("old ", ""), ["added: old / "]],
    ["exchanged", whole.replace("will", "may"), whole, ["exchanged: may / will"]],
    [
      "left out at its end",
      whole.replace(" for lorries all winter", ""),
      whole,
      ["omitted:  / for lorries all winter"],
    ],
    [
      "cut off before a far longer end of its sentence",
      whole,
      whole.replace(
        "winter,",
        "winter unless it is damaged by another of the floods that come down from the hills every year after the snow has melted,",
      ),
      [
        "omitted:  / unless it is damaged by another of the floods that come down from the hills every year after the snow has melted",
      ],
    ],
    [
      "cut off where a fragment seems to end",
      "The mayor called it “an extraordinary misjudgement and mistake.”",
      "The mayor called it “an extraordinary misjudgement and mistake by engineers who never saw it.”",
      ["omitted:  / by engineers who never saw it"],
    ],
    [
      "told of three at once",
      whole,
      whole.replace("old", "new").replace("will", "may"),
      ["exchanged: old / new", "exchanged: will / may"],
    ],
  ])("has words %s", (_name, page, corpus, changes) => {
    expect(changesOf(page, corpus)).toEqual(changes);
  });

  it.each([
    ["marks and short forms", whole.replace("will", "’ll").replace("bridge ’ll", "bridge’ll")],
    ["an editor's word in brackets", whole.replace("bridge", "bridge [over the Otter]")],
    [
      "a sentence that follows",
      whole.replace("winter,” the mayor said.", "winter. We need it,” the mayor said."),
    ],
    ["a fragment of it", "The mayor said that the bridge “will stay open for lorries all winter”."],
    ["an editor's words in parentheses", whole.replace("bridge", "bridge (over the Otter)")],
    ["words run together", whole.replace("The old bridge", "The #OldBridge")],
    ["a masked word", whole.replace("old", "o**")],
    [
      "words that an ellipsis parts from it",
      "It was the “unloved … bridge will stay open for lorries all winter”.",
    ],
    [
      "a longer sentence that it is a part of",
      "“To stand up in the council and claim that the old bridge will stay open for lorries all winter is an insult,” she said.",
    ],
    ["the title of a film", "The film “The Bridge Will Stay Open” is shown all winter."],
  ])("is not changed by %s", (_name, other) => {
    expect(changesOf(whole, other)).toEqual([]);
    expect(changesOf(other, whole)).toEqual([]);
  });

  it("is not changed by a shortened title", () => {
    const told = "“I told Senator Holm that the old bridge will stay open,” the mayor said.";
    expect(changesOf(told, told.replace("Senator", "Sen."))).toEqual([]);
  });

  it("is no other translation told word by word", () => {
    const other =
      "“That bridge shall remain passable to trucks through the cold months,” said the mayor.";
    expect(changesOf(whole, other)).toEqual([]);
  });
});

describe("a quote made of two", () => {
  const page = prepared(
    "“The bridge is safe for lorries and we have nothing to hide from anybody,” the mayor said.",
  );
  const place = (texts: readonly string[]) =>
    texts.map((text, ordinal) => ({ ordinal, passage: prepared(text) }));

  it("is told where the other outlet prints them apart", () => {
    const apart = place([
      "“The bridge is safe for lorries,” the mayor said in May.",
      "In June he said: “We have nothing to hide from anybody.”",
    ]);
    expect(joinedQuote(page, apart)).toEqual({
      kind: "joined",
      page: "The bridge is safe for lorries and we have nothing to hide from anybody",
      corpus: "The bridge is safe for lorries … We have nothing to hide from anybody",
    });
  });

  it("is none where only its speaker stands between", () => {
    const parted = place([
      "“The bridge is safe for lorries,” the mayor said.",
      "“We have nothing to hide from anybody.”",
    ]);
    expect(joinedQuote(page, parted)).toBeNull();
  });

  const first = "“The bridge is safe for lorries,” the mayor said in May.";
  const second = "In June he said: “We have nothing to hide from anybody.”";
  const quoteOf = (joint: string) =>
    prepared(
      `“The bridge is safe for lorries ${joint} we have nothing to hide from anybody,” he said.`,
    );

  it.each([
    ["", true],
    ["and because", true],
    ["and so that", false],
    ["while", false],
  ])("has two words that join them at most: “%s”: %s", (joint, isJoined) => {
    expect(joinedQuote(quoteOf(joint), place([first, second])) !== null).toBe(isJoined);
  });

  it.each([
    ["in the other order", [second, first]],
    [
      "in one sentence",
      [`${first.slice(0, -1)}, and in June: “We have nothing to hide from anybody.”`],
    ],
    ["without who said the first", ["“The bridge is safe for lorries.”", "It rained.", second]],
    [
      "without who said the second",
      [first, "It rained.", "“We have nothing to hide from anybody.”"],
    ],
    ["where it is printed whole, too", [first, second, page.text]],
    [
      "of which the first is not at its beginning",
      [first.replace("The bridge", "A bridge"), second],
    ],
    ["of which the second is not at its end", [first, second.replace("anybody", "somebody")]],
    [
      "that overlap",
      ["“The bridge is safe for lorries and we have nothing,” he said in May.", second],
    ],
  ])("is none of two %s", (_name, texts) => {
    expect(joinedQuote(page, place(texts))).toBeNull();
  });

  it("is told where the second begins a sentence further on", () => {
    const later = "“We have nothing to hide from anybody,” he said in June.";
    expect(joinedQuote(page, place([first, "It rained.", later]))?.kind).toBe("joined");
    expect(joinedQuote(page, place([first, later]))).toBeNull();
  });

  it.each([
    ["Lorries cross bridges", true],
    ["Lorries cross", false],
    ["They are sorry", false],
    ["It is there", false],
  ])("is not told of fewer than three words, two of them of weight: %s: %s", (words, isJoined) => {
    const whole = prepared(`“${words} and we have nothing to hide from anybody,” he said.`);
    const apart = place([`“${words},” the mayor said in May.`, second]);
    expect(joinedQuote(whole, apart) !== null).toBe(isJoined);
  });
});
