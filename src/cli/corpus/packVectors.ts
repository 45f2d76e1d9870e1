import { passageTexts } from "../../corpora/passageTexts.ts";
import type { Encoder } from "../../encoder/index.ts";
import { openSegment } from "../../engine/library/segmentReader.ts";
import { vectorBytes } from "../../engine/meaning/compactVector.ts";
import type { Article } from "../../engine/model/index.ts";
import { segmentOfArticles } from "../../engine/segmentOfArticles.ts";
import type { CarriedVectors } from "../../ingest/pack/carriedVectors.ts";
import { encodeTexts } from "../match/meaning.ts";

/** Resolves to the vectors of an article's passages as a pack carries them. */
export async function vectorsOfArticle(
  article: Article,
  { version, encodeCompact }: Encoder,
): Promise<CarriedVectors> {
  const texts = passageTexts(openSegment(segmentOfArticles([article])), 0);
  const places = texts.flatMap((text, at) => (text === null ? [] : [{ text, at }]));
  const vectors = await encodeTexts(
    places.map(({ text }) => text),
    encodeCompact,
  );
  const bytes = new Uint8Array(texts.length * vectorBytes);
  places.forEach(({ at }, i) => {
    bytes.set(vectors[i]!, at * vectorBytes);
  });
  return { model: version, bytes };
}
