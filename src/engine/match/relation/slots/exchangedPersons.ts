import { alternatives } from "../../../text/languageTables.ts";
import { once } from "../../../text/once.ts";
import { stem } from "../../../text/stems.ts";
import type { PreparedPassage, Unit } from "../../candidates/preparedPassage.ts";
import { type Alternative, alternativeSets, areApart, shareSet } from "../alternatives.ts";
import { type Sides, wordIndexOf } from "../slotSides.ts";

/** An unnamed person or group of persons in a passage. */
interface Person extends Alternative {
  /** The index of the noun's unit. */
  readonly head: number;
  /** The noun, with the word before it if that decides who is meant: "defence minister". */
  readonly unit: Unit;
  readonly isFree: boolean;
}

/**
 * Returns the unnamed person that the page has in place of the corpus's, who cannot be the same one:
 * "the driver" and "the passenger". Null if there is none, or more than one.
 */
export function exchangedPersons(
  sides: Sides,
): { readonly page: Person; readonly corpus: Person } | null {
  const own = personsOf(sides.page, (unit) => sides.partner.has(unit));
  const others = personsOf(sides.corpus, (unit) => sides.taken.has(unit));
  const free = own.filter((one) => one.isFree && !others.some((other) => shareSet(one, other)));
  const freeThere = others.filter(
    (one) => one.isFree && !own.some((other) => shareSet(one, other)),
  );
  const [page, corpus] = [free[0], freeThere[0]];
  if (!page || !corpus || free.length > 1 || freeThere.length > 1) return null;
  return areApart(page, corpus) ? { page, corpus } : null;
}

function personsOf(
  passage: PreparedPassage,
  isPaired: (unit: number) => boolean,
): readonly Person[] {
  const { units } = passage;
  return units.flatMap((unit, head): Person[] => {
    if (setsOfCompound(passage, head + 1) !== undefined) return [];
    const compound = setsOfCompound(passage, head);
    const sets = compound ?? setsOfPerson().get(unit.stem);
    if (sets === undefined) return [];
    const first = compound === undefined ? head : head - 1;
    const { start } = units[first]!;
    const weight = first === head ? unit.weight : unit.weight + units[first]!.weight;
    return [
      { sets, head, unit: { ...unit, start, weight }, isFree: !isPaired(head) || !isPaired(first) },
    ];
  });
}

/** Returns the sets of a noun with the word right before it; undefined if the table has none. */
function setsOfCompound(passage: PreparedPassage, head: number) {
  const [before, noun] = [passage.units[head - 1], passage.units[head]];
  if (before === undefined || noun === undefined) return undefined;
  const isNext = wordIndexOf(passage, before) === wordIndexOf(passage, noun) - 1;
  return isNext ? setsOfPerson().get(`${before.stem} ${noun.stem}`) : undefined;
}

/** By the stem of a noun, or its stem and that of the word before it. */
const setsOfPerson = /* @__PURE__ */ once(() => alternativeSets(alternatives.persons, stem));
