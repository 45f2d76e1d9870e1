import { checksum } from "./checksum.ts";
import { SegmentRows } from "./rowReader.ts";
import type { Segment } from "./segment.ts";
import { SegmentError } from "./segmentError.ts";
import {
  aligned,
  articleColumns,
  headerWords,
  headLength,
  passageColumns,
  type SegmentViews,
  sectionAlignment,
  sections,
  segmentMagic,
  segmentVersion,
  tableWords,
  termsVersion,
} from "./segmentLayout.ts";
import { TermIndex } from "./termIndex.ts";

/** A passage's terms are read up to here: a damaged segment must not make one passage endless. */
const mostTermsOfPassage = 4096;

/**
 * Opens a segment in place: checks header, table and bounds and makes views. Throws SegmentError.
 * The buffer must not change afterwards. Content is not checked: see `verifySegment`.
 */
export function openSegment(bytes: Uint8Array): Segment {
  const placed = inPlace(bytes);
  const table = readTable(placed);
  return segmentOf(viewsOf(placed, table));
}

/** Returns the segment of some sections. Throws SegmentError. */
export function segmentOf(views: SegmentViews): Segment {
  if (views.articles.length < articleColumns && views.passages.length >= passageColumns) {
    throw new SegmentError("damaged", "passages without an article");
  }
  const terms = new TermIndex(views.termHashes, views.termStarts, views.termPostings);
  const { forwardStarts, forwardTerms } = views;
  return {
    articleCount: Math.floor(views.articles.length / articleColumns),
    passageCount: Math.floor(views.passages.length / passageColumns),
    byteLength: sections.reduce((sum, { name }) => sum + views[name].byteLength, 0),
    views,
    rows: new SegmentRows(views),
    terms,
    fingerprints: { hashes: views.printHashes, numbers: views.printPassages },
    addresses: { hashes: views.addressHashes, numbers: views.addressArticles },
    deleted: null,
    forwardTerms(passage) {
      const start = forwardStarts[passage] ?? 0;
      const end = forwardStarts[passage + 1] ?? 0;
      return forwardTerms.subarray(start, Math.min(end, start + mostTermsOfPassage));
    },
  };
}

/** Opens a segment and checks every section against its checksum. Throws SegmentError. */
export function verifySegment(bytes: Uint8Array): void {
  const placed = inPlace(bytes);
  const table = readTable(placed);
  table.forEach(({ offset, bytes: length, checksum: expected }, i) => {
    const words = new Uint32Array(placed.buffer, placed.byteOffset + offset, aligned(length) / 4);
    if (checksum(words) !== expected) {
      throw new SegmentError("damaged", `checksum of section ${sections[i]!.name}`);
    }
  });
}

interface TableRow {
  readonly offset: number;
  readonly bytes: number;
  readonly checksum: number;
}

/** Typed arrays need aligned bytes: a view that is not aligned is copied once. */
function inPlace(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % sectionAlignment === 0 ? bytes : new Uint8Array(bytes);
}

function readTable(bytes: Uint8Array): readonly TableRow[] {
  if (bytes.byteLength < 4) throw new SegmentError("notASegment", `${bytes.byteLength} bytes`);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 4));
  if (words[0] !== segmentMagic) throw new SegmentError("notASegment", `starts with ${words[0]}`);
  if (words.length < headLength) throw new SegmentError("truncated", `${bytes.byteLength} bytes`);
  if (words[1] !== segmentVersion || words[2] !== termsVersion) {
    throw new SegmentError("wrongVersion", `version ${words[1]}, terms version ${words[2]}`);
  }
  if (words[3] !== sections.length) throw new SegmentError("damaged", `${words[3]} sections`);
  const length = words[4]!;
  if (bytes.byteLength < length) {
    throw new SegmentError("truncated", `${bytes.byteLength} of ${length} bytes`);
  }
  if (bytes.byteLength > length) {
    throw new SegmentError("damaged", `${bytes.byteLength} bytes, said to be ${length}`);
  }
  const head = words.slice(0, headLength);
  head[5] = 0;
  if (checksum(head) !== words[5]) throw new SegmentError("damaged", "header checksum");
  return sections.map(({ name, width }, i) => {
    const at = headerWords + i * tableWords;
    const row = { offset: words[at]!, bytes: words[at + 1]!, checksum: words[at + 2]! };
    const fits = row.offset >= headLength * 4 && row.offset + aligned(row.bytes) <= length;
    if (!fits || row.offset % sectionAlignment !== 0 || row.bytes % width !== 0) {
      throw new SegmentError("damaged", `bounds of section ${name}`);
    }
    return row;
  });
}

function viewsOf(bytes: Uint8Array, table: readonly TableRow[]): SegmentViews {
  const buffer = bytes.buffer as ArrayBuffer;
  const views: Record<string, Uint16Array | Uint32Array | Float64Array> = {};
  sections.forEach(({ name, width }, i) => {
    const { offset, bytes: length } = table[i]!;
    const View = width === 2 ? Uint16Array : width === 8 ? Float64Array : Uint32Array;
    views[name] = new View(buffer, bytes.byteOffset + offset, length / width);
  });
  return views as unknown as SegmentViews;
}
