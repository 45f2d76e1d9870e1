import type { AnsweredParts } from "../../archive/cluster/missingParts.ts";
import { readArticle } from "../../engine/extract/readArticle.ts";
import { splitReport } from "../../engine/match/doubtful.ts";
import { matchPage } from "../../engine/match/matcher.ts";
import {
  type Article,
  type ArticleReading,
  defaultLeastScore,
  leastDoubtful,
  type MatchReport,
} from "../../engine/model/index.ts";
import { openArchiveMatcher } from "../archive/archiveMatching.ts";
import { openLibrary } from "../corpus/openLibrary.ts";
import { InputError } from "../inputError.ts";
import type { Output } from "../print/output.ts";
import { createProgress } from "../print/progress.ts";
import type { ProgramParts } from "../programParts.ts";
import { pageFiles } from "../read/pageFiles.ts";
import type { ReadPdf } from "../read/pdfProcess.ts";
import { knownOf, readDocument } from "../read/readDocument.ts";
import { nameOf } from "../read/readInput.ts";
import { libraryMeaning, meaningOf } from "./libraryMeaning.ts";
import { matchInJobs } from "./matchJobs.ts";
import type { MatchCommandOptions } from "./matchOptions.ts";
import { createMatchPrinter, formatsWithText } from "./matchPrinter.ts";
import { withEncoder } from "./meaning.ts";

/**
 * Matches pages, one after the other or several at a time. Those that cannot be used are named on
 * standard error, and the others are still matched. Resolves with the exit code; rejects with
 * InputError if no page or no corpus can be used.
 */
export async function matchCommand(
  inputs: readonly string[],
  options: MatchCommandOptions,
  parts: ProgramParts,
  output: Output,
): Promise<number> {
  const files = pageFiles(inputs);
  if (files.length > 1 && (options.url !== undefined || options.date !== undefined)) {
    throw new InputError(`--url and --date are for one page, but ${files.length} are named`);
  }
  const { jobs = 1, format, archive } = options;
  if (archive === undefined && options.key !== undefined) {
    throw new InputError("--key needs --archive, the archive's address");
  }
  // The other processes would have to send the page's own text, where that is needed.
  const isShared =
    jobs > 1 &&
    files.length > 1 &&
    !formatsWithText.includes(format) &&
    archive === undefined &&
    parts.programFile !== null;
  const failures = isShared
    ? await matchInJobs(files, options, parts, output)
    : await matchInTurn(files, options, parts, output);
  return failures === 0 ? 0 : 1;
}

/** Returns a page's report, including all doubtful matches. */
type Match = (reading: ArticleReading, minScore: number) => Promise<MatchReport>;

/** Resolves with how many pages and items of the corpus could not be used. */
async function matchInTurn(
  files: readonly string[],
  options: MatchCommandOptions,
  parts: ProgramParts,
  output: Output,
): Promise<number> {
  // A single page that cannot be read ends it before a corpus is read for it.
  const only = files.length === 1 ? articleOf(files[0]!, options, parts.readPdf) : null;
  const articles = (file: string) => only ?? articleOf(file, options, parts.readPdf);
  if (options.archive !== undefined) return matchInArchive(files, articles, options, output);
  const opened = openLibrary(options, parts, createProgress("reading the corpus", process.stderr));
  for (const line of [...opened.notes, ...opened.problems]) output.problem(line);
  const failures = await withEncoder(options, parts.loadEncoder, output, async (encoder) => {
    const index = encoder === null ? null : await libraryMeaning(opened, encoder, output);
    return matchFiles(files, articles, options, output, async (reading, minScore) => {
      const meaning =
        encoder === null || index === null ? null : await meaningOf(reading, index, encoder);
      return matchPage(reading, opened.library, {
        minScore,
        ...(meaning === null ? {} : { meaning }),
      });
    });
  });
  return opened.problems.length + failures;
}

const unfinishedNote =
  "articles that were pushed or deleted only in part were left out; if no push is running, push or delete them again";

const partsNote = ({ answered, of }: AnsweredParts) =>
  `only ${answered} of ${of} parts of the archive answered; matches from the others are missing`;

async function matchInArchive(
  files: readonly string[],
  articleIn: (file: string) => Article,
  options: MatchCommandOptions,
  output: Output,
): Promise<number> {
  const matcher = await openArchiveMatcher(options);
  let isUnfinished = false;
  let missing: AnsweredParts | null = null;
  const failures = await matchFiles(files, articleIn, options, output, async (reading, least) => {
    const { report, unfinished, answered } = await matcher.match(reading, { minScore: least });
    isUnfinished ||= unfinished > 0;
    missing = answered ?? missing;
    return report;
  });
  if (isUnfinished) output.problem(unfinishedNote);
  if (missing === null) return failures;
  output.problem(partsNote(missing));
  return failures + 1;
}

/** Matches and prints pages. Resolves with how many could not be used. */
async function matchFiles(
  files: readonly string[],
  articleIn: (file: string) => Article,
  { format, minScore = defaultLeastScore }: MatchCommandOptions,
  output: Output,
  match: Match,
): Promise<number> {
  const printer = createMatchPrinter(format, files.length > 1, output);
  const progress = createProgress("matching", process.stderr);
  let failures = 0;
  progress.start(files.length);
  for (const file of files) {
    try {
      const article = articleIn(file);
      const all = await match(readArticle(article), Math.min(minScore, leastDoubtful));
      const report = splitReport(all, (_, { score }) => (score >= minScore ? "shown" : "doubtful"));
      printer.put({ file: nameOf(file), report, article });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failures++;
      output.problem(error.message);
    }
    progress.step();
  }
  progress.stop();
  printer.end();
  return failures;
}

function articleOf(file: string, options: MatchCommandOptions, readPdf: ReadPdf): Article {
  const article = readDocument(file, knownOf(options), readPdf);
  if (options.format === "w3c" && article.urls.length === 0) {
    throw new InputError(
      `${nameOf(file)}: an annotation needs the page's address; give it with --url`,
    );
  }
  return article;
}
