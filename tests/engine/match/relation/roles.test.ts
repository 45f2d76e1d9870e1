import { describe, expect, it } from "vitest";
import { otherActionOf } from "../../../../src/engine/match/relation/roles.ts";
import { sidesOf } from "../../../../src/engine/match/relation/slotSides.ts";
import { compared } from "../preparedTexts.ts";

function otherActionIn(pageText: string, corpusText: string) {
  const { page, corpus, pairs, alignment } = compared(pageText, corpusText);
  return otherActionOf(sidesOf(page, corpus, pairs, alignment));
}

describe("agent and object", () => {
  it.each([
    ["Croatia defeated England in Moscow.", "England defeated Croatia in Moscow."],
    ["Croatia defeated England.", "Croatia was defeated on Sunday by England."],
    ["The play is based on the novel.", "The novel is based on the play."],
    ["Brazil sold the aircraft to Chile.", "Chile sold the aircraft to Brazil."],
    ["The judge was swiftly accused by the mayor.", "The mayor was accused by the judge."],
  ])("are swapped: %s %s", (page, corpus) => {
    expect(otherActionIn(page, corpus)).toBe("swapped");
  });

  it.each([
    ["The badly wounded miners were flown out.", "The miners wounded in the blast were flown out."],
    ["The owl was found by a hiker with wounds.", "The owl, found by a hiker, had wounds."],
    ["The grower was yesterday thanked by the mayor.", "The grower was thanked by the mayor."],
    ["The company, based in Turin, may sell two mills.", "The Turin-based company may sell mills."],
    ["The ferry is registered to a firm.", "The firm that the ferry is registered to is small."],
    ["Officers shot two guards in a raid.", "Two guards were killed when officers led a raid."],
    ["The senate passed the bill.", "The bill passed the senate."],
  ])("are the same: %s %s", (page, corpus) => {
    expect(otherActionIn(page, corpus)).not.toBe("swapped");
  });
});
