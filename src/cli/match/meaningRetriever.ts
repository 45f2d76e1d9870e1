import type { Encoder } from "../../encoder/index.ts";
import {
  createRetriever,
  type RetrievedHit,
  type SearchablePassage,
} from "../../engine/match/retrieval/retriever.ts";
import { vectorBytes } from "../../engine/meaning/compactVector.ts";
import { encodeTexts } from "./meaning.ts";

/**
 * Up to this many passages, all are encoded, in a minute or so, and passages without a word in
 * common with a query are found too. In a larger corpus only those that a query's words find are
 * encoded, some 24 a query; for posts and claims that was as good (`npm run eval -- retrieval`).
 */
const mostEncoded = 2000;

/** Finds passages by words and meaning, several queries at a time. */
export interface MeaningRetriever {
  /** At most `count` articles for each query, best first. */
  find(queries: readonly string[], count: number): Promise<readonly (readonly RetrievedHit[])[]>;
}

/** Returns a retriever that encodes what it needs, each passage once. */
export function createMeaningRetriever(
  passages: readonly SearchablePassage[],
  { encodeCompact }: Encoder,
): MeaningRetriever {
  const row = new Uint8Array(passages.length * vectorBytes);
  const areAll = passages.length <= mostEncoded;
  const retriever = createRetriever(passages, { row, areAll });
  const waiting = new Set(passages.keys());

  async function encode(places: Iterable<number>): Promise<void> {
    const wanted = [...new Set(places)].filter((at) => waiting.delete(at));
    const vectors = await encodeTexts(
      wanted.map((at) => passages[at]!.text),
      encodeCompact,
    );
    wanted.forEach((at, i) => {
      row.set(vectors[i]!, at * vectorBytes);
    });
  }

  return {
    async find(queries, count) {
      await encode(
        areAll
          ? passages.keys()
          : queries.flatMap((query) => retriever.candidates(query).map(({ at }) => at)),
      );
      const vectors = await encodeTexts(queries, encodeCompact);
      return queries.map((query, i) => retriever.find(query, count, vectors[i]!));
    },
  };
}
