import type { Library } from "../../engine/library/library.ts";
import { matchPage } from "../../engine/match/matcher.ts";
import {
  createMeaningIndex,
  type MeaningIndex,
  type VectorsOf,
} from "../../engine/meaning/meaningIndex.ts";
import { leastDoubtful } from "../../engine/model/index.ts";
import type { Encoding } from "./encoding.ts";
import type { LibraryVectors } from "./libraryVectors.ts";
import type { MeaningTools } from "./pageMeaning.ts";

/** The library and the vectors that pages are compared with. */
interface Indexed {
  readonly library: Library;
  readonly vectorsOf: VectorsOf;
  readonly index: MeaningIndex;
}

/** Returns the tools that compare pages by meaning with the library's vectors. */
export function createMeaningTools(
  encoding: Encoding,
  vectors: LibraryVectors,
  isOn: () => Promise<boolean>,
): MeaningTools {
  let indexed: Indexed | null = null;

  async function indexOf(library: Library): Promise<MeaningIndex> {
    const vectorsOf = await vectors.current();
    if (indexed?.library !== library || indexed.vectorsOf !== vectorsOf) {
      indexed = { library, vectorsOf, index: createMeaningIndex(library, vectorsOf) };
    }
    return indexed.index;
  }

  return {
    isOn,
    version: () => encoding.version(),
    encode: (texts) => encoding.encode(texts, "page"),
    async match(page, library, ofPage) {
      const index = await indexOf(library);
      return matchPage(page, library, {
        minScore: leastDoubtful,
        meaning: { page: ofPage, library: index },
      });
    },
  };
}
