import { readStatement } from "../../engine/extract/readStatement.ts";
import { comparePair } from "../../engine/match/similarity/comparePair.ts";
import type { PairVectors } from "../../engine/match/similarity/vectorFeatures.ts";
import { parsePublicationDate } from "../../ingest/metadata/publicationDate.ts";
import { InputError } from "../inputError.ts";
import { inGroups } from "../print/inGroups.ts";
import type { Output } from "../print/output.ts";
import { createLinePrinter, type LineReader, readJsonLines, textIn } from "../read/jsonLines.ts";
import { encodeTexts, type LoadEncoder, type MeaningOptions, withEncoder } from "./meaning.ts";

interface PairLine {
  readonly a: string;
  readonly b: string;
  /** ISO days from which each one's relative dates count. */
  readonly aDate: string | null;
  readonly bDate: string | null;
}

/** The pairs encoded together: among more texts, batches of equal length need less padding. */
const pairsAtOnce = 64;

/**
 * Prints one line for each pair in a JSON Lines file, with how alike the two are. A line that
 * cannot be used is reported on standard error and has no result. Returns the exit code; throws
 * InputError.
 */
export function compareCommand(
  file: string,
  options: MeaningOptions,
  loadEncoder: LoadEncoder,
  output: Output,
): Promise<number> {
  return withEncoder(options, loadEncoder, output, async (encoder) => {
    let problems = 0;
    const printer = createLinePrinter(output);
    const pairs = readJsonLines(file, readPair, (line) => {
      problems++;
      output.problem(line);
    });
    for (const some of inGroups(pairs, pairsAtOnce)) {
      const texts = some.flatMap(({ a, b }) => [a, b]);
      const vectors = encoder && (await encodeTexts(texts, encoder.encode));
      some.forEach((pair, at) => {
        printer.print(verdictLine(pair, vectors && [vectors[2 * at]!, vectors[2 * at + 1]!]));
      });
    }
    printer.end();
    return problems === 0 ? 0 : 1;
  });
}

function verdictLine({ a, b, aDate, bDate }: PairLine, vectors: PairVectors | null): object {
  const { differences, ...verdict } = comparePair(
    readStatement(a, aDate),
    readStatement(b, bDate),
    vectors,
  );
  return {
    schema: 1,
    ...verdict,
    differences: differences.map(({ kind, page, corpus }) => ({ kind, a: page, b: corpus })),
  };
}

const readPair: LineReader<PairLine> = (value) => ({
  a: textIn(value, "a"),
  b: textIn(value, "b"),
  aDate: dayIn(value, "aDate"),
  bDate: dayIn(value, "bDate"),
});

function dayIn(object: Readonly<Record<string, unknown>>, name: string): string | null {
  if (object[name] === undefined || object[name] === null) return null;
  const text = textIn(object, name);
  const date = parsePublicationDate(text);
  if (date === null) {
    throw new InputError(`"${name}" is ${JSON.stringify(text)}; a day is written YYYY-MM-DD`);
  }
  return date.value.slice(0, 10);
}
