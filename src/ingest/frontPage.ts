import { countWords } from "../engine/body/blockMeasures.ts";
import { isFrontAddress } from "../engine/body/frontAddress.ts";
import type { Article } from "../engine/model/index.ts";

/** The fewest words of a headline; the names of sections and the links of menus have fewer. */
const fewestWords = 4;
/** The fewest headlines of a front page; an article may have some below it. */
const fewestHeadlines = 10;

/**
 * True for an outlet's front page: headlines that lead to articles, more than it has paragraphs, at
 * an address that is no article's. Sites that name their front page as the address of each article
 * have fewer headlines there; a page that states that it is an article is one.
 */
export function isFrontPage(document: Document, { urls, body }: Article): boolean {
  const isAtFront = [...urls, ...statedAddresses(document)].some(
    (url) => URL.canParse(url) && isFrontAddress(new URL(url)),
  );
  if (!isAtFront || claimsArticle(document)) return false;
  return headlinesIn(document) >= Math.max(fewestHeadlines, body.split("\n\n").length);
}

/** Returns what the page gives as its address; an article's address leaves out that of the site. */
function statedAddresses(document: Document): readonly string[] {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const shared = document.querySelector('meta[property="og:url"]')?.getAttribute("content");
  return [canonical ?? "", shared ?? ""];
}

function claimsArticle(document: Document): boolean {
  if (document.querySelector('meta[property="og:type"][content="article"]') !== null) return true;
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  return [...scripts].some(({ textContent }) =>
    /"(?:\w*Article|BlogPosting)"/.test(textContent ?? ""),
  );
}

/** Counts the addresses to which headlines lead. */
function headlinesIn(document: Document): number {
  const links = document.querySelectorAll(
    ":is(h1, h2, h3, h4) a[href], a[href] :is(h1, h2, h3, h4)",
  );
  const addresses = new Set<string>();
  for (const link of links) {
    if (countWords(link.textContent ?? "") < fewestWords) continue;
    addresses.add(link.closest("a")?.getAttribute("href") ?? "");
  }
  return addresses.size;
}
