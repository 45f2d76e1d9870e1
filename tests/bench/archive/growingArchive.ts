import { pushArticles } from "../../../src/archive/push/pushArticles.ts";
import { mergeAway } from "../../../src/archive/push/settle.ts";
import { countArchive } from "../../../src/archive/push/verifyArticles.ts";
import type { Archive } from "../../../src/archive/stored/archive.ts";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Article } from "../../../src/engine/model/index.ts";
import { processorMsSince } from "../timing.ts";
import type { NewsArticles } from "./newsArticles.ts";

/** The passages that are pushed as a newsroom's are, to time it. */
const timedPassages = 20_000;
/** The articles that an interrupted push may have left unfinished: it stores 64 at a time. */
const uncertainArticles = 200;

/** What pushing costs. */
export interface PushFigures {
  /** All that the archive has now. */
  readonly passages: number;
  readonly pushedASecond: number;
  /** Our own processor time, in milliseconds a thousand passages. */
  readonly pushingMs: number;
}

/**
 * Fills an archive up to so many passages, and times the last ones. The others are pushed as
 * docs/archive.md advises for millions, without a second copy, and texts of redrawn words are not
 * read. An archive that has some of the articles is filled up.
 */
export async function grow(
  archive: Archive,
  articles: NewsArticles,
  passages: number,
): Promise<PushFigures> {
  const before = await countArchive(archive);
  let next = Math.max(0, before.articles + before.unfinished - uncertainArticles);
  let soFar = before.passages;
  const toldEvery = Math.max(50_000, passages / 20);
  let toldAt = soFar;
  function* until(end: number): Generator<Article> {
    while (soFar < end) yield articles.at(next++);
  }
  const push = async (end: number, read: (article: Article) => ReturnType<typeof readArticle>) => {
    const first = soFar;
    await pushArticles(
      archive,
      until(end),
      (now) => {
        soFar = first + now.passages;
        if (soFar < toldAt + toldEvery) return;
        console.log(`  … ${soFar} passages`);
        toldAt = soFar;
      },
      read,
    );
    return soFar - first;
  };
  await setCopies(archive, 0);
  await push(passages - timedPassages, (article) => articles.read(article));
  await setCopies(archive, 1);
  await mergeAway(archive);
  const processor = process.cpuUsage();
  const start = performance.now();
  const timed = await push(soFar + timedPassages, readArticle);
  const seconds = (performance.now() - start) / 1000;
  const pushingMs = (processorMsSince(processor) * 1000) / timed;
  await mergeAway(archive);
  const now = await countArchive(archive);
  return { passages: now.passages, pushedASecond: timed / seconds, pushingMs };
}

/** Sets the copies of both indices, and waits until they are there. */
async function setCopies({ cluster, indices }: Archive, copies: number): Promise<void> {
  const both = `${indices.articles},${indices.passages}`;
  const refresh = copies === 0 ? "-1" : "30s";
  await cluster.ask({
    method: "PUT",
    path: `/${both}/_settings`,
    body: { index: { number_of_replicas: copies, refresh_interval: refresh } },
  });
  await cluster.ask({
    method: "GET",
    path: `/_cluster/health/${both}?wait_for_status=green&timeout=30m`,
  });
}
