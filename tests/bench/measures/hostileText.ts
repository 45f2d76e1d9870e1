import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { normalise } from "../../../src/engine/text/normalise.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";
import { fastestOf } from "../timing.ts";

/** Twice the text may take this many times as long: linear, with room for the collector's moods. */
const mostTimes = 2.5;
const halfLength = 250_000;

/** Texts made to find quadratic time: each piece is repeated to 250,000 and to 500,000 code units. */
export const hostileText: BenchMeasure = {
  name: "twice the text, hostile (time ratio, lower is better)",
  needs: [],
  async run() {
    return pieces.map(([what, piece]) => ratioOf(what, piece));
  },
};

const pieces: readonly (readonly [string, string])[] = [
  ["plain news", "Lavrov said on Friday that the talks with Turkey had gone well. "],
  ["one word of a megabyte", "a"],
  ["only spaces", " "],
  ["only full stops", "."],
  ["spaced full stops", ". "],
  ["opening quotation marks", "“"],
  ["straight marks", '"'],
  ["spaced straight marks", ' " '],
  ["single marks", " 'a"],
  ["doubled single marks", " ''a"],
  ["closing marks after stops", ".”"],
  ["note numbers", ".[1]"],
  ["capitals", "Russia "],
  ["names with particles", "Ali al-"],
  ["cues without sources", "said "],
  ["cues with names, one sentence", "Putin said and "],
  ["commas and cues", ", saying"],
  ["quotes and cues", "“a,” he said. "],
  ["quotes over paragraphs", "“a.\n\n"],
  ["blank lines", "\n\n"],
  ["line ends", "\n "],
  ["numbers", "twenty-two hundred "],
  ["dates", "July 14 and "],
  ["brackets", "Smith (R) (R) "],
  ["hyphens", "a-"],
  ["combining marks", "\u0301"],
  ["lone surrogates", "\ud800"],
];

function ratioOf(what: string, piece: string): BenchRow {
  const half = piece.repeat(Math.ceil(halfLength / piece.length));
  read(half.slice(0, 20_000));
  const once = fastestOf(3, () => read(half));
  const twice = fastestOf(3, () => read(half + half));
  const ratio = twice / once;
  // Below 20 ms the clock and the collector say more than the text.
  const isMet = ratio <= mostTimes || twice < 20;
  return {
    what: `${what} (${twice.toFixed(0)} ms)`,
    figure: `${ratio.toFixed(2)} ×`,
    goal: `≤ ${mostTimes} ×`,
    isMet,
  };
}

function read(body: string): void {
  normalise(body);
  readArticle(plainArticle("bench", "", body, "2018-01-01"));
}
