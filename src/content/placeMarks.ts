import { spanKey } from "../engine/model/index.ts";
import type { PageAnswer, PublicAnswer } from "../messages/protocol.ts";
import { anchorPassage } from "../page/anchors/anchorPassage.ts";
import type { Mark, PlacedPassage, PublicMark } from "../page/marks/mark.ts";
import type { PageReading } from "../page/readPage.ts";

/** Passages placed between two chances to pause. */
const passagesPerStep = 16;

/** Yields a public mark for each passage whose words are where they were when it was read. */
export function* placePublicInSteps(
  { matches }: PublicAnswer,
  reading: PageReading,
): Generator<void, readonly PublicMark[]> {
  const placed: PublicMark[] = [];
  for (const [at, match] of matches.entries()) {
    const ranges = anchorPassage(match, reading);
    if (ranges !== null) placed.push({ relation: match.relation, ranges });
    if (at % passagesPerStep === passagesPerStep - 1) yield;
  }
  return placed;
}

/** What the reader sees on the page. */
export interface PlacedAnswer {
  /** In page order. */
  readonly marks: readonly Mark[];
  /** Every passage of the page, with or without a mark; null where public marks show everything. */
  readonly passages: readonly PlacedPassage[] | null;
}

/**
 * Yields the reader's marks. If some of them are private, every passage of the page is placed, so
 * that the work does not depend on what was found.
 */
export function* placeAnswerInSteps(
  { report, passages }: PageAnswer,
  { matches: publicMatches }: PublicAnswer,
  reading: PageReading,
): Generator<void, PlacedAnswer> {
  const matchAt = new Map(report.matches.map((match, index) => [spanKey(match), index]));
  const publicAt = new Map(publicMatches.map((match) => [spanKey(match), match.relation]));
  const marks: Mark[] = [];
  const placed: PlacedPassage[] = [];
  for (const [at, place] of (passages ?? report.matches).entries()) {
    const ranges = anchorPassage(place, reading);
    const key = spanKey(place);
    const index = matchAt.get(key);
    let mark: Mark | null = null;
    if (ranges !== null && index !== undefined) {
      const { relation } = report.matches[index]!;
      mark = { index, relation, isPublic: publicAt.get(key) === relation, ranges };
      marks.push(mark);
    }
    if (ranges !== null) placed.push({ ranges, mark });
    if (at % passagesPerStep === passagesPerStep - 1) yield;
  }
  return { marks, passages: passages === null ? null : placed };
}
