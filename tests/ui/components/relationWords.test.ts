import { describe, expect, it } from "vitest";
import type { Relation } from "../../../src/engine/model/index.ts";
import { relationWordsOf } from "../../../src/ui/components/relationWords.ts";
import { match, reference } from "../support/reportBuilder.ts";

const quote = "Moscow and Ankara are making a decisive contribution to the fight against terrorism";
const edited = "Moscow and Ankara make a decisive contribution to fighting terrorism";

function labelOf(relation: Relation, page: string, corpus: string): string {
  const its = reference({ relation, text: corpus });
  return relationWordsOf(match({ exact: page, references: [its] }), its).labelKey;
}

describe("a relation is told", () => {
  it.each<[string, Relation, string, string, string]>([
    [
      "of the quote alone, where the sentence around it is another",
      "verbatim",
      `“${quote},” the Russian president wrote to his Turkish colleague.`,
      `In a message published on Sunday, Putin said that “${quote}.”`,
      "relationQuoteVerbatim",
    ],
    [
      "of the sentence, where all of it is the same",
      "verbatim",
      `“${quote},” Putin said.`,
      `“${quote},” Putin said.`,
      "relationVerbatim",
    ],
    [
      "of all that the page prints, where the other sentence goes on",
      "verbatim",
      `“${quote},” Putin said.`,
      `“${quote},” Putin said on Sunday in a message to the Turkish president.`,
      "relationVerbatim",
    ],
    [
      "of what the page prints without quotation marks",
      "verbatim",
      quote,
      `Putin said that “${quote}.”`,
      "relationVerbatim",
    ],
    [
      "of the quote alone, where that is lightly edited and hardly a word around it is the same",
      "near-verbatim",
      `“${quote},” the Russian president wrote to his Turkish colleague.`,
      `Putin said that “${edited}.”`,
      "relationQuoteNearVerbatim",
    ],
    [
      "of the sentence, where words around the quote are edited too",
      "near-verbatim",
      "The chancellor told Erdogan by phone that she expects Turkey to react with “restraint”.",
      "The chancellor told Erdogan in a call that she expects Turkey to react with “restraint”.",
      "relationNearVerbatim",
    ],
    [
      "by its own name, where it is a looser one",
      "reworded",
      `“${quote},” Putin said.`,
      `“${edited},” the Kremlin wrote.`,
      "relationReworded",
    ],
  ])("%s", (_, relation, page, corpus, label) => {
    expect(labelOf(relation, page, corpus)).toBe(label);
  });
});
