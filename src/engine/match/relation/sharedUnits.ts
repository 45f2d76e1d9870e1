import { placeOfEntry, timesOfEntry } from "../../library/forwardEntry.ts";
import type { PageTerms } from "../candidates/pageTerms.ts";
import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import type { LibraryMemory } from "../libraryMemory.ts";
import { coreUnits } from "./quotedWords.ts";
import { offices } from "./statement.ts";
import { strengthOfClaim, UnitClaims, unitOfClaim } from "./unitClaims.ts";

/** Sums over the units of a page's passage that a passage of the library has terms of. */
export interface SharedUnits {
  /** Bits, and the same less what stands all over the articles. */
  readonly weight: number;
  readonly telling: number;
  /** The share of the bits that the units have which carry the utterance (coreUnits): 0..1. */
  readonly coreCover: number;
  /** The telling of what is no name, and of words that are no offices. */
  readonly words: number;
  readonly deeds: number;
  /** The four highest values of `telling`. */
  readonly rarest: Float64Array;
  readonly hasDate: boolean;
  readonly hasNumber: boolean;
}

/**
 * Pairs the units of one passage of the page with the terms of passages of the library: as
 * pairing.ts does, but that one term is one unit whatever it stands beside. Cost a passage: one
 * pass over its terms.
 */
export class UnitsByTerm {
  readonly #memory: LibraryMemory;
  readonly #claims: UnitClaims;
  #units: readonly Unit[] = [];
  #isCore: Uint8Array = new Uint8Array(0);
  #coreWeight = 0;
  /** What each unit shares with the passage that is looked at. */
  #tellings = new Float64Array(0);
  #weights = new Float64Array(0);

  constructor(memory: LibraryMemory, terms: PageTerms) {
    this.#memory = memory;
    this.#claims = new UnitClaims(memory, terms);
  }

  /** The passage that others are asked for from now on. */
  take(page: PreparedPassage): void {
    const { units } = page;
    this.#units = units;
    this.#claims.take(units);
    this.#isCore = coreUnits(page);
    this.#coreWeight = 0;
    units.forEach(({ weight }, place) => {
      this.#coreWeight += this.#isCore[place]! * weight;
    });
    if (this.#weights.length < units.length) {
      this.#tellings = new Float64Array(units.length);
      this.#weights = new Float64Array(units.length);
    }
  }

  /** What the units share with a passage of the library, by its number. */
  sharedWith(number: number): SharedUnits {
    const part = this.#memory.partOfPassage(number);
    const memory = this.#memory.parts[part]!;
    const { claimAt } = this.#claims.parts[part]!;
    const passage = number - memory.part.firstPassage;
    const shares = memory.shareBy(memory.articleOf(passage));
    const tellings = this.#tellings.fill(0);
    const weights = this.#weights.fill(0);
    const { forwardTerms } = memory;
    const end = memory.forwardEnd(passage);
    for (let i = memory.forwardStart(passage); i < end; i++) {
      const entry = forwardTerms[i]!;
      const place = placeOfEntry(entry);
      const claim = claimAt[place]!;
      // A place out of bounds, in a damaged segment, is claimed by none.
      if (!(claim > 0)) continue;
      const unit = unitOfClaim(claim);
      const strength = strengthOfClaim(claim);
      const bits = memory.weightAt(place);
      const own = this.#units[unit]!;
      const telling = strength * Math.min(own.telling, bits * shares[timesOfEntry(entry)]!);
      tellings[unit] = Math.max(tellings[unit]!, telling);
      weights[unit] = Math.max(weights[unit]!, strength * Math.min(own.weight, bits));
    }
    return this.#summed();
  }

  #summed(): SharedUnits {
    const units = this.#units;
    const sums = { weight: 0, telling: 0, words: 0, deeds: 0, hasDate: false, hasNumber: false };
    const rarest = new Float64Array(4);
    let core = 0;
    for (let place = 0; place < units.length; place++) {
      const telling = this.#tellings[place]!;
      if (telling === 0) continue;
      const { kind, stem } = units[place]!;
      sums.weight += this.#weights[place]!;
      sums.telling += telling;
      core += this.#isCore[place]! * this.#weights[place]!;
      if (kind !== "name") sums.words += telling;
      if (kind === "word" && !offices.has(stem)) sums.deeds += telling;
      if (kind === "date") sums.hasDate = true;
      if (kind === "number") sums.hasNumber = true;
      insert(rarest, telling);
    }
    return { ...sums, rarest, coreCover: core / Math.max(1, this.#coreWeight) };
  }
}

/** Puts a number among the highest ones, which stand in descending order. */
function insert(highest: Float64Array, number: number): void {
  let at = highest.length - 1;
  if (number <= highest[at]!) return;
  while (at > 0 && highest[at - 1]! < number) {
    highest[at] = highest[at - 1]!;
    at--;
  }
  highest[at] = number;
}
