import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import {
  type Article,
  defaultLeastScore,
  leastDoubtful,
  type PageMatch,
  type Reference,
} from "../../../src/engine/model/index.ts";
import { type BulkRow, bulkArticle, bulkFile, readBulkRows, startInRow } from "../bulkArticles.ts";
import type { Figures, Measure } from "../measure.ts";
import { matchWith, openLibrary } from "../openLibrary.ts";
import { readRows } from "../readRows.ts";
import { report } from "../report.ts";

/** Libraries of 5, 20 and 200 articles on a few stories, with pages that other outlets printed of them, by id. */
export const readerLibraryFile = "tests/eval/training/readerLibraries.jsonl";
export const readerLabelFile = "tests/eval/training/readerLabels.tsv";

export interface ReaderLibrary {
  readonly size: number;
  readonly library: readonly string[];
  readonly pages: readonly string[];
}

/**
 * s: the same statement; c: what is a side clause in one of them; o: another statement on the same
 * story; w: something else.
 */
type Judged = "s" | "c" | "o" | "w";

export interface Judgement {
  readonly judged: Judged;
  /** The relation that was judged, and whether it and the differences named hold. */
  readonly relation: string;
  readonly isRelationRight: boolean;
}

/** Which share of the marks of a library of this size is judged, with a usual score and a doubtful one. */
const shares: Readonly<Record<number, readonly [number, number]>> = {
  5: [0.5, 0.25],
  20: [0.5, 0.25],
  200: [0.4, 0.12],
};

/**
 * Marks in libraries of a reader's size, judged by readers who knew no rule: how many an editor
 * would keep, and whether the relation told holds. Only the marks of pages put aside count for the
 * figures "aside". What is not judged yet goes into a file.
 */
export const readerMarks: Measure = {
  name: "reader-marks",
  goal: {
    "aside, shown: same": 0.85,
    "aside, shown: same or side clause": 0.95,
    "aside: differences right": 0.85,
    "aside: at odds right": 0.8,
  },
  baseline: {},
  needs: [bulkFile],
  async run(dataFolder) {
    const rowOf = new Map(readBulkRows(dataFolder).map((row) => [row.id, row]));
    const labels = readReaderLabels();
    const marks: ReaderMark[] = [];
    for (const library of readRows<ReaderLibrary>(readerLibraryFile)) {
      marks.push(...(await marksOf(library, rowOf)));
    }
    const judged = marks.flatMap((mark) => {
      const label = labels.get(mark.key);
      return label ? [{ ...mark, ...label }] : [];
    });
    const toJudge = marks.filter((mark) => isChosen(mark) && !labels.has(mark.key));
    report("reader-marks.jsonl", toJudge.map(lineOf));
    return {
      ...countsOf(marks, toJudge),
      ...figuresOf("aside", judged.filter(isAside)),
      ...figuresOf(
        "of the rest",
        judged.filter((mark) => !isAside(mark)),
      ),
      ...Object.fromEntries(
        Object.keys(shares).flatMap((size) =>
          Object.entries(
            figuresOf(
              `${size} articles`,
              judged.filter((one) => one.size === +size),
            ),
          ),
        ),
      ),
      ...reliabilityOf(judged),
      ...figuresByLeast("aside", judged.filter(isAside)),
      ...figuresByLeast(
        "of the rest",
        judged.filter((mark) => !isAside(mark)),
      ),
    };
  },
};

interface ReaderMark {
  readonly size: number;
  readonly key: string;
  readonly page: Article;
  readonly match: PageMatch;
  readonly reference: Reference;
}

type JudgedMark = ReaderMark & Judgement;

async function marksOf(
  { size, library: ids, pages }: ReaderLibrary,
  rowOf: ReadonlyMap<string, BulkRow>,
): Promise<readonly ReaderMark[]> {
  const library = await openLibrary(ids.map((id) => readArticle(bulkArticle(rowOf.get(id)!))));
  const marks: ReaderMark[] = [];
  for (const id of pages) {
    const row = rowOf.get(id)!;
    const page = readArticle(bulkArticle(row));
    const { matches } = await matchWith(page, library, { minScore: leastDoubtful });
    for (const match of matches) {
      for (const reference of match.references) {
        const { article, passage } = reference;
        const theirs = rowOf.get(article.id)!;
        const own = { in: match.in, start: match.start, text: match.exact };
        const stored = {
          in: passage.text === article.title ? ("title" as const) : ("body" as const),
          start: 0,
          text: passage.text,
        };
        const places = [startInRow(row, own), startInRow(theirs, stored)];
        const key = [id, match.in, places[0], article.id, stored.in, places[1]].join("\t");
        marks.push({ size, key, page: page.article, match, reference });
      }
    }
  }
  return marks;
}

/** The judgements by page, place, article and place, as in the file's first six columns. */
export function readReaderLabels(): ReadonlyMap<string, Judgement> {
  if (!existsSync(readerLabelFile)) return new Map();
  const lines = readFileSync(readerLabelFile, "utf8").trimEnd().split("\n").slice(1);
  return new Map(
    lines.map((line) => {
      const cells = line.split("\t");
      const [judged, relation, right] = cells.slice(6) as [Judged, string, string];
      return [cells.slice(0, 6).join("\t"), { judged, relation, isRelationRight: right === "y" }];
    }),
  );
}

