import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Library } from "../../../src/engine/library/library.ts";
import type { StoredPassage } from "../../../src/engine/library/rowReader.ts";
import { isScored } from "../../../src/engine/match/comparison.ts";
import { surroundingsOf } from "../../../src/engine/match/pageMatches.ts";
import { type Span, spansOverlap } from "../../../src/engine/model/index.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import { type BulkRow, bulkArticle, startInRow } from "../bulkArticles.ts";
import { compareWith, type OpenLibrary, openLibrary } from "../openLibrary.ts";
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

/** The retelling read as a page, and where its sentences stand; without `day`, on its usual one. */
export function retoldPage(retelling: Retelling, row: BulkRow, day?: string | null) {
  const { body, spans } = layOut(retelling.sentences);
  const published = day === undefined ? dayOf(retelling, row) : day;
  const page = readArticle(plainArticle(`retold-${retelling.of}`, "", body, published));
  return { page, spans };
}

/** A retelling appears on the article's day or a day later. */
function dayOf(retelling: Retelling, row: BulkRow): string {
  return laterDay(row.date.slice(0, 10), retelling.of.charCodeAt(0) % 2);
}

/** Articles of a library as small as the bundled one, and days after the article for a page of another season. */
const few = 5;
const muchLater = 400;

/**
 * The pairs of each retelling in a library of its article and the next four retold ones: on its day,
 * in another season, and without a date.
 */
export async function pairsRetoldInFew(
  retellings: readonly Retelling[],
  rows: readonly BulkRow[],
  withMeaning: boolean,
): Promise<readonly LabelledPair[]> {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const found: LabelledPair[] = [];
  for (const [at, retelling] of retellings.entries()) {
    const chosen = Array.from({ length: few }, (_, next) => {
      return rowOf.get(retellings[(at + next) % retellings.length]!.of)!;
    });
    const readings = chosen.map((row) => readArticle(bulkArticle(row)));
    const library = await openLibrary(readings, withMeaning);
    const day = dayOf(retelling, chosen[0]!);
    for (const published of [day, laterDay(day, muchLater), null]) {
      const pairs = await retoldPairs(retelling, chosen, library, published);
      found.push(...pairs.map((pair) => ({ ...pair, source: "retoldInFew" as const })));
    }
  }
  return found;
}

/**
 * Each sentence with what it tells: yes. With the others of that article, and with articles on
 * other matters: no.
 */
export async function retoldPairs(
  retelling: Retelling,
  rows: readonly BulkRow[],
  library: OpenLibrary,
  published?: string | null,
): Promise<LabelledPair[]> {
  const source = rows.findIndex(({ id }) => id === retelling.of);
  const { page, spans } = retoldPage(retelling, rows[source]!, published);
  const day = dayOf(retelling, rows[source]!);
  const pairs = await compareWith(page, library);
  const around = surroundingsOf(page, pairs);
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

function laterDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

function daysFrom(day: string, library: Library, article: number): number {
  const { published } = library.articleHead(article);
  return published === null ? 0 : Math.abs(Date.parse(day) - Date.parse(published.value)) / dayMs;
}
