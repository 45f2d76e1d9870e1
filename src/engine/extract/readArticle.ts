import type { NameMemory } from "../facts/nameMemory.ts";
import { findNames, learnNames } from "../facts/names.ts";
import type { Article, ArticleReading, Claim, ReadPassage, Span } from "../model/index.ts";
import { splitSentences } from "../text/sentences.ts";
import { tokenise } from "../text/tokens.ts";
import { findAttributions } from "./attributions.ts";
import { viewBody } from "./bodyView.ts";
import { attributionsByPassage, firstEndingAfter } from "./locate.ts";
import { findFacts, layOutPassages, readPassage } from "./passages.ts";
import type { Quotation } from "./quotes.ts";
import { findQuotations, quotesOf } from "./quotes.ts";

/**
 * What is understood of one article: its title as a passage, its sentences, and its quotes over
 * several sentences, each with names, numbers, dates and the attributions that touch it.
 * Linear in the text; never throws, whatever the text is.
 */
export function readArticle(article: Article): ArticleReading {
  const { body, title } = article;
  const tokens = tokenise(body);
  const day = article.relativeDatesCountFrom ?? article.published?.value ?? null;
  const { memory, names } = learnNames(body, tokens);
  const facts = findFacts(body, day, names, tokens);
  const sentences = splitSentences(body);
  const quotations = findQuotations(body);
  const view = viewBody(body, tokens, sentences, quotations, facts.names);
  const attributions = findAttributions(view);
  const laidOut = layOutPassages(sentences, quotations);
  const touching = attributionsByPassage(laidOut, attributions);
  const passages = laidOut.map((passage, index) =>
    readPassage(body, passage, facts, touching[index]!, isMostlyQuoted(passage, quotations)),
  );
  const titlePassages = title.trim() === "" ? [] : [readTitle(title, day, memory)];
  const all = [...titlePassages, ...passages];
  return {
    article,
    passages: all,
    quotes: quotesOf(body, quotations, attributions),
    attributions,
    claims: all.filter((passage) => passage.isClaim && passage.in === "body").map(claimOf),
  };
}

function readTitle(title: string, day: string | null, memory: NameMemory): ReadPassage {
  const start = title.length - title.trimStart().length;
  const span = { start, end: start + title.trim().length };
  const facts = findFacts(title, day, findNames(title, memory));
  return readPassage(title, { in: "title", unit: "title", ...span }, facts, [], false);
}

function claimOf({ start, end, numbers, dates, names }: ReadPassage): Claim {
  return { start, end, numbers, dates, names };
}

/** True if more than half of the passage stands between quotation marks. */
function isMostlyQuoted(passage: Span, quotations: readonly Quotation[]): boolean {
  let quoted = 0;
  let at = firstEndingAfter(quotations, passage.start);
  for (; at < quotations.length && quotations[at]!.start < passage.end; at++) {
    const { start, end } = quotations[at]!;
    quoted += Math.min(end, passage.end) - Math.max(start, passage.start);
  }
  return quoted > (passage.end - passage.start) / 2;
}
