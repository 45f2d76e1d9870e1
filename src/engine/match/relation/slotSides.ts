import { knownName } from "../../facts/names/aliases.ts";
import type { Difference, DifferenceKind } from "../../model/index.ts";
import type { Pair } from "../candidates/pairing.ts";
import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import { type Clauses, clausesOf } from "./clauses.ts";
import { numbersCanBeSame } from "./slots/numbersAlike.ts";
import type { WordAlignment } from "./wording/wordAlignment.ts";

/**
 * A slot that two passages fill differently: a number, a date, a place, an actor, or yes and no.
 * Two facts are in the same slot if they answer the same question about the same action.
 */
export interface SlotDifference extends Difference {
  /** Bits of the two units. They are left out when the rest of the two statements is compared. */
  readonly pageWeight: number;
  readonly corpusWeight: number;
}

/** One of the two passages, with its clauses. */
export interface Side {
  readonly passage: PreparedPassage;
  readonly clauses: Clauses;
}

/** Two passages with their paired units. */
export interface Sides {
  readonly page: PreparedPassage;
  readonly corpus: PreparedPassage;
  readonly pageSide: Side;
  readonly corpusSide: Side;
  readonly alignment: WordAlignment;
  /** All pairs of units, also of two names or numbers that only resemble each other. */
  readonly pairs: readonly Pair[];
  /** Indices of paired units: page → corpus. */
  readonly partner: ReadonlyMap<number, number>;
  /** Indices of the corpus's units that have a partner. */
  readonly taken: ReadonlySet<number>;
  readonly basis: SlotBasis;
}

/**
 * What shows that two facts answer the same question. "words": the shared words around them.
 * "meaning": the vectors, which show that the two statements surely are the same. "certain": the
 * same, where a page tells the article again. "across": the same for statements in two languages,
 * whose verbs and prepositions are unknown.
 */
export type SlotBasis = "words" | "meaning" | "certain" | "across";

/** Prepares two passages for the comparison of their slots. */
export function sidesOf(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
  alignment: WordAlignment,
  basis: SlotBasis = "words",
): Sides {
  const same = pairs.filter((pair) => {
    const [a, b] = [page.units[pair.page]!, corpus.units[pair.corpus]!];
    return !areTwoNames(a, b) && !areTwoNumbers(page, a, corpus, b);
  });
  return {
    page,
    corpus,
    pageSide: { passage: page, clauses: clausesOf(page.text, page.words) },
    corpusSide: { passage: corpus, clauses: clausesOf(corpus.text, corpus.words) },
    alignment,
    pairs,
    partner: new Map(same.map((pair) => [pair.page, pair.corpus])),
    taken: new Set(same.map((pair) => pair.corpus)),
    basis,
  };
}

/**
 * True for names that share only an office or a first name ("Senator Hill", "Senator Ramos"): both
 * have words of their own, and the last words differ. Of two known bodies, these may be the same.
 */
function areTwoNames(a: Unit, b: Unit): boolean {
  if (a.kind !== "name" || b.kind !== "name" || a.key === b.key) return false;
  const isApart = (one: Unit, other: Unit) => one.parts.some((part) => !other.parts.includes(part));
  return (
    isApart(a, b) && isApart(b, a) && (a.parts.at(-1) !== b.parts.at(-1) || areKnownApart(a, b))
  );
}

/** True for two known bodies: "Republican Party", "Democratic Party". */
export function areKnownApart({ name: one }: Unit, { name: other }: Unit): boolean {
  if (one === null || other === null || one.canonical === other.canonical) return false;
  return [one, other].every(({ canonical }) => knownName(canonical)?.kind === "organisation");
}

function areTwoNumbers(page: PreparedPassage, a: Unit, corpus: PreparedPassage, b: Unit): boolean {
  if (!a.number || !b.number) return false;
  return !numbersCanBeSame(
    { mention: a.number, text: page.text.slice(a.start, a.end) },
    { mention: b.number, text: corpus.text.slice(b.start, b.end) },
  );
}

/** Returns the index of a unit's first word. */
export function wordIndexOf({ words }: PreparedPassage, { start }: Unit): number {
  return words.findIndex((word) => word.start >= start);
}

/** Returns a unit as its passage prints it. */
export function textOf({ text }: PreparedPassage, { start, end }: Unit): string {
  return text.slice(start, end);
}

/** Returns the difference between one unit of each side. */
export function slotDifference(
  kind: DifferenceKind,
  { page, corpus }: Sides,
  one: Unit,
  other: Unit,
): SlotDifference {
  return {
    kind,
    page: textOf(page, one),
    corpus: textOf(corpus, other),
    pageWeight: one.weight,
    corpusWeight: other.weight,
  };
}

/**
 * True if each side has exactly one unpaired unit of this kind. With two, one belongs to something
 * else.
 */
export function areOnlyFree(
  { page, corpus, partner, taken }: Sides,
  isSuch: (unit: Unit, at: number) => boolean,
  isSuchThere = isSuch,
) {
  const free = page.units.filter((unit, at) => isSuch(unit, at) && !partner.has(at));
  const freeThere = corpus.units.filter((unit, at) => isSuchThere(unit, at) && !taken.has(at));
  return free.length <= 1 && freeThere.length <= 1;
}
