/** One entry of a feed, whatever the format was; texts are as written, not yet cleaned. */
export interface FeedItem {
  /**
   * What distinguishes it from the feed's other items: the feed's own id, else address, else title.
   */
  readonly id: string;
  /** Absolute http(s) address of the article, or null. */
  readonly url: string | null;
  /** The same as the feed writes it, be it an address or not; null for none. */
  readonly link: string | null;
  /** May hold markup and entities. */
  readonly title: string;
  /** The fullest text that the feed carries, as HTML; "" for none. */
  readonly html: string;
  /** As the feed writes it, or null. */
  readonly published: string | null;
  /** When it was last changed, as the feed writes it, or null. */
  readonly updated: string | null;
  readonly authors: readonly string[];
  /** As the feed writes it, or null. */
  readonly language: string | null;
}

/** A feed as read: RSS, RDF, Atom and JSON Feed look alike from here on. */
export interface Feed {
  /** May contain markup and entities; "" if the feed has none. */
  readonly title: string;
  /** Absolute http(s) address of the site, or null. */
  readonly siteUrl: string | null;
  readonly items: readonly FeedItem[];
}

/** Thrown for a text that is not a feed; the message gives the technical reason. */
export class FeedError extends Error {
  override readonly name = "FeedError";
}
