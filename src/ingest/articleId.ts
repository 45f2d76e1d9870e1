import type { ArticleId } from "../engine/model/index.ts";

/** What identifies an article. */
export interface ArticleIdentity {
  /** The outlet's domain, or its name where no domain is known. */
  readonly outlet: string;
  /** The canonical address, or null. */
  readonly url: string | null;
  readonly title: string;
}

const longestSlug = 24;

/**
 * Returns a short id that is the same whenever outlet, address and title are: the outlet for
 * people, and 53 bits of a hash ("themoscowtimes-1f4z0k2m9qa"). Letters, digits and hyphens only.
 */
export function articleId({ outlet, url, title }: ArticleIdentity): ArticleId {
  const slug = outlet
    .normalize("NFKD")
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/\.[a-z]+$/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, longestSlug);
  const hash = hash53([outlet, url ?? "", title].join("\u0000"));
  return `${slug === "" ? "article" : slug}-${hash.toString(36)}` as ArticleId;
}

/** Combines two 32-bit FNV-1a hashes with different seeds; 53 bits are kept. */
function hash53(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x01234567;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ (code + at), 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
