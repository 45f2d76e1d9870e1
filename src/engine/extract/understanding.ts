import { findFigures } from "../facts/figures/figures.ts";
import { figureWords } from "../facts/figures/figureWords.ts";
import { findNames, learnNames } from "../facts/names/names.ts";
import { findTableDates } from "../facts/tables/tableDates.ts";
import { findTableNames, learnTableNames } from "../facts/tables/tableNames.ts";
import { findTableNumbers } from "../facts/tables/tableNumbers.ts";
import { type TableText, tableText } from "../facts/tables/tableText.ts";
import type { Article, Attribution, NameMention, Span } from "../model/index.ts";
import type { LanguageTable } from "../text/languages.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import { findAttributions } from "./attributions/attributions.ts";
import { viewBody } from "./attributions/bodyView.ts";
import { type Facts, findFacts, withoutDates } from "./passages.ts";
import { findQuotations, type Quotation } from "./quotes/quotes.ts";
import { findTableAttributions } from "./tables/tableAttributions.ts";

/** What is found in an article's texts before they are divided into passages. */
export interface Understanding {
  readonly facts: Facts;
  readonly titleFacts: Facts;
  readonly sentences: readonly Span[];
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
}

/**
 * Finds sentences, quotations, names and attributions by the rules for English, for all languages
 * without a table, whose numbers and dates are read in digits only.
 */
export function understand(
  { body, title }: Article,
  day: string | null,
  tokens: readonly Token[],
  language: string | null,
): Understanding {
  const { memory, names } = learnNames(body, tokens);
  const facts = plainFacts(body, day, names, tokens, language);
  const sentences = splitSentences(body, null, language);
  const quotations = findQuotations(body, null, language);
  const view = viewBody(body, tokens, sentences, quotations, facts.names);
  const attributions = findAttributions(view);
  const ofTitle = findNames(title, memory);
  const titleFacts = plainFacts(title, day, ofTitle, tokenise(title), language);
  const unsigned = withoutSignatures(body, sentences, attributions);
  return { facts, titleFacts, sentences: unsigned, quotations, attributions };
}

/** Returns the facts of a text in English or in a language without a table. */
export function plainFacts(
  text: string,
  day: string | null,
  names: readonly NameMention[],
  tokens: readonly Token[],
  language: string | null,
): Facts {
  const words = figureWords(language);
  if (words === null) return findFacts(text, day, names, tokens);
  return { ...findFigures(text, tokens, day, words), names };
}

/**
 * Returns the sentences without lines that sign the quotation above them: "— Rosa Worth,
 * innkeeper".
 */
function withoutSignatures(
  body: string,
  sentences: readonly Span[],
  attributions: readonly Attribution[],
): readonly Span[] {
  const signatures = new Set(
    attributions
      .filter(({ cue }) => /^[-–—]+$/.test(body.slice(cue.start, cue.end)))
      .map(({ cue }) => cue.start),
  );
  return signatures.size === 0
    ? sentences
    : sentences.filter(({ start }) => !signatures.has(start));
}

/** Finds the same in a language that is read by a table. */
export function understandByTable(
  { body, title }: Article,
  day: string | null,
  table: LanguageTable,
): Understanding {
  const reading = tableText(body, table);
  const { memory, names } = learnTableNames(reading);
  const facts = tableFacts(reading, day, names);
  const sentences = splitSentences(body, table);
  const quotations = findQuotations(body, table);
  const view = viewBody(body, reading.tokens, sentences, quotations, facts.names);
  const attributions = findTableAttributions({ view, reading });
  const titleReading = tableText(title, table);
  const titleFacts = tableFacts(titleReading, day, findTableNames(titleReading, memory));
  return { facts, titleFacts, sentences, quotations, attributions };
}

/** Returns the facts of a text in a language with a table. */
export function tableFacts(
  reading: TableText,
  day: string | null,
  names: readonly NameMention[],
): Facts {
  const dates = findTableDates(reading, day);
  return { dates, numbers: withoutDates(findTableNumbers(reading), dates), names };
}
