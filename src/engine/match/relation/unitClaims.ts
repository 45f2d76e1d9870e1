import type { PageTerms } from "../candidates/pageTerms.ts";
import { partStrength, relatedStrength } from "../candidates/pairing.ts";
import type { Unit } from "../candidates/preparedPassage.ts";
import type { LibraryMemory } from "../libraryMemory.ts";

/** How a term speaks of a unit: it is the unit, a part of it, or a word related to it. */
const strengths = [1, partStrength, relatedStrength] as const;
const whole = 0;
const part = 1;
const related = 2;
type ClaimKind = typeof whole | typeof part | typeof related;

/** A unit and how a term speaks of it, in one number above 0. */
function claimOf(unit: number, kind: ClaimKind): number {
  return ((unit + 1) << 2) | kind;
}

/** The unit's place among those of its passage. */
export function unitOfClaim(claim: number): number {
  return (claim >> 2) - 1;
}

/** Returns how strongly a claim pairs two units: 0..1. */
export function strengthOfClaim(claim: number): number {
  return strengths[(claim & 3) as ClaimKind];
}

/** The claims on one part's dictionary. */
interface ClaimsOfPart {
  /** By dictionary place: the claim on the term, or 0. */
  readonly claimAt: Int16Array;
  /** The places that are claimed. */
  readonly claimed: number[];
}

/**
 * Which unit of the passage that was taken a term of the library speaks of, by the term's place in
 * its dictionary: so that asking is one read. Taking costs the passage's units and their groups.
 */
export class UnitClaims {
  readonly parts: readonly ClaimsOfPart[];
  readonly #memory: LibraryMemory;
  readonly #terms: PageTerms;
  #units: readonly Unit[] = [];

  constructor(memory: LibraryMemory, terms: PageTerms) {
    this.#memory = memory;
    this.#terms = terms;
    this.parts = memory.parts.map((one) => ({
      claimAt: new Int16Array(one.part.segment.terms.size),
      claimed: [],
    }));
  }

  /** The units that claim terms from now on, instead of the ones before. */
  take(units: readonly Unit[]): void {
    this.#release();
    this.#units = units;
    units.forEach((unit, place) => {
      for (const group of unit.groups) this.#claimGroup(group, claimOf(place, related));
    });
    units.forEach((unit, place) => {
      this.#claimTerm(unit.key, claimOf(place, whole));
      if (unit.date || unit.number) return;
      for (const hash of unit.parts) this.#claimTerm(hash, claimOf(place, part));
    });
  }

  #release(): void {
    for (const { claimAt, claimed } of this.parts) {
      for (const place of claimed) claimAt[place] = 0;
      claimed.length = 0;
    }
  }

  #claimGroup(group: number, claim: number): void {
    this.parts.forEach((claims, i) => {
      for (const place of this.#memory.parts[i]!.placesOfGroup(group)) put(claims, place, claim);
    });
  }

  /** A term that could stand for several units stands for the one that it tells most of. */
  #claimTerm(hash: number, claim: number): void {
    const term = this.#terms.termOf(hash);
    if (term === undefined) return;
    this.parts.forEach((claims, i) => {
      const place = this.#terms.placeOf[i]![term]!;
      if (place < 0) return;
      const before = claims.claimAt[place]!;
      const isWeaker = before === 0 || (before & 3) === related;
      if (isWeaker || this.#toldBy(before) < this.#toldBy(claim)) put(claims, place, claim);
    });
  }

  #toldBy(claim: number): number {
    return strengthOfClaim(claim) * this.#units[unitOfClaim(claim)]!.telling;
  }
}

function put({ claimAt, claimed }: ClaimsOfPart, place: number, claim: number): void {
  if (claimAt[place] === 0) claimed.push(place);
  claimAt[place] = claim;
}
