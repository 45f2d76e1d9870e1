import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startCluster } from "../../../scripts/archive/cluster.ts";
import { createCluster } from "../../../src/archive/cluster/cluster.ts";
import { processPorts } from "../../../src/archive/cluster/retryTimer.ts";
import { newKeyText, readArchiveKey } from "../../../src/archive/keys/archiveKey.ts";
import { pushArticles } from "../../../src/archive/push/pushArticles.ts";
import { createArchiveMatcher } from "../../../src/archive/search/matchInArchive.ts";
import { openOrMakeArchive } from "../../../src/archive/stored/archive.ts";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import { splitReport } from "../../../src/engine/match/doubtful.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import {
  type Article,
  defaultLeastScore,
  leastDoubtful,
  type MatchReport,
} from "../../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../../src/engine/segmentOfArticles.ts";
import { bulkArticle, bulkFile, readBulkRows } from "../bulkArticles.ts";
import type { Figures, Measure } from "../measure.ts";

const articleCount = Number(process.env.EVAL_ARCHIVE_ARTICLES ?? 2000);
const pageCount = Number(process.env.EVAL_ARCHIVE_PAGES ?? 300);

/**
 * Whether three real nodes give the matches of a local library: pages against the same articles, in
 * both. EVAL_ARCHIVE_ARTICLES and EVAL_ARCHIVE_PAGES set the size.
 */
export const archive: Measure = {
  name: "archive",
  baseline: {},
  goal: { "same matches": 1, "same references": 1 },
  needs: [bulkFile],
  run: measure,
};

async function measure(dataFolder: string): Promise<Figures> {
  const rows = readBulkRows(dataFolder);
  const articles = rows.slice(0, articleCount).map(bulkArticle);
  // Pages of the articles' own time, and none of them.
  const pages = rows.slice(articleCount, articleCount + pageCount).map(bulkArticle);
  const folder = mkdtempSync(path.join(tmpdir(), "second-source-archive-"));
  const cluster = await startCluster({ folder, firstPort: 9500 });
  try {
    const nodes = cluster.nodes.map(({ address }) => address);
    return await compared(nodes, articles, pages);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true });
  }
}

async function compared(
  nodes: readonly string[],
  articles: readonly Article[],
  pages: readonly Article[],
): Promise<Figures> {
  let receivedBytes = 0;
  const counting: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const text = await response.text();
    receivedBytes += text.length;
    return new Response(text, { status: response.status });
  };
  const cluster = createCluster(
    { nodes, authorization: null, timeoutMs: 60_000, totalTimeoutMs: 120_000 },
    processPorts(counting),
  );
  const key = await readArchiveKey(newKeyText());
  const opened = await openOrMakeArchive(cluster, "eval", key);
  const began = performance.now();
  const { passages } = await pushArticles(opened, articles, () => undefined);
  const pushSeconds = (performance.now() - began) / 1000;
  const matcher = await createArchiveMatcher(opened);
  const library = createLibrary(await segments(articles));
  receivedBytes = 0;
  const sums = { matches: 0, same: 0, references: 0, sameReferences: 0, more: 0 };
  const doubtful = { references: 0, sameReferences: 0, more: 0 };
  const fetched: number[] = [];
  let outlines = 0;
  let seconds = { local: 0, archive: 0 };
  for (const page of pages) {
    const reading = readArticle(page);
    const start = performance.now();
    const expected = matchPage(reading, library, { minScore: leastDoubtful });
    const middle = performance.now();
    const found = await matcher.match(reading, { minScore: leastDoubtful });
    const end = performance.now();
    seconds = {
      local: seconds.local + middle - start,
      archive: seconds.archive + end - middle,
    };
    fetched.push(found.articles);
    outlines += found.outlines;
    const [wanted, got] = [expected, found.report].map(split) as [Split, Split];
    countMatches(sums, wanted.shown, got.shown);
    count(sums, linesOf(wanted.shown), linesOf(got.shown));
    count(doubtful, linesOf(wanted.doubtful), linesOf(got.doubtful));
  }
  return {
    pages: pages.length,
    passages,
    matches: sums.matches,
    "same matches": sums.matches === 0 ? 1 : sums.same / sums.matches,
    references: sums.references,
    "same references": sums.references === 0 ? 1 : sums.sameReferences / sums.references,
    "references only in the archive": sums.more,
    "doubtful references": doubtful.references,
    "same doubtful references": doubtful.sameReferences,
    "doubtful references only in the archive": doubtful.more,
    "articles read a page": fetched.reduce((all, one) => all + one, 0) / pages.length,
    "most articles read": Math.max(...fetched),
    "outlines a page": outlines / pages.length,
    "KB received a page": receivedBytes / pages.length / 1000,
    "ms a page, local": seconds.local / pages.length,
    "ms a page, archive": seconds.archive / pages.length,
    "articles pushed a second": articles.length / pushSeconds,
    ...(await sizesOf(nodes[0]!, passages)),
  };
}

async function segments(articles: readonly Article[]) {
  const all = [];
  for (let at = 0; at < articles.length; at += 500) {
    all.push(openSegment(segmentOfArticles(articles.slice(at, at + 500))));
  }
  return all;
}

interface Split {
  readonly shown: MatchReport;
  readonly doubtful: MatchReport;
}

/** What a reader sees at once, and what only on request. */
function split(report: MatchReport): Split {
  const parts = splitReport(report, (_, { score }) =>
    score >= defaultLeastScore ? "shown" : "doubtful",
  );
  return { shown: parts, doubtful: { ...parts, matches: parts.doubtful ?? [] } };
}

type ReferenceSums = Record<"references" | "sameReferences" | "more", number>;
type Sums = ReferenceSums & Record<"matches" | "same", number>;

function count(sums: ReferenceSums, expected: readonly string[], found: readonly string[]): void {
  const there = new Set(found);
  sums.references += expected.length;
  sums.sameReferences += expected.filter((line) => there.has(line)).length;
  const wanted = new Set(expected);
  sums.more += found.filter((line) => !wanted.has(line)).length;
  if (process.env.EVAL_ARCHIVE_SHOW) {
    for (const line of expected) if (!there.has(line)) console.log(`lost  ${line}`);
    for (const line of found) if (!wanted.has(line)) console.log(`more  ${line}`);
  }
}

function countMatches(sums: Sums, expected: MatchReport, found: MatchReport): void {
  const there = new Set(found.matches.map((match) => JSON.stringify(match)));
  sums.matches += expected.matches.length;
  sums.same += expected.matches.filter((match) => there.has(JSON.stringify(match))).length;
}

/** What has to be equal: passages, references, relations, and scores to three decimals. */
function linesOf({ matches, page }: MatchReport): readonly string[] {
  return matches.flatMap(({ in: part, start, end, references }) =>
    references.map(({ passage, relation, score }) =>
      [page.url, part, start, end, passage.id, relation, score.toFixed(3)].join(" "),
    ),
  );
}

/** With what nodes still keep for copies that may have been away: some three times what is left of it. */
async function sizesOf(node: string, passages: number): Promise<Figures> {
  const response = await fetch(`${node}/eval-articles,eval-passages/_stats/store`);
  const { indices } = (await response.json()) as {
    indices: Record<string, { primaries: { store: { size_in_bytes: number } } }>;
  };
  const bytesOf = (name: string) => indices[name]!.primaries.store.size_in_bytes / passages;
  return {
    "bytes a passage just pushed, hashed text": bytesOf("eval-passages-1"),
    "bytes a passage just pushed, articles": bytesOf("eval-articles-1"),
  };
}
