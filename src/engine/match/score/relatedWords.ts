import relatedWords from "../../../../assets/model/relatedWords.json";
import { stem } from "../../text/stems.ts";

/** Places of the groups that a stem stands in; empty for most stems. */
export function groupsOf(stemmed: string): readonly number[] {
  return groups.get(stemmed) ?? nowhere;
}

/** True if the two stems stand on the two sides of one pair of opposites. */
export function areOpposite(a: string, b: string): boolean {
  const sidesOfA = sides.get(a);
  if (!sidesOfA) return false;
  const sidesOfB = sides.get(b);
  if (!sidesOfB) return false;
  return sidesOfA.some((side) => sidesOfB.includes(-side));
}

/** Every stem that stands in a group, with the places of its groups. */
export function groupedStems(): Iterable<readonly [stem: string, groups: readonly number[]]> {
  return groups;
}

const nowhere: readonly number[] = [];

const groups = placesByStem(relatedWords.same.map((line, place) => [line, place] as const));

/** Side n and side -n are opposites. */
const sides = placesByStem(
  relatedWords.opposite.flatMap((line, place) => {
    const [one = "", other = ""] = line.split("|");
    return [[one, place + 1] as const, [other, -place - 1] as const];
  }),
);

function placesByStem(
  lines: readonly (readonly [words: string, place: number])[],
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [words, place] of lines) {
    for (const word of words.split(" ")) {
      const stemmed = stem(word);
      const known = places.get(stemmed) ?? [];
      if (!known.includes(place)) known.push(place);
      places.set(stemmed, known);
    }
  }
  return places;
}
