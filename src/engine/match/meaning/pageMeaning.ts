import { VectorRow, vectorBytes } from "../../meaning/compactVector.ts";
import type { MeaningIndex, MeantPassage } from "../../meaning/meaningIndex.ts";
import { isOtherLanguage, type ReadPassage } from "../../model/index.ts";
import type { LibraryMemory } from "../libraryMemory.ts";
import { remembered as rememberedBy } from "../libraryMemory.ts";
import { type MeaningEvidence, meaningFeatures } from "./meaningFeatures.ts";

/** What the encoder made of a page, and of the library. The engine works without either. */
export interface Meaning {
  /** By place among the page's passages (compactVector.ts); null for what is not encoded. */
  readonly page: readonly (Uint8Array | null)[];
  readonly library: MeaningIndex;
}

/** So many of the nearest are looked at for each passage of a page … */
const mostNearest = 24;
/** More are looked up: those of the page itself, where it is in the library, fall away. */
const spare = 16;
/** … of which these, and likest first, are candidates. */
const mostCandidates = 8;
/** Of the pairs that say the same, one in three hundred has a lower cosine. */
const leastCosine = 0.3;
/** The nearest of other articles that make the background of a passage: the first may be other outlets that say it. */
const backgroundFrom = 8;
const backgroundTo = 16;
/** A passage is set against so many of the page: the others of a long one are no nearer. */
const mostOfPage = 64;
/** What this much of is told together is surely of one story; a translation tells no more. */
const surelyTogether = 0.06;
/** From this cosine on, a passage counts for what page and article tell together. */
const leastTold = 0.4;

/**
 * The meaning of a page's passages beside those of the library. Cost for each passage of the page: a
 * pass over the library's sketches; for each candidate the passages of its article and of the page.
 */
export class PageMeaning {
  readonly #memory: LibraryMemory;
  readonly #index: MeaningIndex;
  readonly #own: VectorRow;
  readonly #passages: readonly ReadPassage[];
  readonly #nearest: readonly (readonly MeantPassage[])[];
  readonly #sample: readonly number[];
  readonly #toldTogether: ReadonlyMap<number, number>;
  readonly #isOneLanguage: (article: number) => boolean;

