import {
  createRetriever,
  type RetrievedHit,
  type SearchablePassage,
} from "../../engine/match/retrieval/retriever.ts";
import { openLibrary } from "../corpus/openLibrary.ts";
import { InputError } from "../inputError.ts";
import { inGroups } from "../print/inGroups.ts";
import type { Output } from "../print/output.ts";
import { createProgress } from "../print/progress.ts";
import type { ProgramParts } from "../programParts.ts";
import { createLinePrinter, readJsonLines } from "../read/jsonLines.ts";
import { type MeaningOptions, withEncoder } from "./meaning.ts";
import { createMeaningRetriever } from "./meaningRetriever.ts";
import {
  isFileOfTexts,
  passagesOfLibrary,
  passagesOfTexts,
  readText,
} from "./searchablePassages.ts";

/** The options of `retrieve`, validated. */
export interface RetrieveCommandOptions extends MeaningOptions {
  readonly corpus: readonly string[];
  readonly queries: string;
  /** The most articles for a query. */
  readonly top: number;
}

/**
 * Prints one line for each query in a JSON Lines file, with the closest articles of the corpus. A
 * line that cannot be used is reported on standard error and has no result. Returns the exit code;
 * throws InputError if corpus or queries cannot be used.
 */
export async function retrieveCommand(
  { corpus, queries, top, ...options }: RetrieveCommandOptions,
  parts: ProgramParts,
  output: Output,
): Promise<number> {
  let problems = 0;
  const problem = (line: string) => {
    problems++;
    output.problem(line);
  };
  const passages = [...soughtPassages(corpus, parts, problem, output)];
  if (passages.length === 0) throw new InputError(`${corpus.join(", ")}: has no texts`);
  const sought = readJsonLines(queries, readText, problem);
  await withEncoder(options, parts.loadEncoder, output, async (encoder) => {
    const printer = createLinePrinter(output);
    const print = (id: string, hits: readonly RetrievedHit[]) =>
      printer.print({ schema: 1, id, hits });
    if (encoder === null) {
      const retriever = createRetriever(passages);
      for (const { id, text } of sought) print(id, retriever.find(text, top));
    } else {
      const retriever = createMeaningRetriever(passages, encoder);
      for (const some of inGroups(sought, queriesAtOnce)) {
        const found = await retriever.find(
          some.map(({ text }) => text),
          top,
        );
        some.forEach(({ id }, at) => {
          print(id, found[at]!);
        });
      }
    }
    printer.end();
  });
  return problems === 0 ? 0 : 1;
}

/** The number of queries whose candidates are encoded together. */
const queriesAtOnce = 32;

function* soughtPassages(
  corpora: readonly string[],
  parts: ProgramParts,
  problem: (line: string) => void,
  output: Output,
): Generator<SearchablePassage> {
  const ofTexts = corpora.filter(isFileOfTexts);
  const others = corpora.filter((place) => !ofTexts.includes(place));
  for (const file of ofTexts) yield* passagesOfTexts(file, problem);
  if (others.length === 0 && ofTexts.length > 0) return;
  const progress = createProgress("reading the corpus", process.stderr);
  const opened = openLibrary({ corpus: others, wordsOnly: true }, parts, progress);
  opened.notes.forEach(output.problem);
  opened.problems.forEach(problem);
  yield* passagesOfLibrary(opened.library);
}
