import type { Difference } from "../../../model/index.ts";
import { isStopword } from "../../../text/stems.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import type { SlotDifference } from "../slotSides.ts";
import type { WordAlignment } from "./wordAlignment.ts";

/**
 * The most differences listed. A card shows only a few, and two passages in different words would
 * give one for each word.
 */
const mostDifferences = 12;

/**
 * Returns the differences of two passages: first the slots with different values, then other
 * wording between two shared words, in the page's order.
 */
export function differencesOf(
  page: PreparedPassage,
  corpus: PreparedPassage,
  alignment: WordAlignment,
  slots: readonly SlotDifference[],
): readonly Difference[] {
  const differences: Difference[] = slots.map((slot) => ({
    kind: slot.kind,
    page: slot.page,
    corpus: slot.corpus,
  }));
  for (const gap of gapsOf(page, corpus, alignment)) {
    if (differences.length >= mostDifferences) break;
    const texts = { page: rangeText(page, gap.page), corpus: rangeText(corpus, gap.corpus) };
    const isSlot = slots.some((slot) => slot.page === texts.page && slot.corpus === texts.corpus);
    const saysNothing = isFunctional(page, gap.page) && isFunctional(corpus, gap.corpus);
    if (!isSlot && !saysNothing) differences.push({ kind: "wording", ...texts });
  }
  return differences;
}

/** A half-open range of word indices. */
interface WordRange {
  readonly from: number;
  readonly to: number;
}

interface Gap {
  readonly page: WordRange;
  readonly corpus: WordRange;
}

/** Returns what is between the aligned words; of neighbours, nothing. */
function gapsOf(
  page: PreparedPassage,
  corpus: PreparedPassage,
  alignment: WordAlignment,
): readonly Gap[] {
  const gaps: Gap[] = [];
  let pageFrom = 0;
  let corpusFrom = 0;
  const close = (pageTo: number, corpusTo: number) => {
    gaps.push({
      page: { from: pageFrom, to: pageTo },
      corpus: { from: corpusFrom, to: corpusTo },
    });
  };
  for (const [i, j] of anchors(page, alignment)) {
    close(i, j);
    pageFrom = i + 1;
    corpusFrom = j + 1;
  }
  close(page.words.length, corpus.words.length);
  return gaps;
}

/** Returns the aligned words, without any lone function word between two gaps. */
function anchors(page: PreparedPassage, { page: a, corpus: b }: WordAlignment) {
  return a.flatMap((index, i): (readonly [number, number])[] => {
    const joinsBefore = a[i - 1] === index - 1 && b[i - 1] === b[i]! - 1;
    const joinsAfter = a[i + 1] === index + 1 && b[i + 1] === b[i]! + 1;
    const holds = joinsBefore || joinsAfter || !isStopword(page.words[index]!.folded);
    return holds ? [[index, b[i]!]] : [];
  });
}

function isFunctional(passage: PreparedPassage, { from, to }: WordRange): boolean {
  for (let at = from; at < to; at++) if (!isStopword(passage.words[at]!.folded)) return false;
  return true;
}

function rangeText(passage: PreparedPassage, { from, to }: WordRange): string {
  if (from >= to) return "";
  return passage.text.slice(passage.words[from]!.start, passage.words[to - 1]!.end);
}
