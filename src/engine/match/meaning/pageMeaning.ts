import { VectorRow, vectorBytes } from "../../meaning/compactVector.ts";
import type { MeaningIndex, NearPassage } from "../../meaning/meaningIndex.ts";
import { isOtherLanguage, type ReadPassage, type Span } from "../../model/index.ts";
import type { LibraryMemory } from "../libraryMemory.ts";
import { remembered as rememberedBy } from "../libraryMemory.ts";
import { type MeaningEvidence, meaningFeatures } from "./meaningFeatures.ts";

/** The encoder's vectors of page and library. The engine works without either. */
export interface Meaning {
  /**
   * By index among the page's passages (compactVector.ts); null for a passage that is not encoded.
   */
  readonly page: readonly (Uint8Array | null)[];
  readonly library: MeaningIndex;
}

/** The most nearest library passages considered for each page passage … */
const mostNearest = 24;
/**
 * … the extra ones that are looked up, since the page's own passages are dropped if it is in the
 * library …
 */
const spare = 16;
/** … and the most that become candidates, the most similar first. */
const mostCandidates = 8;
/**
 * The most articles in another language that tell the page: of each, the passage nearest to a page
 * passage is a candidate, even where passages on other matters are nearer. In one language, words
 * find those.
 */
const mostTellers = 2;
/** The least cosine of a candidate. One in three hundred pairs that say the same has less. */
const leastCosine = 0.3;
/**
 * The ranks of the nearest passages of other articles that form a passage's background. The first
 * ranks are skipped because they may be other outlets' versions.
 */
const backgroundFrom = 8;
const backgroundTo = 16;
/**
 * The most page passages that a passage is compared with; in a long page the others are no more
 * similar.
 */
const mostOfPage = 64;
/**
 * The mean similarity from which an article is surely on the page's story. Even a translation
 * scores no higher.
 */
const surelyTogether = 0.06;
/** The cosine from which a passage counts towards what page and article have in common. */
const leastShared = 0.4;

/**
 * Compares the vectors of a page's passages with those of the library. Cost for each page passage:
 * a pass over the library's sketches; for each candidate, the passages of its article and of the
 * page.
 */
export class PageMeaning {
  readonly #memory: LibraryMemory;
  readonly #index: MeaningIndex;
  readonly #own: VectorRow;
  readonly #passages: readonly ReadPassage[];
  readonly #nearest: readonly (readonly NearPassage[])[];
  readonly #sample: readonly number[];
  readonly #toldTogether: ReadonlyMap<number, number>;
  readonly #tellers: readonly number[];
  readonly #isOneLanguage: (article: number) => boolean;

  /**
   * @param passages the passages of the page that are compared
   * @param indices their indices in `meaning.page`
   * @param isShown whether an article may be shown
   */
  constructor(
    memory: LibraryMemory,
    { page, library }: Meaning,
    passages: readonly ReadPassage[],
    indices: readonly number[],
    language: string | null,
    isShown: (article: number) => boolean,
  ) {
    this.#memory = memory;
    this.#index = library;
    this.#passages = passages;
    this.#own = rowOf(indices.map((index) => page[index] ?? null));
    this.#nearest = indices.map((index, i) => {
      const vector = page[index];
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
    this.#tellers = [...this.#toldTogether]
      .filter(([article, share]) => share === 1 && !this.#isOneLanguage(article))
      .slice(0, mostTellers)
      .map(([article]) => article);
  }

  /**
   * Returns the numbers of the library passages nearest to a page passage, the most similar first,
   * then those of articles that tell the page in another language.
   */
  candidates(of: number): readonly number[] {
    const near = this.#nearest[of]!.filter(({ cosine }) => cosine >= leastCosine)
      .slice(0, mostCandidates)
      .map(({ passage }) => passage);
    const articles = new Set(near.map((passage) => this.#memory.library.articleOf(passage)));
    const ofTold = this.#tellers
      .filter((article) => !articles.has(article))
      .flatMap((article) => this.#nearestIn(article, of) ?? [])
      .filter(({ cosine }) => cosine >= leastCosine);
    return [...near, ...ofTold.map(({ passage }) => passage)];
  }

  /** Returns the evidence on a pair; null if one of the two is not encoded. */
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

  #lookUp(of: number): readonly NearPassage[] {
    return this.#index.nearest(this.#own, of, mostNearest + spare, (number) => {
      const memory = this.#memory.parts[this.#memory.partOfPassage(number)]!;
      const passage = number - memory.part.firstPassage;
      return memory.isMatchable(passage) && !memory.part.segment.deleted?.isPassage(passage);
    });
  }

  /**
   * Returns the cosine of the article's most similar other passage that is neither its title nor
   * part of this one; null if there is none.
   */
  #bestOtherOf(article: number, of: number, passage: number): number | null {
    const { part, first } = this.#placeOf(article);
    const own = part.spanOf(passage - first);
    const isOther = (span: Span) => !(span.start < own.end && own.start < span.end);
    return this.#nearestIn(article, of, isOther)?.cosine ?? null;
  }

