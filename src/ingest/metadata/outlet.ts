import type { Basis, Outlet } from "../../engine/model/index.ts";
import { fitsDomain } from "./fitsDomain.ts";

/** Second-level labels under which countries register names ("co.uk", "com.tr"). */
const registries = new Set([
  "co",
  "com",
  "org",
  "net",
  "gov",
  "ac",
  "edu",
  "or",
  "ne",
  "go",
  "gen",
]);

/**
 * Domains below which anybody may have a site: there, the host below the domain is the outlet's.
 * The whole list of such domains (`publicsuffix.org`) takes 100 KB and more in any library; these
 * are the ones where news and blogs are published. A missing domain counts several outlets as one,
 * but never lets one page speak for another: see `isSameSite`.
 */
const sharedDomains = new Set([
  ...["blogspot.com", "wordpress.com", "substack.com", "medium.com", "ghost.io", "tumblr.com"],
  ...["livejournal.com", "over-blog.com", "altervista.org", "neocities.org", "bearblog.dev"],
  ...["wixsite.com", "weebly.com", "squarespace.com", "webflow.io", "beehiiv.com", "blog.ir"],
  ...["github.io", "gitlab.io", "netlify.app", "vercel.app", "pages.dev", "workers.dev"],
  ...["web.app", "firebaseapp.com", "herokuapp.com", "onrender.com", "fly.dev", "surge.sh"],
  ...["amazonaws.com", "cloudfront.net", "azurewebsites.net", "appspot.com", "googleapis.com"],
]);

/**
 * Returns the registrable domain of an address ("alalam.ir" for "https://en.alalam.ir/news/1"), or
 * null.
 */
export function domainOf(url: string | null): string | null {
  const host = hostOf(url);
  if (host === null || !host.includes(".") || /^[\d.]+$|:/.test(host)) return null;
  const labels = host.split(".");
  const isCountry = labels.at(-1)!.length === 2 && registries.has(labels.at(-2)!);
  const own = labels.slice(isCountry && labels.length > 2 ? -3 : -2).join(".");
  return sharedDomains.has(own) ? labels.slice(-own.split(".").length - 1).join(".") : own;
}

/**
 * True if a page at one address may speak for the other: they are on one host, or one host is below
 * the other ("edition.coast.example" and "www.coast.example") within a registrable domain. Two
 * sibling hosts ("one.blogs.example", "two.blogs.example") may belong to different people, and no
 * list of such domains is complete, so neither speaks for the other.
 */
export function isSameSite(url: string, other: string): boolean {
  const [one, two] = [siteHostOf(url), siteHostOf(other)];
  if (one === null || two === null) return false;
  if (one === two) return true;
  const [upper, lower] = one.length < two.length ? [one, two] : [two, one];
  const domain = domainOf(`https://${upper}`);
  return domain !== null && domain === domainOf(`https://${lower}`) && lower.endsWith(`.${upper}`);
}

/** The host without the names of its forms for phones and the like. */
function siteHostOf(url: string): string | null {
  return hostOf(url)?.replace(/^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)/, "") ?? null;
}

/**
 * A longer address is nobody's article: servers refuse addresses at about this length. Browsers and
 * Node take time that grows with its square to write a host of foreign letters in ASCII.
 */
const longestAddress = 8_192;

/**
 * Returns an http(s) address without its fragment, or null if it is not one, or too long. `base`
 * resolves relative ones.
 */
export function webAddress(address: string | null, base?: string | null): string | null {
  if (address === null || Math.max(address.length, base?.length ?? 0) > longestAddress) return null;
  try {
    const url = new URL(address, base || undefined);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    url.hash = "";
    return url.href;
  } catch {
    return null;
  }
}

/** Returns the host of an http(s) address, in small letters; null if it is none. */
export function hostOf(url: string | null): string | null {
  const address = webAddress(url);
  return address === null ? null : new URL(address).hostname.replace(/\.$/, "").toLowerCase();
}

/** An outlet and whether its name was printed or taken from the address. */
export interface KnownOutlet {
  readonly outlet: Outlet;
  readonly basis: Basis;
}

/**
 * Returns the outlet by its printed name, or by its domain; null when neither is known.
 * @param isForeign the page says that it is a page of another site: then the name it prints counts
 * only if it is its own domain's, and it is named by its host otherwise
 */
export function outletOf(
  printedName: string | null,
  url: string | null,
  isForeign = false,
): KnownOutlet | null {
  const domain = domainOf(url);
  if (printedName !== null && !(isForeign && !fitsDomain(printedName, domain))) {
    return { outlet: { name: printedName, domain }, basis: "stated" };
  }
  const name = domain ?? (isForeign ? hostOf(url) : null);
  return name === null ? null : { outlet: { name, domain }, basis: "inferred" };
}
