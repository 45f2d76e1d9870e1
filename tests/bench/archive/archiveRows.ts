import type { BenchRow } from "../measure.ts";
import { median } from "../timing.ts";
import type { PushFigures } from "./growingArchive.ts";
import type { PageTime } from "./pageTimes.ts";

/** What is measured of an archive of one size. */
export interface ArchiveFigures extends PushFigures {
  readonly pages: readonly PageTime[];
  /** Shares of hard paraphrases found: by the archive's search, and by an exact one. */
  readonly recall: number;
  readonly exact: number;
  /** Of one copy, merged. */
  readonly bytes: { readonly passages: number; readonly articles: number };
}

const mostTimesPlain = 3;
const leastOfExact = 0.98;

/** The rows of one size; with the smallest size's figures, also how they grew. */
export function rowsOf(
  figures: ArchiveFigures,
  smallest: ArchiveFigures | null,
): readonly BenchRow[] {
  const { passages, pages, bytes, recall, exact } = figures;
  const name = passages < 1e6 ? `${Math.round(passages / 1e3)}k` : `${Math.round(passages / 1e6)}M`;
  const row = (what: string, figure: string) => ({
    ...{ what: `${name}: ${what}`, figure, goal: null, isMet: null },
  });
  const each = (value: (page: PageTime) => number) => pages.map(value);
  const times = (value: (page: PageTime) => number) => {
    const sorted = [...each(value)].sort((a, b) => a - b);
    const late = sorted[Math.floor(0.95 * sorted.length)]!;
    return `${median(sorted).toFixed(0)} · ${late.toFixed(0)} ms`;
  };
  const byPassage = (all: number) => (all / passages).toFixed(0);
  const againstPlain = timesPlain(figures);
  return [
    row("passages", `${passages}`),
    row("passages pushed a second", figures.pushedASecond.toFixed(0)),
    row("own processor time, 1,000 passages pushed", `${figures.pushingMs.toFixed(0)} ms`),
    row("bytes a passage, hashed text", byPassage(bytes.passages)),
    row("bytes a passage, outlines and articles", byPassage(bytes.articles)),
    row("a page's passages", `${median(each((page) => page.passages))}`),
    row(
      "its plain BM25, median · p95",
      times((page) => page.plainMs),
    ),
    row(
      "its search by rarer terms, median · p95",
      times((page) => page.candidatesMs),
    ),
    row(
      "matched as a whole, median · p95",
      times((page) => page.wholeMs),
    ),
    row(
      "own processor time of that, median · p95",
      times((page) => page.ownMs),
    ),
    {
      ...row("matched against its plain BM25", `${againstPlain.toFixed(2)} ×`),
      ...{ goal: `≤ ${mostTimesPlain} ×`, isMet: againstPlain <= mostTimesPlain },
    },
    row("outlines · articles read a page", readAPage(pages)),
    row("hard paraphrases, R@24 · exact", `${recall.toFixed(3)} · ${exact.toFixed(3)}`),
    {
      ...row("R@24 of exact", (recall / exact).toFixed(3)),
      ...{ goal: `≥ ${leastOfExact}`, isMet: recall / exact >= leastOfExact },
    },
    ...(smallest === null ? [] : growthOf(figures, smallest).map(([what, by]) => row(what, by))),
  ];
}

function timesPlain({ pages }: ArchiveFigures): number {
  return median(pages.map(({ wholeMs, plainMs }) => wholeMs / plainMs));
}

function readAPage(pages: readonly PageTime[]): string {
  const mean = (value: (page: PageTime) => number) =>
    (pages.reduce((sum, page) => sum + value(page), 0) / pages.length).toFixed(1);
  return `${mean((page) => page.outlines)} · ${mean((page) => page.articles)}`;
}

function growthOf(now: ArchiveFigures, smallest: ArchiveFigures): [what: string, by: string][] {
  const by = (value: (figures: ArchiveFigures) => number) =>
    `${(value(now) / value(smallest)).toFixed(2)} ×`;
  const page = (value: (page: PageTime) => number) => by(({ pages }) => median(pages.map(value)));
  const from = `against ${Math.round(smallest.passages / 1e3)}k`;
  return [
    [`passages, ${from}`, by(({ passages }) => passages)],
    [`pushed a second, ${from}`, by(({ pushedASecond }) => pushedASecond)],
    [`plain BM25, ${from}`, page(({ plainMs }) => plainMs)],
    [`search by rarer terms, ${from}`, page(({ candidatesMs }) => candidatesMs)],
    [`matched as a whole, ${from}`, page(({ wholeMs }) => wholeMs)],
  ];
}
