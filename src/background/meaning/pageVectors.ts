/** So many documents are read at once; of the others what was encoded is forgotten, the longest unused first. */
const mostDocuments = 8;

/** Vectors of a document's passages, by their words. */
export type VectorsByText = ReadonlyMap<string, Uint8Array>;

/**
 * The vectors of the pages that are being read, so that nothing is encoded twice, also where a page
 * goes on growing. It is nothing but a saving: all of it can be made again.
 */
export interface PageVectors {
  /** @param document names one document in one frame: none may learn from the time what another one holds */
  of(document: string, version: string): VectorsByText;
  /** Keeps these, and no others, of a document. */
  keep(document: string, version: string, vectors: VectorsByText): void;
}

/** An empty memory. */
export function createPageVectors(): PageVectors {
  const kept = new Map<string, { readonly version: string; readonly vectors: VectorsByText }>();
  return {
    of(document, version) {
      const found = kept.get(document);
      return found?.version === version ? found.vectors : new Map();
    },
    keep(document, version, vectors) {
      // The last one used stands last.
      kept.delete(document);
      kept.set(document, { version, vectors });
      const [oldest] = kept.keys();
      if (kept.size > mostDocuments && oldest !== undefined) kept.delete(oldest);
    },
  };
}
