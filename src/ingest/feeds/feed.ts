/** One entry of a feed, whatever the format was; texts are as written, not yet cleaned. */
export interface FeedItem {
  /** What tells it from the feed's other items: the feed's own id, else address, else title. */
  readonly id: string;
  /** Absolute http(s) address of the article, or null. */
  readonly url: string | null;
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
  /** May hold markup and entities; "" if the feed does not tell. */
  readonly title: string;
  /** Absolute http(s) address of the site, or null. */
  readonly siteUrl: string | null;
  readonly items: readonly FeedItem[];
}

/** What was read is no feed; the message says why, in technical words. */
export class FeedError extends Error {
  override readonly name = "FeedError";
}
