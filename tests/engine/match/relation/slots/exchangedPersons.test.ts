import { describe, expect, it } from "vitest";
import { readStatement } from "../../../../../src/engine/extract/readStatement.ts";
import { comparePair } from "../../../../../src/engine/match/similarity/comparePair.ts";

function differencesOf(page: string, corpus: string): readonly string[] {
  const { differences } = comparePair(readStatement(page), readStatement(corpus));
  return differences
    .filter(({ kind }) => kind !== "wording")
    .map((difference) => `${difference.kind}: ${difference.page} / ${difference.corpus}`);
}

describe("an unnamed person in the place of another", () => {
  it.each([
    [
      "Two police officers were hurt in the fire at the glass works in Bari.",
      "Two firefighters were hurt in the fire at the glass works in Bari.",
      "actor: police officers / firefighters",
    ],
    [
      "The driver of the tram was arrested after the crash in Ghent on Friday.",
      "A passenger of the tram was arrested after the crash in Ghent on Friday.",
      "actor: driver / passenger",
    ],
    [
      "The trade minister will travel to Split on Monday for talks on tuna.",
      "The health minister will travel to Split on Monday for talks on tuna.",
      "actor: trade minister / health minister",
    ],
    [
      "A crew member was hurt in the fire on the ferry off Bari on Friday.",
      "A passenger was hurt in the fire on the ferry off Bari on Friday.",
      "actor: crew member / passenger",
    ],
    [
      "The health secretary will travel to Split on Monday for talks on tuna.",
      "The home secretary will travel to Split on Monday for talks on tuna.",
      "actor: health secretary / home secretary",
    ],
    [
      "Two civilians were killed by a mine near the glass works in Bari.",
      "Two peacekeepers were killed by a mine near the glass works in Bari.",
      "actor: civilians / peacekeepers",
    ],
    // Both have the police, under two names.
    [
      "The driver and two policemen were hurt in the crash in Ghent.",
      "The passenger and two police officers were hurt in the crash in Ghent.",
      "actor: driver / passenger",
    ],
    // Boys are children.
    [
      "The driver and two boys were hurt in the crash in Ghent.",
      "The passenger and two children were hurt in the crash in Ghent.",
      "actor: driver / passenger",
    ],
    [
      "The driver and two children were hurt in the crash in Ghent.",
      "The passenger and two boys were hurt in the crash in Ghent.",
      "actor: driver / passenger",
    ],
    // One word of two is also in the other sentence.
    [
      "Two police officers were hurt in the fire at the glass works in Bari.",
      "Two firefighters were hurt in the fire at the glass works in Bari, police said.",
      "actor: police officers / firefighters",
    ],
    [
      "Two firefighters were hurt in the fire at the glass works in Bari, police said.",
      "Two police officers were hurt in the fire at the glass works in Bari.",
      "actor: firefighters / police officers",
    ],
    // Headlines have no verb.
    [
      "Two farmers in hospital after the tram crash in Ghent.",
      "Two firefighters in hospital after the tram crash in Ghent.",
      "actor: farmers / firefighters",
    ],
    [
      "Two farmers in hospital after the tram crash in Ghent.",
      "Two firefighters were in hospital after the tram crash in Ghent.",
      "actor: farmers / firefighters",
    ],
    [
      "Two farmers were in hospital after the tram crash in Ghent.",
      "Two firefighters in hospital after the tram crash in Ghent.",
      "actor: farmers / firefighters",
    ],
  ])("differs: %s %s", (page, corpus, difference) => {
    expect(differencesOf(page, corpus)).toEqual([difference]);
  });

  it.each([
    // May be the same person.
    [
      "The driver of the tram was arrested after the crash in Ghent on Friday.",
      "The father of two was arrested after the tram crash in Ghent on Friday.",
    ],
    [
      "Two policemen were hurt in the fire at the glass works in Bari.",
      "Two police officers were hurt in the fire at the glass works in Bari.",
    ],
    [
      "Two nurses were hurt in the fire at the glass works in Bari.",
      "Two midwives were hurt in the fire at the glass works in Bari.",
    ],
    // Both name both.
    [
      "The driver and a passenger of the tram were hurt in the crash in Ghent.",
      "A passenger and the driver of the tram were hurt in the crash in Ghent.",
    ],
    // Two have no counterpart.
    [
      "A nurse and a teacher were hurt in the fire at the glass works in Bari.",
      "A farmer and a priest were hurt in the fire at the glass works in Bari.",
    ],
    // The other sentence has one of two.
    [
      "The driver and the nurse were hurt in the crash in Ghent.",
      "The passenger was hurt in the crash in Ghent.",
    ],
    [
      "The driver was hurt in the crash in Ghent.",
      "The passenger and the nurse were hurt in the crash in Ghent.",
    ],
    // Only the source is another.
    [
      "The glass works in Bari will close in May, said the trade minister.",
      "The glass works in Bari will close in May, said the health minister.",
    ],
    [
      "The glass works in Bari will close in May, the trade minister said.",
      "The glass works in Bari will close in May, the health minister said.",
    ],
    // Too little else is the same.
    ["The driver of the tram left.", "The passenger of a bus left."],
    // In another role.
    [
      "The tram driver was thanked in Ghent on Friday for his calm after the crash.",
      "The tram was stopped after the crash in Ghent on Friday by a calm passenger.",
    ],
  ])("does not: %s %s", (page, corpus) => {
    expect(differencesOf(page, corpus)).toEqual([]);
  });
});
