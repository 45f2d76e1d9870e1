import type { Encoding } from "./encoding.ts";

/** The most documents whose vectors are kept; the least recently used are dropped first. */
const mostDocuments = 8;

/** Vectors of a document's passages, by text. */
export type VectorsByText = ReadonlyMap<string, Uint8Array>;

/**
 * A cache of the vectors of open pages, so that nothing is encoded twice even if a page grows. All
 * of it can be computed again.
 */
export interface PageVectors {
  /**
   * Returns the vectors of a document.
   * @param document identifies one document in one frame, so that none can learn from timing what
   * another one contains
   */
  of(document: string, version: string): VectorsByText;
  /** Returns a text's vector, in whatever document it stands; undefined if it is in none. */
  ofText(text: string, version: string): Uint8Array | undefined;
  /** Replaces the vectors of a document. */
  keep(document: string, version: string, vectors: VectorsByText): void;
}

/** Returns an empty cache. */
export function createPageVectors(): PageVectors {
  const kept = new Map<string, { readonly version: string; readonly vectors: VectorsByText }>();
  return {
    of(document, version) {
      const found = kept.get(document);
      return found?.version === version ? found.vectors : new Map();
    },
    ofText(text, version) {
      const ofVersion = [...kept.values()].filter((its) => its.version === version);
      return ofVersion.find(({ vectors }) => vectors.has(text))?.vectors.get(text);
    },
    keep(document, version, vectors) {
      // The most recently used document is last.
      kept.delete(document);
      kept.set(document, { version, vectors });
      const [oldest] = kept.keys();
      if (kept.size > mostDocuments && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/**
 * Returns an encoding that takes the vectors of open pages where it can: an article is usually saved
 * while it is being read. For texts of the library only, since a page could learn from timing what
 * another one contains.
 */
export function reusingPageVectors(encoding: Encoding, pages: PageVectors): Encoding {
  return {
    ...encoding,
    async encode(texts, priority) {
      const version = await encoding.version();
      const known = texts.map((text) => pages.ofText(text, version));
      const missing = texts.filter((_, at) => known[at] === undefined);
      const made = missing.length === 0 ? [] : await encoding.encode(missing, priority);
      let next = 0;
      return known.map((vector) => vector ?? made[next++]!);
    },
  };
}
