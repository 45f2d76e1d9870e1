import { generateOpml, parseOpml } from "feedsmith";
import { checkMarkup } from "../boundedMarkup.ts";
import { webAddress } from "../metadata/outlet.ts";
import { FeedError } from "./feed.ts";

/** A feed as a list of feeds names it. */
export interface ListedFeed {
  readonly url: string;
  readonly title: string;
  /** Address of the site, or null. */
  readonly siteUrl: string | null;
}

/** Lists of more feeds than this are cut. */
const mostFeeds = 2_000;

interface Outline {
  readonly title?: string;
  readonly text?: unknown;
  readonly xmlUrl?: string;
  readonly htmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

/**
 * Returns the feeds of an OPML list, each address once, folders aside. Throws FeedError if it is
 * none.
 */
export function readOpml(text: string): readonly ListedFeed[] {
  let outlines: readonly Outline[];
  try {
    checkMarkup(text);
    outlines = (parseOpml(text).body?.outlines ?? []) as readonly Outline[];
  } catch (cause) {
    throw new FeedError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
  const feeds = new Map<string, ListedFeed>();
  const waiting = [...outlines].reverse();
  for (let next = waiting.pop(); next && feeds.size < mostFeeds; next = waiting.pop()) {
    const url = webAddress(next.xmlUrl ?? null);
    const name = next.title ?? (typeof next.text === "string" ? next.text : "");
    if (url !== null && !feeds.has(url)) {
      feeds.set(url, { url, title: name, siteUrl: webAddress(next.htmlUrl ?? null) });
    }
    for (const outline of [...(next.outlines ?? [])].reverse()) waiting.push(outline);
  }
  return [...feeds.values()];
}

/** Returns the list as OPML, for other feed readers. */
export function writeOpml(feeds: readonly ListedFeed[], title: string): string {
  return generateOpml({
    head: { title },
    body: {
      outlines: feeds.map((feed) => ({
        text: feed.title || feed.url,
        title: feed.title || feed.url,
        type: "rss",
        xmlUrl: feed.url,
        ...(feed.siteUrl === null ? {} : { htmlUrl: feed.siteUrl }),
      })),
    },
  });
}
