import fc from "fast-check";
import { englishReason } from "../../src/cli/print/english.ts";
import { itemOfPdf } from "../../src/ingest/formats/pdfItem.ts";
import { paragraphsOfPages } from "../../src/ingest/pdf/paragraphs.ts";
import { hostileText } from "../support/hostileText.ts";
import { problemsOf } from "../support/readingChecks.ts";
import { fileKinds, readMutantsOfKind } from "./fileMutants.ts";
import type { MutantFigures } from "./mutate.ts";
import { readPackMutants } from "./packMutants.ts";
import { readSegmentMutants } from "./segmentMutants.ts";

/** A reader of what others wrote, and how it is given made-up cases. */
export interface FuzzedReader {
  readonly name: string;
  /** The same cases for the same seed. */
  read(cases: number, seed: number): MutantFigures;
}

/** All of them: generated texts, and mutants of each kind of file. */
export const fuzzedReaders: readonly FuzzedReader[] = [
  { name: "text", read: readTexts },
  { name: "segment", read: readSegmentMutants },
  { name: "pack", read: readPackMutants },
  { name: "pdfLines", read: readPdfLines },
  ...fileKinds.map((name) => ({
    name,
    read: (cases: number, seed: number) => readMutantsOfKind(name, cases, seed),
  })),
];

/** Hostile lines at any place of a page: an article, or the word that there is none. */
function readPdfLines(cases: number, seed: number): MutantFigures {
  const place = fc.oneof(fc.integer({ min: 0, max: 800 }), fc.double({ noNaN: true }));
  const line = fc.record({
    text: hostileText,
    left: place,
    right: place,
    baseline: place,
    size: place,
  });
  const pages = fc.array(fc.array(line, { maxLength: 40 }), { maxLength: 4 });
  let refused = 0;
  const faults = fc.sample(pages, { numRuns: cases, seed }).flatMap((its, at) => {
    const pdf = { title: "", author: "", paragraphs: paragraphsOfPages(its) };
    const item = itemOfPdf("a.pdf", { kind: "read", pdf }, {});
    if (item.kind === "refused") refused++;
    const isFault = item.kind === "refused" && item.reason.key === "refusedFault";
    return isFault ? [`pdfLines ${at} of seed ${seed}: ${englishReason(item.reason)}`] : [];
  });
  return { read: cases - refused, refused: refused - faults.length, faults };
}

/** No step may throw, and every span must lie in its text. */
function readTexts(cases: number, seed: number): MutantFigures {
  const texts = fc.sample(fc.tuple(hostileText, hostileText), { numRuns: cases, seed });
  const faults = texts.flatMap(([title, body], at) => {
    const problem = problemIn(title, body);
    return problem === null ? [] : [`text ${at} of seed ${seed}: ${problem}`];
  });
  return { read: cases - faults.length, refused: 0, faults };
}

/** What went wrong with a text, beginning with the text itself; null if nothing did. */
export function problemIn(title: string, body: string): string | null {
  try {
    const problems = problemsOf(title, body);
    return problems.length === 0 ? null : `${shown(title, body)}: ${problems.join("; ")}`;
  } catch (error) {
    return `${shown(title, body)}: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

function shown(title: string, body: string): string {
  return JSON.stringify([title.slice(0, 200), body.slice(0, 400)]);
}
