import { createRetriever, type SoughtPassage } from "../engine/match/retrieval/retriever.ts";
import { InputError } from "./inputError.ts";
import { createLinePrinter, readJsonLines } from "./jsonLines.ts";
import { openLibrary } from "./openLibrary.ts";
import type { Output } from "./output.ts";
import { createProgress } from "./progress.ts";
import { isFileOfTexts, passagesOfLibrary, passagesOfTexts, readText } from "./soughtPassages.ts";

/** The options of `retrieve`, validated. */
export interface RetrieveCommandOptions {
  readonly corpus: readonly string[];
  readonly queries: string;
  /** How many articles a query is given at most. */
  readonly top: number;
}

/**
 * For each query of a JSON Lines file a line with the articles of the corpus that are closest to
 * it. A line that cannot be used is named on standard error and has no line. Returns the exit
 * code; throws InputError if corpus or queries cannot be used.
 */
export function retrieveCommand(
  { corpus, queries, top }: RetrieveCommandOptions,
  bundledFolder: string,
  output: Output,
): number {
  let problems = 0;
  const problem = (line: string) => {
    problems++;
    output.problem(line);
  };
  const retriever = createRetriever(soughtPassages(corpus, bundledFolder, problem, output));
  if (retriever.passageCount === 0) throw new InputError(`${corpus.join(", ")}: holds no texts`);
  const printer = createLinePrinter(output);
  for (const { id, text } of readJsonLines(queries, readText, problem)) {
    printer.print({ schema: 1, id, hits: retriever.find(text, top) });
  }
  printer.end();
  return problems === 0 ? 0 : 1;
}

function* soughtPassages(
  corpora: readonly string[],
  bundledFolder: string,
  problem: (line: string) => void,
  output: Output,
): Generator<SoughtPassage> {
  const ofTexts = corpora.filter(isFileOfTexts);
  const others = corpora.filter((place) => !ofTexts.includes(place));
  for (const file of ofTexts) yield* passagesOfTexts(file, problem);
  if (others.length === 0 && ofTexts.length > 0) return;
  const progress = createProgress("reading the corpus", process.stderr);
  const opened = openLibrary(others, bundledFolder, progress);
  opened.notes.forEach(output.problem);
  opened.problems.forEach(problem);
  yield* passagesOfLibrary(opened.library);
}
