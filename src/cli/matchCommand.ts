import { readArticle } from "../engine/extract/readArticle.ts";
import { matchPage } from "../engine/match/matcher.ts";
import type { KnownOfArticle } from "../ingest/knownOfArticle.ts";
import { matchText } from "./matchText.ts";
import { openLibrary } from "./openLibrary.ts";
import type { Output } from "./output.ts";
import { createProgress } from "./progress.ts";
import { readDocument } from "./readDocument.ts";
import { nameOf, readInput } from "./readInput.ts";

/** The options of `match`, validated. */
export interface MatchCommandOptions {
  readonly corpus: readonly string[];
  readonly url?: string;
  /** ISO day on which the page was published. */
  readonly date?: string;
  readonly minScore?: number;
  readonly format: "text" | "json";
}

/** Matches one page. Returns the exit code; throws InputError if page or corpora cannot be used. */
export function matchCommand(
  file: string,
  options: MatchCommandOptions,
  bundledFolder: string,
  output: Output,
): number {
  const article = readDocument(readInput(file), nameOf(file), knownOf(options));
  const progress = createProgress("reading the corpus", process.stderr);
  const { library, problems, notes } = openLibrary(options.corpus, bundledFolder, progress);
  for (const line of [...notes, ...problems]) output.problem(line);
  const { minScore } = options;
  const report = matchPage(
    readArticle(article),
    library,
    minScore === undefined ? {} : { minScore },
  );
  output.out(
    options.format === "json"
      ? `${JSON.stringify(report, null, 2)}\n`
      : matchText(report, output.width),
  );
  return problems.length === 0 ? 0 : 1;
}

function knownOf({ url, date }: MatchCommandOptions): KnownOfArticle {
  return {
    ...(url === undefined ? {} : { urls: [url] }),
    ...(date === undefined
      ? {}
      : { published: { value: date, precision: "day", basis: "stated" } as const }),
  };
}
