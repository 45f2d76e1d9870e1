import type { Article } from "../engine/model/index.ts";
import type { OffscreenArchiveMessages } from "./archiveProtocol.ts";
import type { ExportFormat, ImportProblem, PackOutcome } from "./corporaProtocol.ts";

/** Why a feed could not be read, as a code; the interface has the words for it. */
export type FeedProblem =
  /** No connection, a redirect loop, or an incomplete answer. */
  | "unreachable"
  | "timedOut"
  | "tooLarge"
  /** Not a web address. */
  | "forbiddenAddress"
  /** Its server redirects to another site, which was not followed. */
  | "redirected"
  /** The server says that it no longer exists. */
  | "gone"
  /** The server answered with an error. */
  | "refused"
  | "notAFeed"
  /** Its articles could not be stored. */
  | "notStored"
  /** The extension has no permission to read this host. */
  | "noPermission";

/** A feed that a page names in its head. */
export interface FeedLink {
  readonly url: string;
  readonly title: string;
}

/** The address of a feed, and the validators of its last answer. */
export interface FeedQuestion {
  readonly url: string;
  /** The only origins that are asked, wherever redirects lead. */
  readonly within: readonly string[];
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Ids of known items, which are left out of the answer. */
  readonly known: readonly string[];
}

/** The address of a pack, and the ETag of the stored version. */
export interface PackQuestion {
  readonly address: string;
  readonly etag: string | null;
  /** The only origins that are asked, wherever redirects lead. */
  readonly within: readonly string[];
}

/** The result of a request for a feed. */
export type FeedAnswer =
  | { readonly kind: "notModified" }
  | {
      readonly kind: "read";
      readonly title: string;
      readonly siteUrl: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** Ids of all the feed's items. */
      readonly ids: readonly string[];
      /** The new ones that have a text or an address, newest first. */
      readonly articles: readonly Article[];
    }
  /** Not a feed but a page, with the feeds that it names. */
  | { readonly kind: "page"; readonly feeds: readonly FeedLink[] }
  | {
      readonly kind: "failed";
      readonly problem: FeedProblem;
      readonly retryAfterMs: number | null;
    };

/** An entry of a list of feeds in OPML. */
export interface FeedListItem extends FeedLink {
  readonly siteUrl: string | null;
}

/** Texts to encode: for a page that is being read, or for saved articles. */
export interface EncodeQuestion {
  readonly texts: readonly string[];
  readonly priority: "page" | "idle";
}

/**
 * Why the encoder cannot be used. "damaged", "wrongVersion": its files are damaged or of another
 * version; "unavailable": it does not start (no memory, no WebAssembly), or ended repeatedly.
 */
export type EncodingProblem = "damaged" | "wrongVersion" | "unavailable";

/** The result of a request to encode texts. */
export type EncodeAnswer =
  /** One vector per text, in order, as base64. */
  | { readonly kind: "encoded"; readonly vectors: readonly string[] }
  | { readonly kind: "failed"; readonly problem: EncodingProblem };

/**
 * Messages to the offscreen document, where work runs that needs a document; in Firefox it is the
 * event page itself. New messages are added here first.
 */
export interface OffscreenMessages extends OffscreenArchiveMessages {
  /** Fetches and reads a feed. */
  "offscreen/readFeed": { request: FeedQuestion; reply: FeedAnswer };
  /** Fetches an article's page; null if it cannot be fetched, or has no article. */
  "offscreen/readArticle": {
    /** `within`: the only origins that are asked, wherever redirects lead. */
    request: { url: string; within: readonly string[] };
    reply: Article | null;
  };
  /**
   * Runs a stored import to its end; a repeated request is answered at the same end. `problem`: why
   * it stopped, if the disk had no room to store that.
   */
  "offscreen/import": { request: { id: string }; reply: { problem: ImportProblem | null } };
  "offscreen/fetchPack": {
    request: PackQuestion;
    reply: { outcome: PackOutcome };
  };
  "offscreen/export": { request: { format: ExportFormat }; reply: { id: string } };
  /** Null if the text is not OPML. */
  "offscreen/readOpml": { request: { text: string }; reply: readonly FeedListItem[] | null };
  "offscreen/writeOpml": {
    request: { title: string; feeds: readonly FeedListItem[] };
    reply: { text: string };
  };
  /**
   * Encodes texts; starts the encoder if it is not running. Requests of a page that somebody waits
   * for come first.
   */
  "offscreen/encode": { request: EncodeQuestion; reply: EncodeAnswer };
}
