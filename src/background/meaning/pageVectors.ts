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
    keep(document, version, vectors) {
      // The most recently used document is last.
      kept.delete(document);
      kept.set(document, { version, vectors });
      const [oldest] = kept.keys();
      if (kept.size > mostDocuments && oldest !== undefined) kept.delete(oldest);
    },
  };
}
