import { placeOfEntry, timesOfEntry } from "../library/forwardEntry.ts";
import type { LibraryMemory } from "./libraryMemory.ts";
import type { PageTerms } from "./pageTerms.ts";
import { partStrength, relatedStrength } from "./pairing.ts";
import type { Unit } from "./preparedPassage.ts";
import { groupCount } from "./relatedWords.ts";
import { offices } from "./statement.ts";

/** Sums over the units of a page's passage that a passage of the library has terms of. */
export interface SharedUnits {
  /** Bits, and the same less what stands all over the articles. */
  readonly weight: number;
  readonly telling: number;
  /** The telling of what is no name, and of words that are no offices. */
  readonly words: number;
  readonly deeds: number;
  /** The four highest tellings. */
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
  readonly #terms: PageTerms;
  /** The unit that a term, or a group of related words, speaks of; or -1. */
  readonly #unitOfTerm: Int16Array;
  readonly #strengthOfTerm: Float32Array;
  readonly #unitOfGroup = new Int16Array(groupCount).fill(-1);
  #units: readonly Unit[] = [];
  /** What each unit shares with the passage that is looked at. */
  #tellings = new Float64Array(0);
  #weights = new Float64Array(0);

  constructor(memory: LibraryMemory, terms: PageTerms) {
    this.#memory = memory;
    this.#terms = terms;
    this.#unitOfTerm = new Int16Array(terms.count).fill(-1);
    this.#strengthOfTerm = new Float32Array(terms.count);
  }

  /** The units that passages are asked for from now on. */
  take(units: readonly Unit[]): void {
    this.#release();
    this.#units = units;
    if (this.#weights.length < units.length) {
      this.#tellings = new Float64Array(units.length);
      this.#weights = new Float64Array(units.length);
    }
    units.forEach((unit, place) => {
      this.#claim(unit.key, place, 1);
      if (!unit.date && !unit.number) {
        for (const part of unit.parts) this.#claim(part, place, partStrength);
      }
      for (const group of unit.groups) this.#unitOfGroup[group] = place;
    });
  }

  /** What the units share with a passage of the library, by its number. */
  sharedWith(number: number): SharedUnits {
    const place = this.#memory.partOfPassage(number);
    const memory = this.#memory.parts[place]!;
    const termAt = this.#terms.termAt[place]!;
    const passage = number - memory.part.firstPassage;
    const shares = memory.shareBy(memory.articleOf(passage));
    const tellings = this.#tellings.fill(0);
    const weights = this.#weights.fill(0);
    const end = memory.forwardEnd(passage);
    for (let i = memory.forwardStart(passage); i < end; i++) {
      const entry = memory.forwardTerms[i]!;
      const at = placeOfEntry(entry);
      const term = termAt[at]!;
      let unit = term >= 0 ? this.#unitOfTerm[term]! : -1;
      const isRelated = unit < 0;
      if (isRelated) unit = this.#unitOfGroup[memory.groupAt(at)] ?? -1;
      if (unit < 0) continue;
      const strength = isRelated ? relatedStrength : this.#strengthOfTerm[term]!;
      const bits = memory.weightAt(at);
      const own = this.#units[unit]!;
      const telling = strength * Math.min(own.telling, bits * shares[timesOfEntry(entry)]!);
      tellings[unit] = Math.max(tellings[unit]!, telling);
      weights[unit] = Math.max(weights[unit]!, strength * Math.min(own.weight, bits));
    }
    return summed(this.#units, tellings, weights);
  }

  /** A term that could stand for several units stands for the one that it tells most of. */
  #claim(hash: number, place: number, strength: number): void {
    const term = this.#terms.termOf(hash);
    if (term === undefined) return;
    const before = this.#units[this.#unitOfTerm[term]!];
    const value = strength * this.#units[place]!.telling;
    if (before && this.#strengthOfTerm[term]! * before.telling >= value) return;
    this.#unitOfTerm[term] = place;
    this.#strengthOfTerm[term] = strength;
  }

  #release(): void {
    for (const { key, parts, groups } of this.#units) {
      for (const hash of [key, ...parts]) {
        const term = this.#terms.termOf(hash);
        if (term !== undefined) this.#unitOfTerm[term] = -1;
      }
      for (const group of groups) this.#unitOfGroup[group] = -1;
    }
  }
}

function summed(
  units: readonly Unit[],
  tellings: Float64Array,
  weights: Float64Array,
): SharedUnits {
  const sums = { weight: 0, telling: 0, words: 0, deeds: 0, hasDate: false, hasNumber: false };
  const rarest = new Float64Array(4);
  for (let place = 0; place < units.length; place++) {
    const telling = tellings[place]!;
    if (telling === 0) continue;
    const { kind, stem } = units[place]!;
    sums.weight += weights[place]!;
    sums.telling += telling;
    if (kind !== "name") sums.words += telling;
    if (kind === "word" && !offices.has(stem)) sums.deeds += telling;
    if (kind === "date") sums.hasDate = true;
    if (kind === "number") sums.hasNumber = true;
    insert(rarest, telling);
  }
  return { ...sums, rarest };
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
