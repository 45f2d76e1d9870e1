import { termHash } from "../text/termHash.ts";

/** Query parameters that say where a reader came from, not what is shown. */
const trackingParameter =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|ref|ref_src|referrer|source|src|cmp|cmpid|ocid|smid|smtyp|partner|share|sh|feature|amp|outputtype|output|s|spm|ns_.*|at_.*|xtor|ito|taid|guccounter)$/i;

/**
 * Returns one form for all addresses of a page: no scheme, no "www", mobile or AMP parts, no
 * fragment, no tracking parameters, the others sorted. Works on any text; "" for an empty one.
 */
export function pageAddress(url: string): string {
  return normalised(url, (name) => !trackingParameter.test(name));
}

/**
 * Returns the same form with all parameters: two addresses with the same form are certainly one
 * page.
 */
export function fullAddress(url: string): string {
  return normalised(url, () => true);
}

/**
 * True if one of the addresses is among the others with all of its parameters. Addresses that differ in
 * a parameter that usually says where a reader came from are one page only if the texts agree: any
 * site may choose its text by it.
 */
export function sharesFullAddress(urls: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others.map(fullAddress));
  return urls.some((url) => known.has(fullAddress(url)));
}

function normalised(url: string, isKept: (parameter: string) => boolean): string {
  const bare = url
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
    .split("#", 1)[0]!;
  const queryAt = bare.indexOf("?");
  const address = queryAt < 0 ? bare : bare.slice(0, queryAt);
  const slash = address.indexOf("/");
  const host = (slash < 0 ? address : address.slice(0, slash)).toLowerCase();
  const path = slash < 0 ? "" : address.slice(slash);
  return (
    siteOf(host) + barePath(path) + queryOf(queryAt < 0 ? "" : bare.slice(queryAt + 1), isKept)
  );
}

/**
 * Returns the hashes of an article's addresses, each once: two articles that share one share a
 * page.
 */
export function addressHashes(urls: readonly string[]): Uint32Array {
  const addresses = urls.map(pageAddress).filter((address) => address !== "");
  return Uint32Array.from(new Set(addresses.map((address) => termHash("address", address))));
}

/** A host without user, default port, www, m, mobile and amp. */
function siteOf(host: string): string {
  return host
    .replace(/^.*@/, "")
    .replace(/:(?:80|443)$/, "")
    .replace(/^(?:(?:www\d?|m|mobile|amp)\.)+/, "");
}

function barePath(path: string): string {
  return path
    .replace(/^\/amp(?=\/)/, "")
    .replace(/(?<!\/)\/+$/, "")
    .replace(/(?:\/amp|\.amp|\/index\.[a-z]{3,5})$/i, "")
    .replace(/\.amp(?=\.html?$)/i, "");
}

function queryOf(query: string, isKept: (parameter: string) => boolean): string {
  const kept = query
    .split("&")
    .filter((item) => item !== "" && isKept(item.split("=", 1)[0] ?? ""))
    .sort();
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}
