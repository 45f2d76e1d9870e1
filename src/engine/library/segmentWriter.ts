import type { ArticleReading } from "../model/index.ts";
import { type ArticleOutline, readingOfOutline } from "./articleOutline.ts";
import { hashPairs } from "./hashPairs.ts";
import { addressHashes } from "./pageAddress.ts";
import { keysOfPassages, type PassageKeys } from "./passageKeys.ts";
import { RowWriter } from "./rowWriter.ts";
import { layOutSegment } from "./segmentBytes.ts";
import { buildTermIndex } from "./termIndexBuilder.ts";

/** Writes articles and their index as one segment. The same readings give the same bytes. */
export function writeSegment(readings: readonly ArticleReading[]): Uint8Array {
  return written(readings, keysOfPassages);
}

/** Writes articles without their texts: what the index says of them is the same. */
export function writeOutlines(outlines: readonly ArticleOutline[]): Uint8Array {
  const keys = new Map(outlines.map((outline) => [readingOfOutline(outline), outline.passages]));
  return written([...keys.keys()], (reading) => keys.get(reading)!);
}

function written(
  readings: readonly ArticleReading[],
  keysOf: (reading: ArticleReading) => readonly PassageKeys[],
): Uint8Array {
  const rows = new RowWriter();
  const terms: Uint32Array[] = [];
  const fingerprints: Uint32Array[] = [];
  const addresses: Uint32Array[] = [];
  const articleStarts = [0];
  for (const reading of readings) {
    rows.putArticle(reading);
    addresses.push(addressHashes(reading.article.urls));
    for (const passage of reading.passages) rows.putPassage(reading, passage);
    for (const keys of keysOf(reading)) {
      terms.push(keys.terms);
      fingerprints.push(keys.fingerprints);
    }
    articleStarts.push(terms.length);
  }
  const { hashes: printHashes, numbers: printPassages } = hashPairs(fingerprints);
  const { hashes, numbers: addressArticles } = hashPairs(addresses);
  return layOutSegment({
    ...rows.sections(),
    ...buildTermIndex(terms, articleStarts),
    printHashes,
    printPassages,
    addressHashes: hashes,
    addressArticles,
  });
}
