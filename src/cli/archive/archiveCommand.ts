import { archiveStatus } from "../../archive/push/archiveStatus.ts";
import { type PushCounts, pushArticles } from "../../archive/push/pushArticles.ts";
import { removeArticles } from "../../archive/push/removeArticles.ts";
import { mergeAway } from "../../archive/push/settle.ts";
import {
  countArchive,
  verifyArticles,
  type WrongArticle,
} from "../../archive/push/verifyArticles.ts";
import { type Archive, openArchive, openOrMakeArchive } from "../../archive/stored/archive.ts";
import type { Article } from "../../engine/model/index.ts";
import { line } from "../../ingest/safeArticle.ts";
import { corpusItems, refusalLine } from "../corpus/corpusItems.ts";
import { createOmissionLines } from "../print/omissionLines.ts";
import type { Output } from "../print/output.ts";
import { createProgress } from "../print/progress.ts";
import type { ReadPdf } from "../read/pdfProcess.ts";
import {
  type ArchiveOptions,
  archiveAccess,
  asInputError,
  pushingTimeouts,
} from "./openArchive.ts";

/** The options of commands that change an archive. */
export interface ChangeOptions extends ArchiveOptions {
  /** False: replaced and deleted data are left for the cluster to merge away. */
  readonly wait?: boolean;
}

/** The options of `archive push`. */
export interface PushOptions extends ChangeOptions {
  /** The number of shards of a new archive. */
  readonly shards?: number;
}

/** Stores all articles of the inputs. Returns the exit code; rejects with InputError. */
export async function pushCommand(
  inputs: readonly string[],
  options: PushOptions,
  readPdf: ReadPdf,
  output: Output,
): Promise<number> {
  const archive = await opened(options, (cluster, name, key) =>
    openOrMakeArchive(cluster, name, key, options.shards),
  );
  const refused = { count: 0 };
  const report = createReporter(output);
  const counts = await answered(
    options,
    pushArticles(archive, articlesIn(inputs, readPdf, refused, output), (now) =>
      report(`${stored(now)} articles pushed, ${now.unchanged} as they were`),
    ),
  );
  await settle(archive, options, output);
  print(output, { ...counts, refused: refused.count });
  return refused.count === 0 ? 0 : 1;
}

const stored = ({ added, changed }: Readonly<PushCounts>) => added + changed;

/** Terms of replaced articles are counted until the cluster has merged them away. */
async function settle(archive: Archive, options: ChangeOptions, output: Output): Promise<void> {
  if (options.wait === false) return;
  const left = await answered(options, mergeAway(archive));
  if (left > 0) {
    output.problem(
      `${left} replaced passages are still counted by the cluster; until it has merged them away, scores may be off by some hundredths`,
    );
  }
}

/** Deletes the articles of the inputs. */
export async function deleteCommand(
  inputs: readonly string[],
  options: ChangeOptions,
  readPdf: ReadPdf,
  output: Output,
): Promise<number> {
  const archive = await opened(options, openArchive);
  const refused = { count: 0 };
  const report = createReporter(output);
  const articles = articlesIn(inputs, readPdf, refused, output);
  const counts = await answered(
    options,
    removeArticles(archive, articles, ({ removed }) => report(`${removed} articles deleted`)),
  );
  await settle(archive, options, output);
  print(output, { ...counts, refused: refused.count });
  return refused.count === 0 ? 0 : 1;
}

/** Prints the state of the archive and its cluster. */
export async function statusCommand(options: ArchiveOptions, output: Output): Promise<number> {
  const archive = await opened(options, openArchive);
  print(output, await answered(options, archiveStatus(archive)));
  return 0;
}

const faults: Readonly<Record<WrongArticle["fault"], string>> = {
  missing: "is not in the archive",
  unfinished: "is half pushed or half deleted",
  other: "is in the archive with another text",
  damaged: "does not open",
  passagesMissing: "lacks passages in the archive",
};

/** Checks that the archive is whole, and that it has the articles of the inputs as they are. */
export async function verifyCommand(
  inputs: readonly string[],
  options: ArchiveOptions,
  readPdf: ReadPdf,
  output: Output,
): Promise<number> {
  const archive = await opened(options, openArchive);
  const refused = { count: 0 };
  let checked = 0;
  let wrong = 0;
  const report = createReporter(output);
  const check = async () => {
    for await (const group of verifyArticles(
      archive,
      articlesIn(inputs, readPdf, refused, output),
    )) {
      checked += group.checked;
      wrong += group.wrong.length;
      for (const { article, fault } of group.wrong) {
        output.problem(`${article.id} (${line(article.title)}): ${faults[fault]}; push it again`);
      }
      report(`${checked} articles checked`);
    }
  };
  await answered(options, check());
  const counts = await answered(options, countArchive(archive));
  if (counts.unfinished > 0) {
    output.problem(
      `${counts.unfinished} articles were pushed or deleted only in part; repeat the command`,
    );
  }
  if (counts.unfinished === 0 && counts.passages !== counts.passagesStated) {
    output.problem(
      `the archive has ${counts.passages} passages, but its articles should have ${counts.passagesStated}; push everything again under another name`,
    );
  }
  print(output, { ...counts, checked, wrong, refused: refused.count });
  const isWhole = counts.unfinished === 0 && counts.passages === counts.passagesStated;
  return isWhole && wrong === 0 && refused.count === 0 ? 0 : 1;
}

async function opened(
  options: ArchiveOptions,
  open: (...args: Parameters<typeof openArchive>) => Promise<Archive>,
): Promise<Archive> {
  const { cluster, name, key } = await archiveAccess(options, pushingTimeouts);
  return answered(options, open(cluster, name, key));
}

function answered<T>({ archive }: ArchiveOptions, answer: Promise<T>): Promise<T> {
  return asInputError(archive.join(", "), answer);
}

/** Yields the articles of the inputs; names unusable ones on standard error and counts them. */
function* articlesIn(
  inputs: readonly string[],
  readPdf: ReadPdf,
  refused: { count: number },
  output: Output,
): Generator<Article> {
  const omissions = createOmissionLines(output.problem);
  for (const item of corpusItems(inputs, createProgress("reading", process.stderr), readPdf)) {
    if (item.kind === "article") {
      omissions.take(item);
      yield item.article;
      continue;
    }
    refused.count++;
    output.problem(refusalLine(item));
  }
  omissions.end();
}

const reportEveryMs = 10_000;

/** Returns a function that prints the progress of a long job, at most once in `reportEveryMs`. */
function createReporter(output: Output): (text: string) => void {
  let toldAt = performance.now();
  return (text) => {
    if (performance.now() - toldAt < reportEveryMs) return;
    toldAt = performance.now();
    output.problem(text);
  };
}

function print(output: Output, summary: object): void {
  output.out(`${JSON.stringify({ schema: 1, ...summary }, null, 2)}\n`);
}
