import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startCluster } from "../../../scripts/archive/cluster.ts";
import { missingForNodes } from "../../../scripts/archive/nodeProgram.ts";
import { createCluster } from "../../../src/archive/cluster/cluster.ts";
import { processPorts } from "../../../src/archive/cluster/retryTimer.ts";
import { readArchiveKey } from "../../../src/archive/keys/archiveKey.ts";
import { type Archive, openOrMakeArchive } from "../../../src/archive/stored/archive.ts";
import { createKeyFile } from "../../../src/cli/archive/keyFile.ts";
import { mergedBytes, recallOf } from "../archive/archiveFigures.ts";
import { type ArchiveFigures, rowsOf } from "../archive/archiveRows.ts";
import { exactRecallOf } from "../archive/exactRecall.ts";
import { grow } from "../archive/growingArchive.ts";
import { NewsArticles, pagesOf } from "../archive/newsArticles.ts";
import { timePages } from "../archive/pageTimes.ts";
import { hardParaphrases } from "../index/hardParaphrases.ts";
import { bulkSets } from "../index/newsLibrary.ts";
import type { BenchMeasure, BenchOptions, BenchRow } from "../measure.ts";

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
  name: "archive (three nodes; --million and --size=N add larger ones, --data=FOLDER keeps them)",
  needs: [...bulkSets, "eval/mrpc/train.jsonl", "eval/sts-news"],
  async run(dataFolder, options) {
    const missing = missingForNodes();
    if (missing !== null) return [{ what: missing, figure: "–", goal: null, isMet: null }];
    const folder = options.data ?? mkdtempSync(path.join(tmpdir(), "second-source-archive-"));
    const sizes = sizesOf(options);
    const heapMb = sizes.at(-1)! > usualSize ? 1536 : 768;
    const nodes = await startCluster({ folder, firstPort: 9520, heapMb });
    try {
      const addresses = nodes.nodes.map(({ address }) => address);
      return await grown(dataFolder, await archiveIn(folder, addresses), sizes, folder);
    } finally {
      await nodes.stop();
      if (options.data === null) rmSync(folder, { recursive: true });
    }
  },
};

function sizesOf({ isMillion, size }: BenchOptions): readonly number[] {
  const sizes = new Set([usualSize, ...(isMillion ? [million] : []), ...(size ? [size] : [])]);
  return [...sizes].sort((a, b) => a - b);
}

async function archiveIn(folder: string, nodes: readonly string[]): Promise<Archive> {
  // Merging everything into one takes minutes.
  const access = { nodes, authorization: null, timeoutMs: 3_600_000, totalTimeoutMs: 3_600_000 };
  const cluster = createCluster(access, processPorts(fetch));
  const keyFile = path.join(folder, "archive.key");
  if (!existsSync(keyFile)) createKeyFile(keyFile);
  return openOrMakeArchive(cluster, "bench", await readArchiveKey(readFileSync(keyFile, "utf8")));
}

/** Measures each size, except those whose figures an interrupted run has left in the folder. */
async function grown(
  dataFolder: string,
  archive: Archive,
  sizes: readonly number[],
  folder: string,
): Promise<readonly BenchRow[]> {
  const paraphrases = hardParaphrases(dataFolder);
  const pages = pagesOf(dataFolder, passagesOfPage).slice(0, countedPages);
  const articles = new NewsArticles(dataFolder, paraphrases);
  const rows: BenchRow[] = [];
  let smallest: ArchiveFigures | null = null;
  for (const size of sizes) {
    const figures = await kept(path.join(folder, `figures-${size}.json`), async () => ({
      ...(await grow(archive, articles, size)),
      pages: await timePages(archive, pages),
      recall: await recallOf(archive, paraphrases, top),
      exact: await exactRecallOf(archive, paraphrases, top),
      bytes: await mergedBytes(archive),
    }));
    rows.push(...rowsOf(figures, smallest));
    smallest ??= figures;
  }
  return rows;
}

async function kept(file: string, measure: () => Promise<ArchiveFigures>): Promise<ArchiveFigures> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const figures = await measure();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(figures));
  return figures;
}
