import { readArticle } from "../../src/engine/extract/readArticle.ts";
import type { Article, ArticleReading, Span } from "../../src/engine/model/index.ts";
import { splitSentences } from "../../src/engine/text/sentences.ts";
import { tokenise } from "../../src/engine/text/tokens.ts";
import { plainArticle } from "./plainArticle.ts";

/** An article with this title and body, and a day to count from. */
export function articleOf(title: string, body: string): Article {
  return {
    ...plainArticle("article", title, body, "2018-12-30"),
    outlet: { name: "The Example", domain: null },
  };
}

/** What is wrong with the spans of a text's steps, in words; empty when all is well. */
export function problemsOf(title: string, body: string): string[] {
  const problems: string[] = [];
  checkSorted("sentences", splitSentences(body), body, problems);
  checkSorted("tokens", tokenise(body), body, problems);
  const reading = readArticle(articleOf(title, body));
  checkPassages(reading, problems);
  checkSorted("quotes", reading.quotes, body, problems);
  for (const attribution of reading.attributions) {
    checkWithin("cue", attribution.cue, body, problems);
    if (attribution.mentionSpan !== null) {
      checkWithin("mention", attribution.mentionSpan, body, problems);
    }
    for (const span of attribution.content) checkWithin("content", span, body, problems);
    if (attribution.source === "") problems.push("a source without a name");
  }
  return problems;
}

function checkPassages(reading: ArticleReading, problems: string[]): void {
  let last = 0;
  for (const passage of reading.passages) {
    const text = passage.in === "title" ? reading.article.title : reading.article.body;
    checkWithin(passage.unit, passage, text, problems);
    if (passage.text !== text.slice(passage.start, passage.end)) problems.push("another text");
    if (passage.in === "body" && passage.start < last) problems.push("passages out of order");
    if (passage.in === "body") last = passage.start;
    for (const fact of [...passage.names, ...passage.numbers, ...passage.dates]) {
      if (fact.start < passage.start || fact.end > passage.end) problems.push("a fact outside");
    }
  }
}

function checkSorted(what: string, spans: readonly Span[], text: string, problems: string[]): void {
  let last = 0;
  for (const span of spans) {
    checkWithin(what, span, text, problems);
    if (span.start < last) problems.push(`${what} out of order at ${span.start}`);
    last = span.end;
  }
}

function checkWithin(what: string, { start, end }: Span, text: string, problems: string[]): void {
  if (!(start >= 0 && start < end && end <= text.length)) {
    problems.push(`${what} ${start}..${end} of ${text.length}`);
  }
}
