import path from "node:path";
import type { ArticleReading, MatchReport, PageMatch } from "../../src/engine/model/index.ts";
import { matchWith, openLibrary } from "./openLibrary.ts";
import { readRows } from "./readRows.ts";

/** A row of cross-references.jsonl: what an editor says of a page's passage. */
export interface GoldReference {
  readonly id: string;
  readonly page: string;
  readonly in: "title" | "body";
  readonly page_span: string;
  readonly seed_ids: readonly string[];
  readonly relation: string;
  readonly accept: readonly string[];
  readonly required: boolean;
}

/** What became of one row: the match and the reference that answer it, or null. */
export interface Answer {
  readonly gold: GoldReference;
  readonly relation: string | null;
  readonly score: number;
}

export interface ExtraReference {
  readonly page: string;
  readonly score: number;
  readonly relation: string;
  readonly text: string;
  readonly corpus: string;
}

/** The rows of the hand-made gold. */
export function readGold(dataFolder: string, corpus = "corpus"): readonly GoldReference[] {
  return readRows(path.join(dataFolder, corpus, "cross-references.jsonl"));
}

/** Each article against the others. */
export async function matchEachAgainstOthers(
  readings: ReadonlyMap<string, ArticleReading>,
  options: { readonly minScore?: number; readonly isWordsOnly?: boolean } = {},
): Promise<ReadonlyMap<string, MatchReport>> {
  const { minScore, isWordsOnly = false } = options;
  const reports = new Map<string, MatchReport>();
  for (const [id, page] of readings) {
    const others = [...readings].filter(([other]) => other !== id).map(([, reading]) => reading);
    const library = await openLibrary(others, ...(isWordsOnly ? [false] : []));
    reports.set(id, await matchWith(page, library, minScore === undefined ? {} : { minScore }));
  }
  return reports;
}

/** Holds the reports against the gold: answers row by row, and the references no row asks for. */
export function compareWithGold(
  gold: readonly GoldReference[],
  sentences: ReadonlyMap<string, string>,
  reports: ReadonlyMap<string, MatchReport>,
): { answers: readonly Answer[]; extras: readonly ExtraReference[] } {
  const used = new Set<unknown>();
  const answers = gold.map((row): Answer => {
    let best: Answer = { gold: row, relation: null, score: 0 };
    for (const { match, reference } of referencesOf(reports.get(row.page))) {
      const isHere = match.in === row.in && isSameText(match.exact, row.page_span);
      const isThere = row.seed_ids.some((id) =>
        isSameText(reference.passage.text, sentences.get(id) ?? ""),
      );
      if (!isHere || !isThere) continue;
      used.add(reference);
      if (reference.score > best.score) {
        best = { gold: row, relation: reference.relation, score: reference.score };
      }
    }
    return best;
  });
  const goldPages = new Set(gold.map(({ page }) => page));
  const extras = [...reports].flatMap(([page, report]) =>
    referencesOf(report)
      .filter(({ reference }) => !used.has(reference))
      .map(({ match, reference }) => ({
        page: goldPages.has(page) ? page : `${page} (no row)`,
        score: reference.score,
        relation: reference.relation,
        text: match.exact,
        corpus: reference.passage.text,
      })),
  );
  return { answers, extras };
}

/** True if a row's relation, or one that it accepts, was given. */
export function isRightRelation({ gold, relation }: Answer): boolean {
  return relation !== null && (relation === gold.relation || gold.accept.includes(relation));
}

function referencesOf(report: MatchReport | undefined) {
  return (report?.matches ?? []).flatMap((match: PageMatch) =>
    match.references.map((reference) => ({ match, reference })),
  );
}

/** True if one text stands in the other, letters and digits only. */
export function isSameText(a: string, b: string): boolean {
  const one = squash(a);
  const other = squash(b);
  return one !== "" && other !== "" && (one.includes(other) || other.includes(one));
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
