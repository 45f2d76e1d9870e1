import { expect, it } from "vitest";
import { statementWords } from "../../../../src/engine/match/similarity/statementWords.ts";
import { evenWeights, prepared } from "../preparedTexts.ts";

/** The words of a statement of one kind. */
function wordsOfKind(text: string, kind: string): string {
  const { words } = statementWords(prepared(text), evenWeights);
  return words
    .filter((word) => word.kind === kind && !word.isFunction)
    .map(({ folded }) => folded)
    .join(" ");
}

it("a word that follows a number without a space is not of it", () => {
  expect(wordsOfKind("40人が来た", "number")).toBe("40");
  expect(wordsOfKind("40人が来た", "other")).toBe("人が来た");
});

const text =
  "On the evening of June 3, 2018 the minister told Merkel of 10 million euros and the 12th harbour.";

it.each([
  ["of a date and for a time of day", "time", "evening june 3 2018"],
  ["of a number with its unit, and an ordinal", "number", "10 million euros 12"],
  ["for an office", "office", "minister"],
  ["of saying", "saying", "told"],
  ["of a name", "name", "merkel"],
  ["of anything else", "other", "harbour"],
])("words %s are of one kind", (_name, kind, words) => {
  expect(wordsOfKind(text, kind)).toBe(words);
});