  /** Returns the article's passage most similar to a page passage, without its title. */
  #nearestIn(
    article: number,
    of: number,
    isAsked: (span: Span) => boolean = () => true,
  ): NearPassage | null {
    const { first, count } = this.#memory.library.passagesOf(article);
    const { part, first: firstOfPart } = this.#placeOf(article);
    let best: NearPassage | null = null;
    for (let passage = first; passage < first + count; passage++) {
      const local = passage - firstOfPart;
      if (part.isTitle(local) || !part.isMatchable(local)) continue;
      if (!isAsked(part.spanOf(local))) continue;
      const cosine = this.#index.cosineWith(this.#own, of, passage);
      if (cosine !== null && cosine > (best?.cosine ?? -1)) best = { passage, cosine };
    }
    return best;
  }

  #placeOf(article: number) {
    const part = this.#memory.parts[this.#memory.partOfArticle(article)]!;
    return { part, first: part.part.firstPassage };
  }

  #bestOtherOnPage(of: number, passage: number): number | null {
    const own = this.#passages[of]!;
    let best: number | null = null;
    for (const i of this.#sample) {
      const other = this.#passages[i]!;
      const isPart = own.in === "body" && other.start < own.end && own.start < other.end;
      if (isPart) continue;
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

/**
 * Results by vector. A page is matched repeatedly while its vectors are computed, and the
 * neighbours of a vector stay the same.
 */
const lookedUp = new WeakMap<MeaningIndex, WeakMap<Uint8Array, readonly NearPassage[]>>();

function remembered(index: MeaningIndex, vector: Uint8Array): readonly NearPassage[] | null {
  return lookedUp.get(index)?.get(vector) ?? null;
}

function remember(index: MeaningIndex, vector: Uint8Array, found: readonly NearPassage[]): void {
  const known = lookedUp.get(index) ?? new WeakMap();
  lookedUp.set(index, known);
  known.set(vector, found);
}

/**
 * Returns, for each article near the page, the mean over the page's passages of their similarity to
 * it.
 */
function toldTogether(
  nearest: readonly (readonly NearPassage[])[],
  encoded: number,
  { library }: LibraryMemory,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const found of nearest) {
    const best = new Map<number, number>();
    for (const { passage, cosine } of found) {
      const article = library.articleOf(passage);
      if (cosine > leastShared && !best.has(article)) best.set(article, cosine - leastShared);
    }
    for (const [article, above] of best) shared.set(article, (shared.get(article) ?? 0) + above);
  }
  // On a page of one sentence, what it shares is that sentence's own evidence and supports no
  // other.
  for (const [article, sum] of shared)
    shared.set(article, Math.min(surelyTogether, sum / (encoded + 3)) / surelyTogether);
  return shared;
}

function rowOf(vectors: readonly (Uint8Array | null)[]): VectorRow {
  const bytes = new Uint8Array(vectors.length * vectorBytes);
  vectors.forEach((vector, i) => {
    if (vector?.length === vectorBytes) bytes.set(vector, i * vectorBytes);
  });
  return new VectorRow(bytes);
}
