import type { ArticleReading } from "../model/index.ts";
import { checksum } from "./checksum.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import { buildInvertedIndex } from "./postingsBuilder.ts";
import { RowWriter, type SectionData } from "./rowWriter.ts";
import {
  headerWords,
  headLength,
  type SectionName,
  sectionAlignment,
  sections,
  segmentMagic,
  segmentVersion,
  tableWords,
  termsVersion,
} from "./segmentLayout.ts";
import { termsOfPassage } from "./terms.ts";

/** Writes articles and their index as one segment. The same readings give the same bytes. */
export function writeSegment(readings: readonly ArticleReading[]): Uint8Array {
  const rows = new RowWriter();
  const terms: Uint32Array[] = [];
  const prints: Uint32Array[] = [];
  for (const reading of readings) {
    rows.putArticle(reading);
    for (const passage of reading.passages) {
      rows.putPassage(reading, passage);
      terms.push(termsOfPassage(passage));
      prints.push(fingerprintsOf(passage.text));
    }
  }
  const byTerm = buildInvertedIndex(terms);
  const byPrint = buildInvertedIndex(prints);
  return layOut({
    ...rows.sections(),
    termHashes: byTerm.hashes,
    termStarts: byTerm.starts,
    termPostings: byTerm.postings,
    forwardStarts: byTerm.forwardStarts,
    forwardTerms: byTerm.forwardTerms,
    printHashes: byPrint.hashes,
    printStarts: byPrint.starts,
    printPostings: byPrint.postings,
  });
}

function layOut(data: Record<SectionName, SectionData>): Uint8Array {
  let at = headLength * 4;
  const places = sections.map(({ name }) => {
    const place = { offset: at, bytes: data[name].byteLength };
    at = aligned(at + place.bytes);
    return place;
  });
  const bytes = new Uint8Array(at);
  const head = new Uint32Array(bytes.buffer, 0, headLength);
  head.set([segmentMagic, segmentVersion, termsVersion, sections.length, at, 0]);
  sections.forEach(({ name }, i) => {
    const { offset, bytes: length } = places[i]!;
    const part = data[name];
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset);
    const padded = new Uint32Array(bytes.buffer, offset, (aligned(offset + length) - offset) / 4);
    head.set([offset, length, checksum(padded)], headerWords + i * tableWords);
  });
  head[5] = checksum(head);
  return bytes;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / sectionAlignment) * sectionAlignment;
}
