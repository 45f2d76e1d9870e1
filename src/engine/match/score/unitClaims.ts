import type { PageTerms } from "../candidates/pageTerms.ts";
import { partStrength, relatedStrength } from "../candidates/pairing.ts";
import type { Unit } from "../candidates/preparedPassage.ts";
import type { LibraryMemory } from "../libraryMemory.ts";

/** Strengths of a claim: the term is the unit, a part of its name, or a related word. */
const strengths = [1, partStrength, relatedStrength] as const;
const whole = 0;
const part = 1;
const related = 2;
type ClaimKind = typeof whole | typeof part | typeof related;

/** Encodes a unit and the kind of its claim as one number above 0. */
function claimOf(unit: number, kind: ClaimKind): number {
  return ((unit + 1) << 2) | kind;
}

/** Returns the index of a claim's unit in its passage. */
export function unitOfClaim(claim: number): number {
  return (claim >> 2) - 1;
}

/** Returns how strongly a claim pairs two units: 0..1. */
export function strengthOfClaim(claim: number): number {
  return strengths[(claim & 3) as ClaimKind];
}

/** The claims on the terms of one part's dictionary. */
interface ClaimsOfPart {
  /** The claim on each term, by dictionary index; 0 for none. */
  readonly claimAt: Int16Array;
  /** The dictionary indices with a claim. */
  readonly claimed: number[];
}

/**
 * Maps the terms of the library to the units of the current page passage, by dictionary index, so
 * that a look-up is one array read. Setting a passage costs time for its units and their groups.
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

  /** Replaces the units whose terms are claimed. */
  take(units: readonly Unit[]): void {
    this.#release();
    this.#units = units;
    units.forEach((unit, index) => {
      for (const group of unit.groups) this.#claimGroup(group, claimOf(index, related));
    });
    units.forEach((unit, index) => {
      this.#claimTerm(unit.key, claimOf(index, whole));
      if (unit.date || unit.number) return;
      for (const hash of unit.parts) this.#claimTerm(hash, claimOf(index, part));
    });
  }

  #release(): void {
    for (const { claimAt, claimed } of this.parts) {
      for (const index of claimed) claimAt[index] = 0;
      claimed.length = 0;
    }
  }

  #claimGroup(group: number, claim: number): void {
    this.parts.forEach((claims, i) => {
      for (const index of this.#memory.parts[i]!.indicesOfGroup(group)) put(claims, index, claim);
    });
  }

  /**
   * Assigns a term to a unit. A term that fits several units goes to the one with the most weight.
   */
  #claimTerm(hash: number, claim: number): void {
    const term = this.#terms.termOf(hash);
    if (term === undefined) return;
    this.parts.forEach((claims, i) => {
      const index = this.#terms.dictionaryIndices[i]![term]!;
      if (index < 0) return;
      const before = claims.claimAt[index]!;
      const isWeaker = before === 0 || (before & 3) === related;
      if (isWeaker || this.#sharedWeightOf(before) < this.#sharedWeightOf(claim))
        put(claims, index, claim);
    });
  }

  #sharedWeightOf(claim: number): number {
    return strengthOfClaim(claim) * this.#units[unitOfClaim(claim)]!.discountedWeight;
  }
}

function put({ claimAt, claimed }: ClaimsOfPart, index: number, claim: number): void {
  if (claimAt[index] === 0) claimed.push(index);
  claimAt[index] = claim;
}
