import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import {
  defaultLeastScore,
  leastDoubtful,
  type Relation,
  spansOverlap,
} from "../../../src/engine/model/index.ts";
import { type BulkRow, bulkArticle, bulkFile, readBulkRows } from "../bulkArticles.ts";
import type { Measure } from "../measure.ts";
import { matchWith, type OpenLibrary, openLibrary } from "../openLibrary.ts";
import {
  type Retelling,
  type RetoldSentence,
  readRetellings,
  retoldPage,
} from "../training/retoldPairs.ts";

interface Answer {
  readonly told: RetoldSentence["relation"];
  /** Relations of the references to what it tells. */
  readonly found: readonly Relation[];
  readonly isMarked: boolean;
}

/**
 * Articles told again in sentences of our own, against their sources alone. The weights were fitted
 * to these among others: a figure to compare changes by.
 */
export const retellings = measureOf("retellings", (rows, told) => {
  const sources = new Set(told.map(({ of }) => of));
  return rows.filter(({ id }) => sources.has(id));
});

/** The same against all of the bulk news: half an hour, if they are not encoded yet. */
export const retellingsInAllNews = measureOf("retold, among all of the news", (rows) => rows);

function measureOf(
  name: string,
  libraryOf: (rows: readonly BulkRow[], told: readonly Retelling[]) => readonly BulkRow[],
): Measure {
  return {
    name,
    goal: {},
    baseline: {},
    needs: [bulkFile],
    async run(dataFolder) {
      const told = readRetellings();
      const rows = libraryOf(readBulkRows(dataFolder), told);
      const library = await openLibrary(rows.map((row) => readArticle(bulkArticle(row))));
      return {
        ...(await figuresOf("shown", told, rows, library, defaultLeastScore)),
        ...(await figuresOf("with doubtful ones", told, rows, library, leastDoubtful)),
      };
    },
  };
}

async function figuresOf(
  what: string,
  told: readonly Retelling[],
  rows: readonly BulkRow[],
  library: OpenLibrary,
  minScore: number,
): Promise<Record<string, string>> {
  const answers: Answer[] = [];
  for (const retelling of told) {
    answers.push(...(await answersOf(retelling, rows, library, minScore)));
  }
  const figures: Record<string, string> = {};
  for (const relation of ["reworded", "differs", "contradicts"] as const) {
    const of = answers.filter((answer) => answer.told === relation);
    const found = of.filter((answer) => answer.found.length > 0);
    const right = of.filter((answer) => answer.found.includes(relation));
    figures[`${what}, ${relation}: found / right`] =
      `${found.length} / ${right.length} of ${of.length}`;
  }
  const none = answers.filter((answer) => answer.told === "none");
  const marked = none.filter(({ isMarked }) => isMarked);
  figures[`${what}, not told there: marked`] = `${marked.length} of ${none.length}`;
  return figures;
}

async function answersOf(
  retelling: Retelling,
  rows: readonly BulkRow[],
  library: OpenLibrary,
  minScore: number,
): Promise<readonly Answer[]> {
  const row = rows.find(({ id }) => id === retelling.of)!;
  const { page, spans } = retoldPage(retelling, row);
  const { matches } = await matchWith(page, library, { minScore });
  return retelling.sentences.map((sentence, i): Answer => {
    const own = matches.filter((match) => match.in === "body" && spansOverlap(match, spans[i]!));
    const references = own.flatMap((match) => match.references);
    const told = references.filter(({ article, passage }) => {
      const start = article.id === row.id ? row.text.indexOf(passage.text) : -1;
      const span = { start, end: start + passage.text.length };
      return (
        start >= 0 &&
        sentence.from.some(([from, to]) => spansOverlap({ start: from, end: to }, span))
      );
    });
    return {
      told: sentence.relation,
      found: told.map(({ relation }) => relation),
      isMarked: own.length > 0,
    };
  });
}
