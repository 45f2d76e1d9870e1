import { dictionaryIndexOf, passageCountOf } from "../../library/forwardEntry.ts";
import type { PageTerms } from "../candidates/pageTerms.ts";
import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import type { LibraryMemory } from "../libraryMemory.ts";
import { coreUnits } from "../relation/quotes/quotedWords.ts";
import { offices } from "./statement.ts";
import { strengthOfClaim, UnitClaims, unitOfClaim } from "./unitClaims.ts";

/** Sums over the units of a page's passage that also occur in a library passage. */
export interface SharedUnits {
  /** Bits, and the same with terms discounted that occur throughout an article. */
  readonly weight: number;
  readonly discountedWeight: number;
  /** The share of the core units' bits (see coreUnits) that is shared: 0..1. */
  readonly coreCover: number;
  /**
   * Discounted bits of all units but names (`words`), and of the words that are not offices
   * (`actions`).
   */
  readonly words: number;
  readonly actions: number;
  /** The four highest discounted bits of a unit, in descending order. */
  readonly rarest: Float64Array;
  readonly hasDate: boolean;
  readonly hasNumber: boolean;
}

/**
 * Pairs the units of one page passage with the terms of library passages. It works like pairing.ts,
 * except that a term always belongs to the same unit, whatever its neighbours are. Cost per
 * passage: one pass over its terms.
 */
export class UnitsByTerm {
  readonly #memory: LibraryMemory;
  readonly #claims: UnitClaims;
  #units: readonly Unit[] = [];
  #isCore: Uint8Array = new Uint8Array(0);
  #coreWeight = 0;
  /** Discounted bits that each unit shares with the current library passage. */
  #discountedWeights = new Float64Array(0);
  #weights = new Float64Array(0);

  constructor(memory: LibraryMemory, terms: PageTerms) {
    this.#memory = memory;
    this.#claims = new UnitClaims(memory, terms);
  }

  /** Sets the page passage for the following calls of `sharedWith`. */
  take(page: PreparedPassage): void {
    const { units } = page;
    this.#units = units;
    this.#claims.take(units);
    this.#isCore = coreUnits(page);
    this.#coreWeight = 0;
    units.forEach(({ weight }, index) => {
      this.#coreWeight += this.#isCore[index]! * weight;
    });
    if (this.#weights.length < units.length) {
      this.#discountedWeights = new Float64Array(units.length);
      this.#weights = new Float64Array(units.length);
    }
  }

  /** Returns what the units share with a library passage, given by its number. */
  sharedWith(number: number): SharedUnits {
    const part = this.#memory.partOfPassage(number);
    const memory = this.#memory.parts[part]!;
    const { claimAt } = this.#claims.parts[part]!;
    const passage = number - memory.part.firstPassage;
    const shares = memory.shareBy(memory.articleOf(passage));
    const discountedWeights = this.#discountedWeights.fill(0);
    const weights = this.#weights.fill(0);
    const { forwardTerms } = memory;
    const end = memory.forwardEnd(passage);
    for (let i = memory.forwardStart(passage); i < end; i++) {
      const entry = forwardTerms[i]!;
      const index = dictionaryIndexOf(entry);
      const claim = claimAt[index]!;
      // An index out of bounds, in a damaged segment, has no claim.
      if (!(claim > 0)) continue;
      const unit = unitOfClaim(claim);
      const strength = strengthOfClaim(claim);
      const bits = memory.weightAt(index);
      const own = this.#units[unit]!;
      const discountedWeight =
        strength * Math.min(own.discountedWeight, bits * shares[passageCountOf(entry)]!);
      discountedWeights[unit] = Math.max(discountedWeights[unit]!, discountedWeight);
      weights[unit] = Math.max(weights[unit]!, strength * Math.min(own.weight, bits));
    }
    return this.#summed();
  }

  #summed(): SharedUnits {
    const units = this.#units;
    const sums = {
      weight: 0,
      discountedWeight: 0,
      words: 0,
      actions: 0,
      hasDate: false,
      hasNumber: false,
    };
    const rarest = new Float64Array(4);
    let core = 0;
    for (let index = 0; index < units.length; index++) {
      const discountedWeight = this.#discountedWeights[index]!;
      if (discountedWeight === 0) continue;
      const { kind, stem } = units[index]!;
      sums.weight += this.#weights[index]!;
      sums.discountedWeight += discountedWeight;
      core += this.#isCore[index]! * this.#weights[index]!;
      if (kind !== "name") sums.words += discountedWeight;
      if (kind === "word" && !offices.has(stem)) sums.actions += discountedWeight;
      if (kind === "date") sums.hasDate = true;
      if (kind === "number") sums.hasNumber = true;
      insert(rarest, discountedWeight);
    }
    return { ...sums, rarest, coreCover: core / Math.max(1, this.#coreWeight) };
  }
}

/** Inserts a number among the highest ones, in descending order. */
function insert(highest: Float64Array, number: number): void {
  let at = highest.length - 1;
  if (number <= highest[at]!) return;
  while (at > 0 && highest[at - 1]! < number) {
    highest[at] = highest[at - 1]!;
    at--;
  }
  highest[at] = number;
}
