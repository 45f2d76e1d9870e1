import { describe, expect, it } from "vitest";
import { findQuotations } from "../../../src/engine/extract/quotes.ts";

function quoted(text: string): string[] {
  return findQuotations(text).map(({ start, end }) => text.slice(start, end));
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ["curly marks", "He said “we go” and “we stay.”", ["we go", "we stay."]],
  ["straight marks", 'He said "we go" and "we stay."', ["we go", "we stay."]],
  ["single marks", "Russia, Turkey Have 'Decisive' Role, ‘key’ one", ["Decisive", "key"]],
  ["apostrophes, which are none", "Turkey’s workers’ rights and the ’90s, it's Syria's", []],
  [
    "a plural's apostrophe inside",
    "‘The workers’ party won,’ he said.",
    ["The workers’ party won,"],
  ],
  ["French and German marks", "« Oui », „Ja“, »Doch«, 「はい」", ["Oui", "Ja", "Doch", "はい"]],
  [
    "nested marks",
    "“He told me ‘go away’ and I went,” she said.",
    ["He told me ‘go away’ and I went,"],
  ],
  ["straight marks nested", "\"He said 'go' to me,\" she said.", ["He said 'go' to me,"]],
  ["a mark that is never closed", 'A 6" pipe and “one more', []],
  ["a mark that is never closed but introduced", "He said: “We go. Now.", ["We go. Now."]],
  ["a mark that opens twice", "He said “we “go” now", ["go"]],
  ["a glued mark", 'He said:"We go."Then he left.', ["We go."]],
];

describe("quotations", () => {
  it.each(cases)("are read from %s", (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it("go on over paragraphs that each open with a mark", () => {
    const text = "“First part.\n\n“Second part,” he said.\n\n“Another.”";
    expect(quoted(text)).toEqual(["First part.\n\n“Second part,", "Another."]);
  });
});
