import relatedWords from "../../../../assets/model/relatedWords.json";
import { stem } from "../../text/stems.ts";

/** Returns the indices of a stem's groups; empty for most stems. */
export function groupsOf(stemmed: string): readonly number[] {
  return groups.get(stemmed) ?? nowhere;
}

/** True if two stems are antonyms. */
export function areOpposite(a: string, b: string): boolean {
  const sidesOfA = sides.get(a);
  if (!sidesOfA) return false;
  const sidesOfB = sides.get(b);
  if (!sidesOfB) return false;
  return sidesOfA.some((side) => sidesOfB.includes(-side));
}

/** Returns every stem that is in a group, with the indices of its groups. */
export function groupedStems(): Iterable<readonly [stem: string, groups: readonly number[]]> {
  return groups;
}

const nowhere: readonly number[] = [];

const groups = placesByStem(relatedWords.same.map((line, place) => [line, place] as const));

/** Side n and side -n are antonyms. */
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
