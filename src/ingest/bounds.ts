/**
 * The bounds on reading foreign files, in one table, so that no file can fill the memory. Each is
 * far above what newsrooms and readers have, and low enough that reading at the bound keeps the
 * process under 400 MB (`tests/browser/importBombs.test.ts` measures it).
 */
export const bounds = {
  /**
   * Bytes that are unpacked at once. Deflate unpacks to a thousandfold at most, so that one slice is
   * 4 MB at most; smaller slices cost time, as each copies the 32 KB that the next refers to.
   */
  slice: 4_096,
  /**
   * The most times its own size that a member of a zip may unpack to, once it is over
   * `freeUnpackedBytes`. News in JSON packs to a tenth, tables of it to a fiftieth; long runs of
   * one character to a thousandth.
   */
  zipRatio: 200,
  /** A member may unpack to this much before its ratio counts: small files may contain anything. */
  freeUnpackedBytes: 20_000_000,
  /**
   * The most bytes that all members of a zip may unpack to: five million articles. It bounds time,
   * not memory.
   */
  zipBytes: 20_000_000_000,
  /** Files in a zip: more than any archive of single articles that an import could end. */
  zipFiles: 1_000_000,
  /** The most times its own size that a pack may unpack to; docs/pack-format.md documents it. */
  packRatio: 200,
  /** As above, for packs: a pack of a few articles is mostly its manifest. */
  freePackBytes: 1_000_000,
  /** A pack in the browser is checked and stored in one piece: 100,000 articles of the usual length. */
  packBytes: 200_000_000,
  /** The most articles that a pack may declare. */
  packArticles: 2_000_000,
  /**
   * The most bytes that a pack may declare for its unpacked records; they are unpacked in slices.
   */
  packTextBytes: 4_000_000_000,
  /** The longest page, text or feed: ten times the longest news page, with what is embedded in it. */
  pageBytes: 20_000_000,
  /**
   * Elements, attributes and comments of a page or feed. A long live blog has 100,000; each takes
   * some 200 bytes when it is parsed.
   */
  markupNodes: 500_000,
  /** Items of a feed in a file: an outlet's whole archive is sent in smaller ones. */
  feedItems: 20_000,
  /** JSON up to here is parsed as a whole, what is longer element by element. */
  wholeJsonBytes: 10_000_000,
  /** Values in JSON that is parsed as a whole: each takes up to 100 bytes. */
  wholeJsonValues: 500_000,
  /**
   * The size of an `articles.json`: what is known of 20,000 files beside it. All lists of an import
   * share it.
   */
  listBytes: 10_000_000,
  /**
   * The length of one record of a list, or one line of JSON Lines or of a pack: an article with its
   * page's HTML. Each is copied a few times.
   */
  recordChars: 4_000_000,
  /** Values in one record: an article has a hundred, one with links and entities a few thousand. */
  recordValues: 100_000,
  /** Levels of objects and arrays inside each other; formats of news have ten. */
  jsonDepth: 100,
  /**
   * The longest body of an article: the longest live blogs have a quarter of it. Indexing it takes
   * 100 MB and some seconds in which the settings do not move; four times as much took 300 MB.
   */
  bodyChars: 1_000_000,
  /** Characters of articles that are indexed and stored together, if there is more than one. */
  batchChars: 500_000,
  /** A PDF with pictures: an issue of a daily newspaper takes 10 to 40 MB. */
  pdfBytes: 40_000_000,
  /** Pages of a PDF: a year of a weekly newsletter; reading them takes ten seconds. */
  pdfPages: 1_000,
  /**
   * The memory that PDFium asks for at most, the file included; it then takes a fifth more. Its own
   * tables take 20 MB. Firefox needs two to three times as much while it grows
   * (`tests/browser/wordAndPdf.test.ts`).
   */
  pdfMemoryBytes: 100_000_000,
  /** The refused entries of one file, or of one member of a zip, that are always allowed. */
  freeRefusals: 10_000,
  /**
   * Beyond that, the refusals allowed for each article: a file that is mostly other data ends
   * there.
   */
  refusalsPerArticle: 10,
} as const;

/** Returns a size for people, in megabytes with one decimal. */
export function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}
