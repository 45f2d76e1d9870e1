import { describe, expect, it } from "vitest";
import { changesBetween } from "../../../../../src/engine/match/relation/wording/textChanges.ts";

const text = [
  "The harbour council voted on Tuesday to reopen the old lighthouse to visitors.",
  "The repair took eleven months and cost 4.2 million.",
  "Opponents said the money should have gone to the breakwater.",
  "The lighthouse was built in 1871.",
  "It has been dark since the last keeper left it in 1998.",
];
const joined = (sentences: readonly string[]) => sentences.join(" ");

/** The kinds of the changes, sorted; null where they are not told one by one. */
function kindsOf(before: string, now: string): readonly string[] | null {
  const kinds = changesBetween(before, now)?.map(({ kind }) => kind);
  return kinds?.sort() ?? null;
}

describe("what changed in a text", () => {
  it("is nothing where only white space, case and punctuation differ", () => {
    const same = joined(text).replace("council voted", "council  voted").replace("1871.", "1871!");
    expect(changesBetween(joined(text), same)).toEqual([]);
  });

  it("is a sentence that was changed, with both wordings", () => {
    const now = "The repair took eleven months and cost 4.9 million.";
    expect(changesBetween(joined(text), joined(text.with(1, now)))).toEqual([
      { kind: "changed", before: text[1], now },
    ]);
  });

  it("is a sentence that was added, and one that was removed, each at its place", () => {
    const added = "A new stair leads to the lamp.";
    const now = [text[0]!, added, text[1]!, text[3]!, text[4]!];
    expect(changesBetween(joined(text), joined(now))).toEqual([
      { kind: "added", now: added },
      { kind: "removed", before: text[2] },
    ]);
  });

  it("is no sentence that only moved", () => {
    const [a, b, c, d, e] = text as [string, string, string, string, string];
    expect(changesBetween(joined(text), joined([e, a, b, c, d]))).toEqual([]);
  });

  it("does not count what stands around a text that was only a part", () => {
    const part = joined([text[1]!, text[2]!]);
    const whole = Array.from({ length: 9 }, (_, at) => `Paragraph ${at} tells of something else.`);
    expect(changesBetween(part, joined([...whole, part]))).toEqual([]);
    const changed = text[2]!.replace("breakwater", "pier");
    expect(changesBetween(part, joined([...whole, text[1]!, changed]))).toEqual([
      { kind: "changed", before: text[2], now: changed },
    ]);
  });

  it("is everything where nothing stayed", () => {
    expect(kindsOf("One thing was said.", "Quite another matter.")).toEqual(["added", "removed"]);
  });

  it("is found in long texts, too", () => {
    const long = Array.from(
      { length: 4_000 },
      (_, at) => `Sentence number ${at} says what it says.`,
    );
    const now = long.toReversed().with(7, "A sentence that nobody had before.");
    expect(kindsOf(joined(long), joined(now))).toEqual(["added", "removed"]);
  });

  it("is told of a hundred sentences one by one", () => {
    const lamps = Array.from({ length: 150 }, (_, at) => `The lamp with number ${at} was lit.`);
    const boats = lamps.map((_, at) => `A boat named ${at * 7} came home.`);
    expect(kindsOf(joined(lamps), joined(boats))).toHaveLength(300);
  });

  it("is not told sentence by sentence where thousands changed", () => {
    const lamps = Array.from({ length: 8_000 }, (_, at) => `The lamp with number ${at} was lit.`);
    const boats = lamps.map((_, at) => `A boat named ${at * 7} came home.`);
    expect(changesBetween(joined(lamps), joined(boats))).toBeNull();
    expect(changesBetween("The harbour is closed.", joined(boats))).toBeNull();
  });

  it.each([
    ["half of the words", "Alpha beta gamma delta.", "Alpha beta iota kappa.", ["changed"]],
    [
      "two words of five",
      "Alpha beta gamma delta one.",
      "Alpha beta iota kappa two.",
      ["added", "removed"],
    ],
    ["fewer", "Alpha beta gamma delta.", "Alpha zeta iota kappa.", ["added", "removed"]],
  ])("is a changed sentence that shares %s", (_name, before, now, kinds) => {
    expect(kindsOf(`${before} It rained.`, `${now} It rained.`)).toEqual(kinds);
  });

  it("is the change of the sentence that shares most, the first of equals", () => {
    const [poor, good] = ["Alpha beta gamma delta one.", "Alpha beta gamma delta two."];
    const now = "Alpha beta gamma delta three.";
    expect(changesBetween(`${poor} ${good}`, now)).toEqual([
      { kind: "changed", before: poor, now },
      { kind: "removed", before: good },
    ]);
    const better = "Alpha beta gamma iota two.";
    expect(changesBetween(`${poor} ${better}`, "Alpha beta gamma iota three.")).toEqual([
      { kind: "removed", before: poor },
      { kind: "changed", before: better, now: "Alpha beta gamma iota three." },
    ]);
  });

  it("is judged by the first 120 words of a sentence", () => {
    const numbered = (word: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${word}${at}`);
    const sentence = (own: string, shared: number, rest: number) =>
      `${[...numbered(own, 60), ...numbered("same", shared), ...numbered(`other${own}`, rest)].join(" ")}.`;
    const kinds = (shared: number, rest: number) =>
      kindsOf(sentence("old", shared, rest), sentence("new", shared, rest));
    expect(kinds(60, 40)).toEqual(["changed"]);
    expect(kinds(59, 40)).toEqual(["added", "removed"]);
  });

  it("is listed up to a thousand changes", () => {
    const lamps = Array.from({ length: 1_001 }, (_, at) => `The lamp with number ${at} was lit.`);
    const kept = "The harbour is closed.";
    expect(changesBetween(joined([...lamps.slice(1), kept]), kept)).toHaveLength(1_000);
    expect(changesBetween(joined([...lamps, kept]), kept)).toBeNull();
  });

  it("is compared up to two hundred sentences by two hundred", () => {
    const lamps = (count: number) =>
      joined(Array.from({ length: count }, (_, at) => `The lamp with number ${at} was lit.`));
    const boats = joined(Array.from({ length: 200 }, (_, at) => `A boat named ${at * 7} left.`));
    expect(changesBetween(lamps(200), boats)).toHaveLength(400);
    expect(changesBetween(lamps(201), boats)).toBeNull();
    const more = joined(Array.from({ length: 221 }, (_, at) => `A boat named ${at * 7} left.`));
    expect(changesBetween(lamps(181), more)).toBeNull();
  });

  it.each([
    [
      "half of the older text is kept, in a newer one more than twice as long",
      2,
      2,
      6,
      ["removed", "removed"],
    ],
    [
      "less of it is kept",
      2,
      3,
      6,
      ["added", "added", "added", "added", "added", "added", "removed", "removed", "removed"],
    ],
    [
      "the newer text is not much longer",
      2,
      2,
      3,
      ["added", "added", "added", "removed", "removed"],
    ],
  ])("is what was removed alone where %s", (_name, keptCount, removedCount, addedCount, kinds) => {
    const some = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${name} ${name}${at}.`);
    const before = [...some("Kept", keptCount), ...some("Old", removedCount)];
    const now = [...some("Kept", keptCount), ...some("New", addedCount)];
    expect(kindsOf(joined(before), joined(now))).toEqual(kinds);
  });
});
