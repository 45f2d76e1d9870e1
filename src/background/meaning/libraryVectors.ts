import type { StoredVectors } from "../../corpora/storedVectors.ts";
import { openVectorFile, type VectorFile } from "../../corpora/vectorFile.ts";
import type { VectorsOf } from "../../engine/meaning/meaningIndex.ts";
import type { Encoding } from "./encoding.ts";

/** The vectors of all searched articles. */
export interface LibraryVectors {
  /**
   * Resolves to the present vectors; the same object as before if nothing has changed. Throws
   * StorageError.
   */
  current(): Promise<VectorsOf>;
  /** Resolves to the number of articles that have vectors in the build. */
  bundledArticles(): Promise<number>;
}

/**
 * Returns the vectors of all searched articles, bundled and stored.
 * @param readBundled reads the build's corpus/bundled.vectors
 */
export function createLibraryVectors(
  encoding: Encoding,
  stored: StoredVectors,
  readBundled: () => Promise<Uint8Array>,
): LibraryVectors {
  let opening: Promise<VectorFile> | null = null;
  let current: { readonly stored: VectorsOf; readonly all: VectorsOf } | null = null;

  function bundled(): Promise<VectorFile> {
    opening ??= openBundled();
    return opening;
  }

  /** Opens the bundled vectors. Without the file the bundled articles are compared by words. */
  async function openBundled(): Promise<VectorFile> {
    const bytes = await readBundled().catch(() => new Uint8Array());
    return openVectorFile(bytes, await encoding.version());
  }

  return {
    async current() {
      const [file, own] = await Promise.all([
        bundled(),
        encoding.version().then((model) => stored.current(model)),
      ]);
      if (current?.stored !== own) {
        current = { stored: own, all: (article) => own(article) ?? file.vectorsOf(article) };
      }
      return current.all;
    },
    bundledArticles: async () => (await bundled()).articleCount,
  };
}
