import type { Article, ArticleReading, Claim, ReadPassage, Span } from "../model/index.ts";
import { languageOf } from "../text/detectLanguage.ts";
import { languageTable } from "../text/languages.ts";
import { tokenise } from "../text/tokens.ts";
import { attributionsByPassage, firstEndingAfter } from "./locate.ts";
import { type Facts, layOutPassages, readPassage } from "./passages.ts";
import type { Quotation } from "./quotes/quotes.ts";
import { quotesOf } from "./quotes/quotes.ts";
import { understand, understandByTable } from "./understanding.ts";

/**
 * Reads one article: its title as a passage, its sentences, and its quotes of several sentences,
 * each with names, numbers, dates and the attributions that touch it. The article in the result has
 * the language in which it was read. Linear in the text; never throws, whatever the text.
 */
export function readArticle(article: Article): ArticleReading {
  const { body, title } = article;
  const tokens = tokenise(body);
  const language = languageOf(tokens, article.language);
  const table = languageTable(language);
  const day = article.relativeDatesCountFrom ?? article.published?.value ?? null;
  const { facts, titleFacts, sentences, quotations, attributions } =
    table === null
      ? understand(article, day, tokens, language)
      : understandByTable(article, day, table);
  const laidOut = layOutPassages(sentences, quotations);
  const touching = attributionsByPassage(laidOut, attributions);
  const passages = laidOut.map((passage, index) =>
    readPassage(body, passage, facts, touching[index]!, isMostlyQuoted(passage, quotations)),
  );
  const titlePassages = title.trim() === "" ? [] : [readTitle(title, titleFacts)];
  const all = [...titlePassages, ...passages];
  return {
    article: language === article.language ? article : { ...article, language },
    passages: all,
    quotes: quotesOf(body, quotations, attributions),
    attributions,
    claims: all.filter((passage) => passage.isClaim && passage.in === "body").map(claimOf),
  };
}

function readTitle(title: string, facts: Facts): ReadPassage {
  const start = title.length - title.trimStart().length;
  const span = { start, end: start + title.trim().length };
  return readPassage(title, { in: "title", unit: "title", ...span }, facts, [], false);
}

function claimOf({ start, end, numbers, dates, names }: ReadPassage): Claim {
  return { start, end, numbers, dates, names };
}

/** True if more than half of the passage is between quotation marks. */
function isMostlyQuoted(passage: Span, quotations: readonly Quotation[]): boolean {
  let quoted = 0;
  let at = firstEndingAfter(quotations, passage.start);
  for (; at < quotations.length && quotations[at]!.start < passage.end; at++) {
    const { start, end } = quotations[at]!;
    quoted += Math.min(end, passage.end) - Math.max(start, passage.start);
  }
  return quoted > (passage.end - passage.start) / 2;
}
