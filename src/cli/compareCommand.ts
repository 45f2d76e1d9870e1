import { readStatement } from "../engine/extract/readStatement.ts";
import { comparePair } from "../engine/match/similarity/comparePair.ts";
import { parsePublicationDate } from "../ingest/metadata/publicationDate.ts";
import { InputError } from "./inputError.ts";
import { createLinePrinter, type LineReader, readJsonLines, textIn } from "./jsonLines.ts";
import type { Output } from "./output.ts";

interface PairLine {
  readonly a: string;
  readonly b: string;
  /** ISO days from which each one's relative dates count. */
  readonly aDate: string | null;
  readonly bDate: string | null;
}

/**
 * For each pair of a JSON Lines file a line with how alike the two are. A line that cannot be used
 * is named on standard error and has no line. Returns the exit code; throws InputError.
 */
export function compareCommand(file: string, output: Output): number {
  let problems = 0;
  const printer = createLinePrinter(output);
  const pairs = readJsonLines(file, readPair, (line) => {
    problems++;
    output.problem(line);
  });
  for (const { a, b, aDate, bDate } of pairs) {
    const { differences, ...verdict } = comparePair(
      readStatement(a, aDate),
      readStatement(b, bDate),
    );
    printer.print({
      schema: 1,
      ...verdict,
      differences: differences.map(({ kind, page, corpus }) => ({ kind, a: page, b: corpus })),
    });
  }
  printer.end();
  return problems === 0 ? 0 : 1;
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
