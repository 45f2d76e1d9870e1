import { webAnnotations } from "../engine/export/webAnnotations.ts";
import { readArticle } from "../engine/extract/readArticle.ts";
import { partReport } from "../engine/match/doubtful.ts";
import { matchPage } from "../engine/match/matcher.ts";
import {
  type Article,
  leastDoubtful,
  type MatchReport,
  usualLeastScore,
} from "../engine/model/index.ts";
import type { KnownOfArticle } from "../ingest/knownOfArticle.ts";
import { InputError } from "./inputError.ts";
import { meaningOf } from "./libraryMeaning.ts";
import { matchText } from "./matchText.ts";
import { type MeaningOptions, withEncoder } from "./meaning.ts";
import { openLibrary } from "./openLibrary.ts";
import type { Output } from "./output.ts";
import type { ProgramParts } from "./programParts.ts";
import { createProgress } from "./progress.ts";
import { readDocument } from "./readDocument.ts";
import { nameOf, readInput } from "./readInput.ts";

/** The options of `match`, validated. */
export interface MatchCommandOptions extends MeaningOptions {
  readonly corpus: readonly string[];
  readonly url?: string;
  /** ISO day on which the page was published. */
  readonly date?: string;
  readonly minScore?: number;
  readonly format: "text" | "json" | "w3c";
}

/** Matches one page. Returns the exit code; throws InputError if page or corpora cannot be used. */
export async function matchCommand(
  file: string,
  options: MatchCommandOptions,
  { bundledFolder, loadEncoder }: ProgramParts,
  output: Output,
): Promise<number> {
  const article = readDocument(readInput(file), nameOf(file), knownOf(options));
  if (options.format === "w3c" && article.urls.length === 0) {
    throw new InputError(
      `${nameOf(file)}: an annotation needs the page's address; give it with --url`,
    );
  }
  const progress = createProgress("reading the corpus", process.stderr);
  const { library, problems, notes } = openLibrary(options.corpus, bundledFolder, progress);
  for (const line of [...notes, ...problems]) output.problem(line);
  const reading = readArticle(article);
  const vectorsFolder = options.corpus.length === 0 ? bundledFolder : null;
  const meaning = await withEncoder(options, loadEncoder, output, async (encoder) =>
    encoder === null ? null : meaningOf(reading, library, vectorsFolder, encoder, output),
  );
  const { minScore = usualLeastScore } = options;
  const all = matchPage(reading, library, {
    minScore: Math.min(minScore, leastDoubtful),
    ...(meaning === null ? {} : { meaning }),
  });
  const report = partReport(all, (_, { score }) => (score >= minScore ? "shown" : "doubtful"));
  output.out(printed(report, article, options.format, output.width));
  return problems.length === 0 ? 0 : 1;
}

function printed(
  report: MatchReport,
  article: Article,
  format: MatchCommandOptions["format"],
  width: number,
): string {
  if (format === "text") return matchText(report, width);
  if (format === "json") {
    const { doubtful: _, ...shown } = report;
    return `${JSON.stringify(shown, null, 2)}\n`;
  }
  const { title, body, urls } = article;
  const annotations = webAnnotations(report, { url: urls[0] ?? "", title, body });
  return `${JSON.stringify(annotations, null, 2)}\n`;
}

function knownOf({ url, date }: MatchCommandOptions): KnownOfArticle {
  return {
    ...(url === undefined ? {} : { urls: [url] }),
    ...(date === undefined
      ? {}
      : { published: { value: date, precision: "day", basis: "stated" } as const }),
  };
}
