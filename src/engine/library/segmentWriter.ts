import type { ArticleReading } from "../model/index.ts";
import { hashPairs } from "./hashPairs.ts";
import { addressHashes } from "./pageAddress.ts";
import { keysOfPassages } from "./passageKeys.ts";
import { RowWriter } from "./rowWriter.ts";
import { layOutSegment } from "./segmentBytes.ts";
import { buildTermIndex } from "./termIndexBuilder.ts";

/** Writes articles and their index as one segment. The same readings give the same bytes. */
export function writeSegment(readings: readonly ArticleReading[]): Uint8Array {
  const rows = new RowWriter();
  const terms: Uint32Array[] = [];
  const fingerprints: Uint32Array[] = [];
  const addresses: Uint32Array[] = [];
  const articleStarts = [0];
  for (const reading of readings) {
    rows.putReading(reading);
    addresses.push(addressHashes(reading.article.urls));
    for (const keys of keysOfPassages(reading)) {
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
