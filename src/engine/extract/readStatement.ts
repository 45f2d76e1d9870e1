import { learnNames } from "../facts/names/names.ts";
import { learnTableNames } from "../facts/tables/tableNames.ts";
import { tableText } from "../facts/tables/tableText.ts";
import type { ReadPassage } from "../model/index.ts";
import { languageOf } from "../text/detectLanguage.ts";
import { type LanguageTable, languageTable } from "../text/languages.ts";
import { tokenise } from "../text/tokens.ts";
import { type Facts, readPassage } from "./passages.ts";
import { plainFacts, tableFacts } from "./understanding.ts";

/**
 * Reads a text on its own (a claim, a headline, one side of a pair) as one passage, with the names,
 * numbers and dates in it.
 * @param day ISO day from which "Saturday" and "yesterday" are counted; null leaves them without a
 * value
 */
export function readStatement(text: string, day: string | null = null): ReadPassage {
  const tokens = tokenise(text);
  const language = languageOf(tokens, null);
  const table = languageTable(language);
  const facts =
    table === null
      ? plainFacts(text, day, learnNames(text, tokens).names, tokens, language)
      : factsByTable(text, day, table);
  const whole = { in: "body", unit: "sentence", start: 0, end: text.length } as const;
  return readPassage(text, whole, facts, [], false);
}

function factsByTable(text: string, day: string | null, table: LanguageTable): Facts {
  const reading = tableText(text, table);
  return tableFacts(reading, day, learnTableNames(reading).names);
}
