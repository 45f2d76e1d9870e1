/**
 * A segment: an immutable set of articles with its index, in one buffer that is used in place.
 *
 *   byte 0   ┌──────────────────────────────────────────────┐
 *            │ magic  "S2SG" as a little-endian u32         │  header: u32 × headerWords
 *            │ version                                      │
 *            │ termsVersion (tokens, stems, facts, hashes)  │
 *            │ number of sections                           │
 *            │ length of the whole segment in bytes         │
 *            │ checksum of header and table (this word 0)   │
 *   byte 24  ├──────────────────────────────────────────────┤
 *            │ section 0: offset │ bytes │ checksum         │  table: u32 × 3 a section,
 *            │ section 1: …                                 │  in the order of `sections`
 *            ├──────────────────────────────────────────────┤  each section starts at a
 *            │ text           u16  all strings, end to end  │  multiple of 8
 *            │ textOffsets    u32  string s is text[o[s]…]  │
 *            │ lists          u32  string numbers           │
 *            │ articles       u32 × articleColumns          │
 *            │ passages       u32 × passageColumns          │
 *            │ names          u32 × nameColumns             │  a passage's facts are adjacent:
 *            │ dates          u32 × dateColumns             │  its row has their start, the
 *            │ numbers        u32 × numberColumns           │  next passage's row their end
 *            │ numberValues   f64 × 2  value, upper (NaN)   │
 *            │ termHashes     u32  sorted                   │  dictionary of the term index
 *            │ termStarts     u32  one more than hashes     │
 *            │ termPostings   u32  passages, ascending      │
 *            │ forwardStarts  u32  one more than passages   │  the same index, by passage
 *            │ forwardTerms   u32  index │ times << 24      │  see forwardEntry.ts
 *            │ printHashes    u32  sorted, one a posting    │  verbatim tier: word 4-grams,
 *            │ printPassages  u32  passage of each hash     │  winnowed
 *            │ addressHashes  u32  sorted                   │  articles by page address
 *            │ addressArticles u32 article of each hash     │
 *            └──────────────────────────────────────────────┘
 *
 * Opening checks header, table and bounds and makes views; it reads no section. Reading stays inside a
 * section whatever it contains: every number is clamped where it is used.
 * Strings are UTF-16 code units, so an article's offsets need no translation.
 */

/** "S2SG" read as a little-endian u32; on a big-endian machine no segment opens. */
export const segmentMagic = 0x47533253;

/** Rises when the layout changes: older segments are rebuilt. */
export const segmentVersion = 6;

/** Rises when the same text would give other terms: older segments are rebuilt. */
export const termsVersion = 3;

/** u32 words of the header before the table of sections. */
export const headerWords = 6;
/** u32 words of a row in the table of sections. */
export const tableWords = 3;
/**
 * Sections begin at multiples of this many bytes, because typed arrays of eight-byte values need
 * it.
 */
export const sectionAlignment = 8;

/** Bytes up to where the next section may begin. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / sectionAlignment) * sectionAlignment;
}

/** The sections in file order, with the bytes of one element. */
export const sections = [
  { name: "text", width: 2 },
  { name: "textOffsets", width: 4 },
  { name: "lists", width: 4 },
  { name: "articles", width: 4 },
  { name: "passages", width: 4 },
  { name: "names", width: 4 },
  { name: "dates", width: 4 },
  { name: "numbers", width: 4 },
  { name: "numberValues", width: 8 },
  { name: "termHashes", width: 4 },
  { name: "termStarts", width: 4 },
  { name: "termPostings", width: 4 },
  { name: "forwardStarts", width: 4 },
  { name: "forwardTerms", width: 4 },
  { name: "printHashes", width: 4 },
  { name: "printPassages", width: 4 },
  { name: "addressHashes", width: 4 },
  { name: "addressArticles", width: 4 },
] as const;

/** Words of header and table, to the beginning of the first section. */
export const headLength = Math.ceil((headerWords + sections.length * tableWords) / 2) * 2;

/** The name of a section. */
export type SectionName = (typeof sections)[number]["name"];

/** The sections as typed arrays. */
export type SegmentViews = {
  readonly [Name in SectionName]: Name extends "text"
    ? Uint16Array
    : Name extends "numberValues"
      ? Float64Array
      : Uint32Array;
};

/** Means null where a string number or a code is expected. */
export const none = 0xffffffff;

/** One row per article. List columns are indices in `lists`. */
export const articleColumn = {
  id: 0,
  outletName: 1,
  outletDomain: 2,
  title: 3,
  body: 4,
  urlsStart: 5,
  urlsCount: 6,
  dateValue: 7,
  datePrecision: 8,
  dateBasis: 9,
  relativeDatesCountFrom: 10,
  byline: 11,
  agenciesStart: 12,
  agenciesCount: 13,
  language: 14,
  firstPassage: 15,
  passageCount: 16,
  sourceKind: 17,
  sourceName: 18,
} as const;
/** u32 words of a row of `articleColumn`. */
export const articleColumns = 19;

/** One row per passage. */
export const passageColumn = {
  article: 0,
  start: 1,
  end: 2,
  flags: 3,
  speaker: 4,
  role: 5,
  viaStart: 6,
  namesStart: 7,
  datesStart: 8,
  numbersStart: 9,
} as const;
/** u32 words of a row of `passageColumn`. */
export const passageColumns = 10;

/** Bits of `passageColumn.flags`; bits 3 and 4 hold the unit, bits 8 to 15 the length of via. */
export const passageFlag = { inTitle: 1, isClaim: 2, isQuoted: 4, negated: 32 } as const;
/** The lowest bit of the unit in `passageColumn.flags`. */
export const unitShift = 3;
/** The lowest bit of the length of via in `passageColumn.flags`. */
export const viaShift = 8;
/** The greatest length of via that its eight bits hold; longer ones are cut. */
export const mostVia = 255;

/**
 * Rows of facts: the span, then the value. A name is a word of nameSpan.ts, canonical form, key; a
 * date is start, end, value, precision, relative; a number is start, end, unit, bound.
 */
export const nameColumns = 3;
/** u32 words of a date; see `nameColumns`. */
export const dateColumns = 5;
/** u32 words of a number; see `nameColumns`. */
export const numberColumns = 4;

/** Codes are indices in these lists; a code outside them reads as the first. */
export const unitCodes = ["sentence", "title", "quote"] as const;
/** The kinds of names, by code. */
export const nameKindCodes = ["other", "person", "place", "organisation"] as const;
/** The precisions of dates, by code. */
export const datePrecisionCodes = [
  "day",
  "year",
  "month",
  "minute",
  "second",
  "week",
  "weekday",
] as const;
/** The bases of publication dates, by code. */
export const basisCodes = ["stated", "inferred"] as const;
/** The bounds of numbers, by code. */
export const boundCodes = ["exact", "about", "atLeast", "atMost"] as const;
