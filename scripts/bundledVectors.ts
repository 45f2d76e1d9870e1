import { encodeNext, noVectors } from "../src/corpora/encodePassages.ts";
import { passageTexts } from "../src/corpora/passageTexts.ts";
import { type ArticleVectors, vectorFile } from "../src/corpora/vectorFile.ts";
import type { Encoder } from "../src/encoder/index.ts";
import { openSegment } from "../src/engine/library/segmentReader.ts";

export { loadEncoderFrom } from "../src/cli/match/encoder.ts";

/** Returns the file of vectors for all articles of a segment, which the build puts beside it. */
export async function bundledVectors(bytes: Uint8Array, encoder: Encoder): Promise<Uint8Array> {
  const segment = openSegment(bytes);
  const articles: ArticleVectors[] = [];
  for (let place = 0; place < segment.articleCount; place++) {
    const texts = passageTexts(segment, place);
    const encode = (some: readonly string[]) => encoder.encodeCompact(some);
    const { vectors } = await encodeNext(texts, noVectors(texts), texts.length, encode);
    articles.push({ id: segment.rows.articleId(place), vectors });
  }
  return vectorFile(encoder.version, articles);
}
