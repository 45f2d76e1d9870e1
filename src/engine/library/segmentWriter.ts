import type { ArticleReading } from "../model/index.ts";
import { tokeniseIn } from "../text/languages.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import { hashPairs } from "./hashPairs.ts";
import { addressHashes } from "./pageAddress.ts";
import { RowWriter } from "./rowWriter.ts";
import { layOutSegment } from "./segmentBytes.ts";
import { buildTermIndex } from "./termIndexBuilder.ts";
import { termsOfPassage } from "./terms.ts";

/** Writes articles and their index as one segment. The same readings give the same bytes. */
export function writeSegment(readings: readonly ArticleReading[]): Uint8Array {
  const rows = new RowWriter();
  const terms: Uint32Array[] = [];
  const prints: Uint32Array[] = [];
  const addresses: Uint32Array[] = [];
  const articleStarts = [0];
  for (const reading of readings) {
    rows.putArticle(reading);
    addresses.push(addressHashes(reading.article.urls));
    for (const passage of reading.passages) {
      rows.putPassage(reading, passage);
      const tokens = tokeniseIn(passage.text, reading.article.language);
      terms.push(termsOfPassage(passage, tokens));
      prints.push(fingerprintsOf(passage.text, tokens));
    }
    articleStarts.push(terms.length);
  }
  const { hashes: printHashes, numbers: printPassages } = hashPairs(prints);
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
