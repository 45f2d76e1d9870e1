import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startCluster } from "../../../scripts/archive/cluster.ts";
import { missingForNodes } from "../../../scripts/archive/nodeProgram.ts";
import { createCluster } from "../../../src/archive/cluster/cluster.ts";
import { processPorts } from "../../../src/archive/cluster/retryTimer.ts";
import { newKeyText, readArchiveKey } from "../../../src/archive/keys/archiveKey.ts";
import { pushArticles } from "../../../src/archive/push/pushArticles.ts";
import { mergeAway } from "../../../src/archive/push/settle.ts";
import { type Archive, openOrMakeArchive } from "../../../src/archive/stored/archive.ts";
import type { Article } from "../../../src/engine/model/index.ts";
import { mergedBytes, recallOf } from "../archive/archiveFigures.ts";
import { type ArchiveFigures, rowsOf } from "../archive/archiveRows.ts";
import { ExactRecall } from "../archive/exactRecall.ts";
import { newsArticles, pagesOf } from "../archive/newsArticles.ts";
import { timePages } from "../archive/pageTimes.ts";
import { hardParaphrases } from "../index/hardParaphrases.ts";
import { bulkSets } from "../index/newsLibrary.ts";
import type { BenchMeasure, BenchOptions, BenchRow } from "../measure.ts";
import { processorMsSince } from "../timing.ts";

const usualSize = 100_000;
const million = 1_000_000;
const passagesOfPage = 40;
const countedPages = 40;
/** The engine examines 48 passages of each search, and ranks half of them before it compares words. */
const top = 24;

/**
 * An archive on three real nodes of this machine that grows from one size to the next: what pushing
 * costs, what a page costs beside the same passages' plain searches, and what the search loses.
 */
export const archiveSpeed: BenchMeasure = {
  name: "archive (three nodes; --million and --size=N add larger ones)",
  needs: [...bulkSets, "eval/mrpc/train.jsonl", "eval/sts-news"],
  async run(dataFolder, options) {
    const missing = missingForNodes();
    if (missing !== null) return [{ what: missing, figure: "–", goal: null, isMet: null }];
    const folder = mkdtempSync(path.join(tmpdir(), "second-source-archive-"));
    const sizes = sizesOf(options);
    const heapMb = sizes.at(-1)! > usualSize ? 1536 : 768;
    const nodes = await startCluster({ folder, firstPort: 9520, heapMb });
    try {
      const addresses = nodes.nodes.map(({ address }) => address);
      return await grown(dataFolder, await emptyArchive(addresses), sizes);
    } finally {
      await nodes.stop();
      rmSync(folder, { recursive: true });
    }
  },
};

function sizesOf({ isMillion, size }: BenchOptions): readonly number[] {
  const sizes = new Set([usualSize, ...(isMillion ? [million] : []), ...(size ? [size] : [])]);
  return [...sizes].sort((a, b) => a - b);
}

async function emptyArchive(nodes: readonly string[]): Promise<Archive> {
  // Merging everything into one takes minutes.
  const access = { nodes, authorization: null, timeoutMs: 1_800_000, totalTimeoutMs: 1_800_000 };
  const cluster = createCluster(access, processPorts(fetch));
  return openOrMakeArchive(cluster, "bench", await readArchiveKey(newKeyText()));
}

async function grown(
  dataFolder: string,
  archive: Archive,
  sizes: readonly number[],
): Promise<readonly BenchRow[]> {
  const paraphrases = hardParaphrases(dataFolder);
  const pages = pagesOf(dataFolder, passagesOfPage).slice(0, countedPages);
  const articles = newsArticles(dataFolder, paraphrases);
  const exact = new ExactRecall(paraphrases, newsArticles(dataFolder, paraphrases));
  const rows: BenchRow[] = [];
  let passages = 0;
  let smallest: ArchiveFigures | null = null;
  for (const size of sizes) {
    const pushed = await push(archive, articles, size - passages);
    passages += pushed.passages;
    const figures: ArchiveFigures = {
      ...pushed,
      passages,
      pages: await timePages(archive, pages),
      recall: await recallOf(archive, paraphrases, top),
      exact: exact.recallAt(passages, top),
      bytes: await mergedBytes(archive),
    };
    rows.push(...rowsOf(figures, smallest));
    smallest ??= figures;
  }
  return rows;
}

async function push(archive: Archive, articles: Generator<Article>, least: number) {
  const processor = process.cpuUsage();
  const start = performance.now();
  let soFar = 0;
  const counts = await pushArticles(
    archive,
    someOf(articles, () => soFar < least),
    (now) => {
      soFar = now.passages;
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const ownMs = processorMsSince(processor);
  await mergeAway(archive);
  return {
    passages: counts.passages,
    pushedASecond: counts.passages / seconds,
    pushingMs: (ownMs * 1000) / counts.passages,
  };
}

/** Articles as long as more are wanted; the generator stays open for the next ones. */
function* someOf(articles: Generator<Article>, isMore: () => boolean): Generator<Article> {
  while (isMore()) yield articles.next().value;
}
