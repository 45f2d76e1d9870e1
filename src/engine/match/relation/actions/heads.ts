import { clauseStart } from "../clauses.ts";
import type { Side, Sides } from "../slotSides.ts";
import { isPassive, unitsBetween } from "./agents.ts";
import type { VerbPair } from "./verbPairs.ts";
import { isFormOfBe } from "./verbs.ts";

/**
 * True if the subject of one passage only belongs to the other's: "The widow of the president was
 * buried" beside "The president was buried".
 */
export function isOtherHead(sides: Sides, { page, corpus }: VerbPair): boolean {
  if (isPassive(sides.pageSide, page) !== isPassive(sides.corpusSide, corpus)) return false;
  if (isBareParticiple(sides.pageSide, page) || isBareParticiple(sides.corpusSide, corpus))
    return false;
  const own = headOf(sides.pageSide, page);
  const other = headOf(sides.corpusSide, corpus);
  if (own === null || other === null) return false;
  const pairedOther = [...sides.partner].find(([, unit]) => unit === other.head)?.[0] ?? -1;
  return (
    (!sides.partner.has(own.head) && sides.partner.get(own.of ?? -1) === other.head) ||
    (pairedOther < 0 && sides.partner.get(own.head) === other.of)
  );
}

/** True if two subjects are two parts of one whole: "the north of the country", "the south of the country". */
export function areTwoParts(sides: Sides, { page, corpus }: VerbPair): boolean {
  const own = headOf(sides.pageSide, page);
  const other = headOf(sides.corpusSide, corpus);
  if (own === null || other === null) return false;
  const isOfOne = sides.partner.get(own.of ?? -1) === other.of;
  return isOfOne && !sides.partner.has(own.head) && !sides.taken.has(other.head);
}

/** True for a participle without "be": in "The issue of migrants moving", the migrants move. */
function isBareParticiple({ passage: { words } }: Side, verb: number): boolean {
  return words[verb]!.folded.endsWith("ing") && !isFormOfBe(words[verb - 1]?.folded ?? "");
}

/**
 * Returns the unit that acts and, if that belongs to a person, the person's unit. A state and its
 * army, or a body and its head, count as one.
 */
function headOf(
  side: Side,
  verb: number,
): { readonly head: number; readonly of: number | null } | null {
  const subjects = unitsBetween(side, clauseStart(side.clauses, verb), verb).filter(
    (unit) => side.passage.units[unit]!.kind !== "number",
  );
  const [first, second] = subjects;
  if (first === undefined) return null;
  if (second === undefined || subjects.length > 2) return { head: first, of: null };
  const { text, units } = side.passage;
  const between = text.slice(units[first]!.end - 2, units[second]!.start);
  const isPerson = (unit: number) => {
    const kind = units[unit]!.name?.kind;
    return kind === undefined || kind === "person" || kind === "other";
  };
  if (/\bof\b/.test(between)) return isPerson(second) ? { head: first, of: second } : null;
  if (/['’]/.test(between)) return isPerson(first) ? { head: second, of: first } : null;
  return { head: first, of: null };
}