  /**
   * @param passages those of the page that are compared
   * @param places their places in `meaning.page`
   * @param isShown whether an article may be shown
   */
  constructor(
    memory: LibraryMemory,
    { page, library }: Meaning,
    passages: readonly ReadPassage[],
    places: readonly number[],
    language: string | null,
    isShown: (article: number) => boolean,
  ) {
    this.#memory = memory;
    this.#index = library;
    this.#passages = passages;
    this.#own = rowOf(places.map((place) => page[place] ?? null));
    this.#nearest = places.map((place, i) => {
      const vector = page[place];
      if (!vector) return [];
      const found = remembered(library, vector) ?? this.#lookUp(i);
      remember(library, vector, found);
      return found
        .filter(({ passage }) => isShown(memory.library.articleOf(passage)))
        .slice(0, mostNearest);
    });
    const encoded = passages.flatMap(({ in: part }, i) =>
      part === "body" && this.#own.has(i) ? [i] : [],
    );
    const step = Math.max(1, encoded.length / mostOfPage);
    this.#sample = encoded.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
    this.#toldTogether = toldTogether(this.#nearest, encoded.length, memory);
    this.#isOneLanguage = rememberedBy(
      memory.library.articleEnd,
      (article) => !isOtherLanguage(language, memory.library.articleHead(article).language),
    );
  }

  /** The passages of the library that are nearest to one of the page, by number, the likest first. */
  candidates(of: number): readonly number[] {
    return this.#nearest[of]!.filter(({ cosine }) => cosine >= leastCosine)
      .slice(0, mostCandidates)
      .map(({ passage }) => passage);
  }

  /** Null where one of the two is not encoded. */
  evidence(of: number, passage: number): MeaningEvidence | null {
    const cosine = this.#index.cosineWith(this.#own, of, passage);
    if (cosine === null) return null;
    const article = this.#memory.library.articleOf(passage);
    const rivals = {
      inArticle: this.#bestOtherOf(article, of, passage),
      onPage: this.#bestOtherOnPage(of, passage),
      inLibrary: this.#background(of, article),
    };
    return {
      features: meaningFeatures(cosine, rivals, this.#toldTogether.get(article) ?? 0),
      isOneLanguage: this.#isOneLanguage(article),
    };
  }

  #lookUp(of: number): readonly MeantPassage[] {
    return this.#index.nearest(this.#own, of, mostNearest + spare, (number) => {
      const memory = this.#memory.parts[this.#memory.partOfPassage(number)]!;
      const passage = number - memory.part.firstPassage;
      return memory.isMatchable(passage) && !memory.part.segment.deleted?.isPassage(passage);
    });
  }

  /** The likest other passage of the article that is neither its title nor a part of this one. */
  #bestOtherOf(article: number, of: number, passage: number): number | null {
    const { first, count } = this.#memory.library.passagesOf(article);
    const part = this.#memory.parts[this.#memory.partOfArticle(article)]!;
    const own = part.spanOf(passage - part.part.firstPassage);
    let best: number | null = null;
    for (let other = first; other < first + count; other++) {
      const local = other - part.part.firstPassage;
      if (part.isTitle(local) || !part.isMatchable(local)) continue;
      const span = part.spanOf(local);
      if (other === passage || (span.start < own.end && own.start < span.end)) continue;
      const cosine = this.#index.cosineWith(this.#own, of, other);
      if (cosine !== null && cosine > (best ?? -1)) best = cosine;
    }
    return best;
  }

  #bestOtherOnPage(of: number, passage: number): number | null {
    const own = this.#passages[of]!;
    let best: number | null = null;
    for (const i of this.#sample) {
      const other = this.#passages[i]!;
      const isPart = own.in === "body" && other.start < own.end && own.start < other.end;
      if (i === of || isPart) continue;
      const cosine = this.#index.cosineWith(this.#own, i, passage);
      if (cosine !== null && cosine > (best ?? -1)) best = cosine;
    }
    return best;
  }

  #background(of: number, article: number): number | null {
    const others = this.#nearest[of]!.filter(
      ({ passage }) => this.#memory.library.articleOf(passage) !== article,
    ).slice(backgroundFrom, backgroundTo);
    if (others.length === 0) return null;
    return others.reduce((sum, { cosine }) => sum + cosine, 0) / others.length;
  }
}

/** A page is matched again and again while its vectors are made: what is near a vector stays so. */
const lookedUp = new WeakMap<MeaningIndex, WeakMap<Uint8Array, readonly MeantPassage[]>>();

function remembered(index: MeaningIndex, vector: Uint8Array): readonly MeantPassage[] | null {
  return lookedUp.get(index)?.get(vector) ?? null;
}

function remember(index: MeaningIndex, vector: Uint8Array, found: readonly MeantPassage[]): void {
  const known = lookedUp.get(index) ?? new WeakMap();
  lookedUp.set(index, known);
  known.set(vector, found);
}

/** For each article near the page, the mean over the page's passages of what is near them in it. */
function toldTogether(
  nearest: readonly (readonly MeantPassage[])[],
  encoded: number,
  { library }: LibraryMemory,
): ReadonlyMap<number, number> {
  const told = new Map<number, number>();
  for (const found of nearest) {
    const best = new Map<number, number>();
    for (const { passage, cosine } of found) {
      const article = library.articleOf(passage);
      if (cosine > leastTold && !best.has(article)) best.set(article, cosine - leastTold);
    }
    for (const [article, above] of best) told.set(article, (told.get(article) ?? 0) + above);
  }
  // On a page of one sentence, what it shares is the sentence's own evidence and no other's.
  for (const [article, sum] of told)
    told.set(article, Math.min(surelyTogether, sum / (encoded + 3)) / surelyTogether);
  return told;
}

function rowOf(vectors: readonly (Uint8Array | null)[]): VectorRow {
  const bytes = new Uint8Array(vectors.length * vectorBytes);
  vectors.forEach((vector, i) => {
    if (vector?.length === vectorBytes) bytes.set(vector, i * vectorBytes);
  });
  return new VectorRow(bytes);
}
