import { type ArticleOutline, outlineOf } from "../../engine/library/articleOutline.ts";
import { keysOfPassages } from "../../engine/library/passageKeys.ts";
import { SegmentRows } from "../../engine/library/rowReader.ts";
import { rowsOf } from "../../engine/library/rowWriter.ts";
import type { Article, ArticleReading } from "../../engine/model/index.ts";
import type { StoredFields } from "../cluster/documents.ts";
import type { Write } from "../cluster/writes.ts";
import type { ArchiveKey } from "../keys/archiveKey.ts";
import { type Bytes, base64, bytesOfBase64 } from "../keys/bytes.ts";
import { keyedDigest } from "../keys/keyedHash.ts";
import { seal, unseal } from "../keys/seal.ts";
import type { Archive } from "./archive.ts";
import { bytesOfOutline, outlineOfBytes } from "./outlineBytes.ts";
import { packed, unpacked } from "./packedBytes.ts";
import { bytesOfRows, rowsOfBytes } from "./readingBytes.ts";

/**
 * Returns the document that marks an article as being pushed or deleted, with the number of
 * passages that may exist.
 */
export function unfinished(
  { indices }: Archive,
  id: string,
  passages: number,
  version: number,
): Write {
  const document = { passages, isWhole: false, digest: "" };
  return { index: indices.articles, id, document, version };
}

/**
 * Returns the version for the next change of an article, above that of every earlier one. The
 * article itself, which is written last, has the one after it.
 * @param now ms since 1970, since the version of a deleted article is not known any more
 */
export function nextVersion(stored: StoredFields | null, now: number): number {
  return Math.max(now, (stored?._version?.[0] ?? 0) + 1);
}

/** Returns the id of an article's passage. */
export function passageId(article: string, ordinal: number): string {
  return `${article}.${ordinal}`;
}

/** Returns the article of a passage's id. */
export function articleOfPassage(passage: string): string {
  return passage.slice(0, passage.indexOf("."));
}

/** Returns the writes that delete the passages that an article no longer has. */
export function removedPassages(
  { indices }: Archive,
  article: string,
  from: number,
  end: number,
  version: number,
): readonly Write[] {
  const ordinals = Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i);
  return ordinals.map((ordinal) => ({
    index: indices.passages,
    id: passageId(article, ordinal),
    document: null,
    version,
  }));
}

/** Returns all documents of an article that was read. */
export async function documentsOf(
  archive: Archive,
  id: string,
  digest: string,
  reading: ArticleReading,
  version: number,
): Promise<{ readonly passages: readonly Write[]; readonly article: Write }> {
  const { indices, key, termNames } = archive;
  const keys = keysOfPassages(reading);
  const names = await termNames.ofEach(keys.map(({ terms }) => terms));
  const passages = names.map((ofPassage, ordinal) => ({
    index: indices.passages,
    id: passageId(id, ordinal),
    document: { terms: ofPassage.join(" ") },
    version,
  }));
  const outline = bytesOfOutline(outlineOf(reading, keys));
  const rows = packed(bytesOfRows(rowsOf(reading)));
  const document = {
    ...{ passages: passages.length, isWhole: true, digest },
    // Not packed: it would be 4 % smaller, and a page that opens a thousand would take half as long again.
    outline: base64(await seal(outline, nameOfOutline(id), key.sealing)),
    sealed: base64(await seal(rows, nameOfArticle(id), key.sealing)),
  };
  return { passages, article: { index: indices.articles, id, document, version: version + 1 } };
}

/** Returns the digest that shows whether the article is stored in its present form. */
export function digestOf(article: Article, key: ArchiveKey): Promise<string> {
  return keyedDigest(key.ids, recordOf(article));
}

/** Returns an article as JSON with its members always in the same order. */
function recordOf(article: Article): string {
  const { id, outlet, title, urls, published, relativeDatesCountFrom } = article;
  const { byline, agencies, language, body } = article;
  const date = published && [published.value, published.precision, published.basis];
  return JSON.stringify([
    ...[id, outlet.name, outlet.domain, title, urls, date, relativeDatesCountFrom],
    ...[byline, agencies, language, body],
  ]);
}

/** Returns the rows of the article in a stored field. Throws ArchiveError if it cannot be opened. */
export async function openArticle(
  field: unknown,
  id: string,
  { sealing }: ArchiveKey,
): Promise<SegmentRows> {
  const rows = unpacked(await unseal(sealedBytes(field), nameOfArticle(id), sealing));
  return new SegmentRows(rowsOfBytes(rows));
}

/** Returns the outline in a stored field. Throws ArchiveError if it cannot be opened. */
export async function openOutline(
  field: unknown,
  id: string,
  { sealing }: ArchiveKey,
): Promise<ArticleOutline> {
  return outlineOfBytes(await unseal(sealedBytes(field), nameOfOutline(id), sealing));
}

/**
 * Returns the bytes of a field; a malformed field gives bytes that cannot be opened, so the error
 * is the same.
 */
function sealedBytes(field: unknown): Bytes {
  return (typeof field === "string" ? bytesOfBase64(field) : null) ?? new Uint8Array(0);
}

const nameOfArticle = (id: string) => `article ${id}`;
const nameOfOutline = (id: string) => `outline ${id}`;