/** A third of the pages, by their ids. */
export function isAsidePage(id: string): boolean {
  return fractionOf(`aside ${id}`) < 1 / 3;
}

function isAside({ page }: ReaderMark): boolean {
  return isAsidePage(page.id);
}

/** Strong statements are all judged, of the others a share. */
function isChosen(mark: ReaderMark): boolean {
  const { relation, score } = mark.reference;
  if (relation === "differs" || relation === "contradicts") return true;
  const [shown, doubtful] = shares[mark.size]!;
  return fractionOf(mark.key) < (score >= defaultLeastScore ? shown : doubtful);
}

/** A number in 0..1 that is the same for a text and looks random. */
function fractionOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0) / 2 ** 32;
}

function lineOf({ size, key, page, match, reference }: ReaderMark): string {
  const { article, passage, differences, relation, score } = reference;
  return JSON.stringify({
    key,
    size,
    relation,
    score: Math.round(score * 1000) / 1000,
    page: {
      outlet: page.outlet.name,
      date: page.published?.value,
      title: page.title,
      text: match.exact,
      speaker: match.speaker,
    },
    corpus: {
      outlet: article.outlet,
      date: article.published?.value,
      title: article.title,
      text: passage.text,
      speaker: reference.speaker,
    },
    differences: differences.filter(({ kind }) => kind !== "wording"),
  });
}

function countsOf(marks: readonly ReaderMark[], toJudge: readonly ReaderMark[]): Figures {
  const shown = marks.filter(({ reference }) => reference.score >= defaultLeastScore);
  const relations = new Map<string, number>();
  for (const { reference } of shown) {
    relations.set(reference.relation, (relations.get(reference.relation) ?? 0) + 1);
  }
  return {
    "marks shown · doubtful · to be judged": `${shown.length} · ${marks.length - shown.length} · ${toJudge.length}`,
    relations: [...relations].map(([name, count]) => `${name} ${count}`).join(", "),
  };
}

function figuresOf(name: string, marks: readonly JudgedMark[]): Figures {
  const shown = marks.filter(({ reference }) => reference.score >= defaultLeastScore);
  const of = (...relations: string[]) =>
    shown.filter(({ reference }) => relations.includes(reference.relation));
  const right = (some: readonly JudgedMark[]) =>
    shareOf(some, (mark) => mark.isRelationRight && mark.relation === mark.reference.relation);
  return {
    [`${name}: judged, shown · doubtful`]: `${shown.length} · ${marks.length - shown.length}`,
    [`${name}, shown: same`]: shareOf(shown, ({ judged }) => judged === "s"),
    [`${name}, shown: same or side clause`]: shareOf(shown, ({ judged }) => "sc".includes(judged)),
    [`${name}, doubtful: same`]: shareOf(
      marks.filter((mark) => !shown.includes(mark)),
      ({ judged }) => judged === "s",
    ),
    [`${name}: differences given`]: `${of("differs").length}`,
    [`${name}: differences right`]: right(of("differs")),
    [`${name}: at odds given`]: `${of("contradicts").length}`,
    [`${name}: at odds right`]: right(of("contradicts")),
  };
}

function shareOf<T>(all: readonly T[], isRight: (one: T) => boolean): number | string {
  return all.length === 0 ? "none" : all.filter(isRight).length / all.length;
}

/** For each tenth of the score: the mean score beside the share that an editor would keep. */
function reliabilityOf(marks: readonly JudgedMark[]): Figures {
  const figures: Record<string, string> = {};
  for (let tenth = 4; tenth < 10; tenth++) {
    const some = marks.filter(
      ({ reference: { score } }) => Math.min(9, Math.floor(score * 10)) === tenth,
    );
    if (some.length === 0) continue;
    const mean = some.reduce((sum, { reference }) => sum + reference.score, 0) / some.length;
    const same = shareOf(some, ({ judged }) => judged === "s") as number;
    const kept = shareOf(some, ({ judged }) => "sc".includes(judged)) as number;
    figures[`score ${tenth / 10}.., ${some.length} marks: mean score · same · with side clauses`] =
      `${mean.toFixed(2)} · ${same.toFixed(2)} · ${kept.toFixed(2)}`;
  }
  return figures;
}

/** What other least scores than the usual one would show. */
function figuresByLeast(name: string, marks: readonly JudgedMark[]): Figures {
  return Object.fromEntries(
    [0.6, 0.65, 0.7, 0.75, 0.8].map((least) => {
      const some = marks.filter(({ reference: { score } }) => score >= least);
      const same = some.filter(({ judged }) => judged === "s").length;
      const kept = some.filter(({ judged }) => "sc".includes(judged)).length;
      const share = (count: number) => (count / Math.max(1, some.length)).toFixed(2);
      return [
        `${name}, from ${least}, ${some.length} marks: same · with side clauses · right ones`,
        `${share(same)} · ${share(kept)} · ${same}`,
      ];
    }),
  );
}
