import type { PageAnswer } from "../messages/protocol.ts";
import { anchorMatch } from "../page/anchors/anchorMatch.ts";
import type { Mark } from "../page/marks/mark.ts";
import type { PageReading } from "../page/readPage.ts";

/** Matches placed between two chances to pause. */
const matchesPerStep = 16;

/** A mark for each match whose words stand where they stood when the reading was made. */
export function* placeInSteps(
  { report, publicRelations }: PageAnswer,
  reading: PageReading,
  document: Document,
): Generator<void, readonly Mark[]> {
  const marks: Mark[] = [];
  for (const [index, match] of report.matches.entries()) {
    const ranges = anchorMatch(match, reading, document);
    const publicRelation = publicRelations[index] ?? null;
    if (ranges) marks.push({ index, relation: match.relation, publicRelation, ranges });
    if (index % matchesPerStep === matchesPerStep - 1) yield;
  }
  return marks;
}
