import type { Difference, DifferenceKind } from "../model/index.ts";
import { isStopword } from "../text/stems.ts";
import { areCompatible, type Pair } from "./pairing.ts";
import type { PreparedPassage, Unit } from "./preparedPassage.ts";
import type { WordAlignment } from "./wordAlignment.ts";

/** A card shows a few; a passage in wholly other words would give one for each of them. */
const mostDifferences = 12;

/**
 * What is not the same, in the page's order. Between two words that both passages share, what
 * stands on the one side answers what stands on the other: a number a number, a date a date.
 */
export function differencesOf(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
  alignment: WordAlignment,
): readonly Difference[] {
  const pagePaired = new Set(pairs.map((pair) => pair.page));
  const corpusPaired = new Set(pairs.map((pair) => pair.corpus));
  const differences: Difference[] = [];
  for (const gap of gapsOf(page, corpus, alignment)) {
    if (differences.length >= mostDifferences) break;
    const typed = typedDifferences(
      unitsIn(page, gap.page).filter((unit) => !pagePaired.has(page.units.indexOf(unit))),
      unitsIn(corpus, gap.corpus).filter((unit) => !corpusPaired.has(corpus.units.indexOf(unit))),
      page,
      corpus,
    );
    if (typed.length > 0) differences.push(...typed);
    else differences.push(...untypedDifference(page, corpus, gap));
  }
  return differences.slice(0, mostDifferences);
}

/** Places of words, half-open. */
interface WordRange {
  readonly from: number;
  readonly to: number;
}

interface Gap {
  readonly page: WordRange;
  readonly corpus: WordRange;
}

function gapsOf(
  page: PreparedPassage,
  corpus: PreparedPassage,
  alignment: WordAlignment,
): readonly Gap[] {
  const gaps: Gap[] = [];
  let pageFrom = 0;
  let corpusFrom = 0;
  const close = (pageTo: number, corpusTo: number) => {
    if (pageTo > pageFrom || corpusTo > corpusFrom) {
      gaps.push({
        page: { from: pageFrom, to: pageTo },
        corpus: { from: corpusFrom, to: corpusTo },
      });
    }
  };
  for (const [i, j] of anchors(page, alignment)) {
    close(i, j);
    pageFrom = i + 1;
    corpusFrom = j + 1;
  }
  close(page.words.length, corpus.words.length);
  return gaps;
}

/** Aligned words; a function word that stands alone between two gaps holds nothing together. */
function anchors(page: PreparedPassage, { page: a, corpus: b }: WordAlignment) {
  return a.flatMap((place, i): (readonly [number, number])[] => {
    const joinsBefore = i > 0 && a[i - 1] === place - 1 && b[i - 1] === b[i]! - 1;
    const joinsAfter = a[i + 1] === place + 1 && b[i + 1] === b[i]! + 1;
    const holds = joinsBefore || joinsAfter || !isStopword(page.words[place]!.folded);
    return holds ? [[place, b[i]!]] : [];
  });
}

function unitsIn(passage: PreparedPassage, { from, to }: WordRange): readonly Unit[] {
  if (from >= to) return [];
  const { start } = passage.words[from]!;
  const { end } = passage.words[to - 1]!;
  return passage.units.filter((unit) => unit.start >= start && unit.end <= end);
}

function typedDifferences(
  pageUnits: readonly Unit[],
  corpusUnits: readonly Unit[],
  page: PreparedPassage,
  corpus: PreparedPassage,
): readonly Difference[] {
  const free = [...corpusUnits];
  return pageUnits.flatMap((unit): Difference[] => {
    const kind = kindOf(unit);
    if (kind === null) return [];
    const at = free.findIndex((other) => kindOf(other) === kind && !areCompatible(unit, other));
    if (at < 0) return [];
    const other = free.splice(at, 1)[0]!;
    return [{ kind, page: textOf(page, unit), corpus: textOf(corpus, other) }];
  });
}

/** The kind of difference that a unit can make; null for plain words and dates without a value. */
function kindOf(unit: Unit): DifferenceKind | null {
  if (unit.date) return unit.date.value === null ? null : "date";
  if (unit.kind === "number") return "number";
  if (unit.name) return unit.name.kind === "place" ? "place" : "actor";
  return null;
}

function textOf(passage: PreparedPassage, { start, end }: { start: number; end: number }): string {
  return passage.text.slice(start, end);
}

function untypedDifference(page: PreparedPassage, corpus: PreparedPassage, gap: Gap): Difference[] {
  const pageNegates = negates(page, gap.page);
  const corpusNegates = negates(corpus, gap.corpus);
  const texts = { page: rangeText(page, gap.page), corpus: rangeText(corpus, gap.corpus) };
  if (pageNegates !== corpusNegates) return [{ kind: "negation", ...texts }];
  const saysNothing = isFunctional(page, gap.page) && isFunctional(corpus, gap.corpus);
  return saysNothing ? [] : [{ kind: "wording", ...texts }];
}

function negates(passage: PreparedPassage, { from, to }: WordRange): boolean {
  return passage.negations.some((place) => place >= from && place < to);
}

function isFunctional(passage: PreparedPassage, { from, to }: WordRange): boolean {
  for (let at = from; at < to; at++) if (!isStopword(passage.words[at]!.folded)) return false;
  return true;
}

function rangeText(passage: PreparedPassage, { from, to }: WordRange): string {
  if (from >= to) return "";
  return passage.text.slice(passage.words[from]!.start, passage.words[to - 1]!.end);
}
