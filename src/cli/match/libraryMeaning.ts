import { agreeWithEncoder, type ClaimedVector, fits } from "../../corpora/packClaims.ts";
import { passageTexts } from "../../corpora/passageTexts.ts";
import { openVectorFile, vectorFile } from "../../corpora/vectorFile.ts";
import type { Encoder } from "../../encoder/index.ts";
import { isMatchable } from "../../engine/match/comparePage.ts";
import type { Meaning } from "../../engine/match/meaning/pageMeaning.ts";
import { VectorRow, vectorBytes } from "../../engine/meaning/compactVector.ts";
import {
  createMeaningIndex,
  type MeaningIndex,
  type VectorsOf,
} from "../../engine/meaning/meaningIndex.ts";
import type { ArticleId, ArticleReading } from "../../engine/model/index.ts";
import type { OpenedLibrary } from "../corpus/openLibrary.ts";
import type { Output } from "../print/output.ts";
import { encodeTexts } from "./meaning.ts";

/**
 * The most passages that are encoded. At some 30 ms each they take ten minutes, once, because they
 * are kept. A larger corpus is compared by words alone unless its packs bring vectors.
 */
const mostEncoded = 20_000;

/** Above this number, a warning says that it will take a while. */
const manyEncoded = 1_000;
const passagesAMinute = 2_000;

/**
 * Returns the vectors of a library: cached ones, those from packs that a sample confirms, and new
 * ones. Null, with a message, if too many would have to be made.
 */
export async function libraryMeaning(
  opened: OpenedLibrary,
  encoder: Encoder,
  output: Output,
): Promise<MeaningIndex | null> {
  const vectorsOf = await vectorsOfLibrary(opened, encoder, output);
  return vectorsOf === null ? null : createMeaningIndex(opened.library, vectorsOf);
}

/** The same with the vectors of a page. */
export async function meaningOf(
  page: ArticleReading,
  library: MeaningIndex,
  encoder: Encoder,
): Promise<Meaning> {
  const compared = page.passages.filter(isMatchable);
  const vectors = await encodeTexts(
    compared.map(({ text }) => text),
    encoder.encodeCompact,
  );
  const vectorOf = new Map(compared.map((passage, at) => [passage, vectors[at]!]));
  return { page: page.passages.map((passage) => vectorOf.get(passage) ?? null), library };
}

/** The texts of an article, with its vectors as far as they are known. */
interface VectorsOfArticle {
  readonly id: ArticleId;
  readonly texts: readonly (string | null)[];
  readonly vectors: Uint8Array | null;
}

async function vectorsOfLibrary(
  opened: OpenedLibrary,
  encoder: Encoder,
  output: Output,
): Promise<VectorsOf | null> {
  const { version, encodeCompact } = encoder;
  const known = opened.vectorFile === null ? null : openVectorFile(opened.vectorFile, version);
  if (known !== null && known.articleCount > 0) return known.vectorsOf;
  const articles = await withCarried(opened, encoder);
  const missing = articles.flatMap(({ texts, vectors }) =>
    vectors === null ? texts.filter((text) => text !== null) : [],
  );
  if (missing.length > mostEncoded) {
    output.problem(
      `the corpus has ${missing.length} passages without vectors, more than the limit of ${mostEncoded}, so it is compared by words alone; \`second-source corpus build\` makes a pack that has them`,
    );
    return null;
  }
  if (missing.length > manyEncoded) {
    const minutes = Math.ceil(missing.length / passagesAMinute);
    output.problem(
      `encoding ${missing.length} passages, about ${minutes} minutes; the vectors are stored for the next time (--words-only skips this)`,
    );
  }
  const made = (await encodeTexts(missing, encodeCompact)).values();
  const all = articles.map(({ id, texts, vectors }) => ({
    id,
    vectors: vectors ?? joinedRow(texts, made),
  }));
  opened.keep(vectorFile(version, all));
  const vectorOf = new Map(all.map(({ id, vectors }) => [id, vectors]));
  return (article) => vectorOf.get(article) ?? null;
}

/** Returns a row with the next vector for each text; zero where the text is null. */
function joinedRow(texts: readonly (string | null)[], made: Iterator<Uint8Array>): Uint8Array {
  const row = new Uint8Array(texts.length * vectorBytes);
  texts.forEach((text, at) => {
    if (text !== null) row.set(made.next().value, at * vectorBytes);
  });
  return row;
}

/**
 * Returns the articles with the vectors from packs, or without them if a sample is not what we
 * compute.
 */
async function withCarried(
  { segments, carried }: OpenedLibrary,
  { version, encodeCompact }: Encoder,
): Promise<readonly VectorsOfArticle[]> {
  const articles = segments.flatMap((segment) =>
    Array.from({ length: segment.articleCount }, (_, index): VectorsOfArticle => {
      const id = segment.rows.articleId(index);
      const texts = passageTexts(segment, index);
      const came = carried.get(id);
      const isUsable = came !== undefined && came.model === version && fits(texts, came.bytes);
      return { id, texts, vectors: isUsable ? came.bytes : null };
    }),
  );
  const claimed = articles.flatMap(({ texts, vectors }): ClaimedVector[] => {
    if (vectors === null) return [];
    const row = new VectorRow(vectors);
    return texts.flatMap((text, index) => (text === null ? [] : [{ text, row, index }]));
  });
  if (claimed.length === 0 || (await agreeWithEncoder(claimed, encodeCompact, Math.random)))
    return articles;
  return articles.map((article) => ({ ...article, vectors: null }));
}
