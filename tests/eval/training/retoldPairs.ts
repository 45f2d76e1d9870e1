import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Library } from "../../../src/engine/library/library.ts";
import type { StoredPassage } from "../../../src/engine/library/rowReader.ts";
import { isScored } from "../../../src/engine/match/comparison.ts";
import { surroundingsOf } from "../../../src/engine/match/pageMatches.ts";
import { type Span, spansOverlap } from "../../../src/engine/model/index.ts";
import { type BulkRow, startInRow } from "../bulkArticles.ts";
import { compareWith, type OpenLibrary } from "../openLibrary.ts";
import { plainArticle } from "../plainArticle.ts";
import { readRows } from "../readRows.ts";
import type { LabelledPair } from "./labelledPairs.ts";

/**
 * An article of the bulk news told again, in sentences of our own, as another outlet would print it
 * that had the same things in another language. None of it was printed anywhere: some sentences
 * state another number or the contrary, and some what the article does not say.
 */
export interface Retelling {
  /** Id of the article that is told again. */
  readonly of: string;
  /** End of what was read: what comes later in the article is not judged. */
  readonly read: number;
  readonly sentences: readonly RetoldSentence[];
}

export interface RetoldSentence {
  readonly text: string;
  readonly relation: "reworded" | "differs" | "contradicts" | "none";
  /** Offsets in the article's body of the sentences that it tells, half-open. */
  readonly from: readonly (readonly [start: number, end: number])[];
}

/** An article on another matter, printed in another season, says nothing of the same. */
const otherStory = 0.25;
const otherSeason = 60;

export function readRetellings(): readonly Retelling[] {
  return readRows<Retelling>("tests/eval/training/retellings.jsonl");
}

/** The retelling read as a page, and where its sentences stand; it appears on the article's day or a day later. */
export function retoldPage(retelling: Retelling, row: BulkRow) {
  const { body, spans } = layOut(retelling.sentences);
  const day = nextDay(row.date.slice(0, 10), retelling.of.charCodeAt(0) % 2);
  const page = readArticle(plainArticle(`retold-${retelling.of}`, "", body, day));
  return { page, spans, day };
}

/**
 * Each sentence with what it tells: yes. With the others of that article, and with articles on
 * other matters: no.
 */
export async function retoldPairs(
  retelling: Retelling,
  rows: readonly BulkRow[],
  library: OpenLibrary,
): Promise<LabelledPair[]> {
  const source = rows.findIndex(({ id }) => id === retelling.of);
  const { page, spans, day } = retoldPage(retelling, rows[source]!);
  const pairs = await compareWith(page, library);
  const around = surroundingsOf(pairs);
  return pairs.flatMap(({ pagePassage, article, stored, comparison }, i): LabelledPair[] => {
    const own = page.passages[pagePassage]!;
    const told = retelling.sentences[spans.findIndex((span) => spansOverlap(span, own))]!;
    const { features } = comparison;
    const isOther =
      features.likeness < otherStory && daysFrom(day, library.library, article) >= otherSeason;
    const label =
      article === source ? labelOf(told, retelling, rows[source]!, stored) : isOther ? "no" : null;
    if (label === null) return [];
    return [
      {
        page: page.article.id,
        label,
        features,
        ...around[i]!,
        isScored: isScored(comparison),
        source: "retold",
      },
    ];
  });
}

/** What a retold sentence and one of the article are; null for what was not read. */
function labelOf(
  told: RetoldSentence,
  { read }: Retelling,
  row: BulkRow,
  stored: StoredPassage,
): LabelledPair["label"] | null {
  const start = startInRow(row, stored);
  if (stored.in === "title" || start < 0 || start >= read) return null;
  const span = { start, end: start + stored.text.length };
  return told.from.some(([from, to]) => spansOverlap({ start: from, end: to }, span))
    ? "yes"
    : "no";
}

/** Two sentences a paragraph. */
function layOut(sentences: readonly RetoldSentence[]): { body: string; spans: readonly Span[] } {
  let body = "";
  const spans = sentences.map(({ text }, i) => {
    if (i > 0) body += i % 2 === 0 ? "\n\n" : " ";
    const start = body.length;
    body += text;
    return { start, end: body.length };
  });
  return { body, spans };
}

const dayMs = 86_400_000;

function nextDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

function daysFrom(day: string, library: Library, article: number): number {
  const { published } = library.articleHead(article);
  return published === null ? 0 : Math.abs(Date.parse(day) - Date.parse(published.value)) / dayMs;
}
