import type { Basis, Outlet } from "../../engine/model/index.ts";

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

/** The registrable domain of an address ("alalam.ir" for "https://en.alalam.ir/news/1"), or null. */
export function domainOf(url: string | null): string | null {
  const host = hostOf(url);
  if (host === null || !host.includes(".") || /^[\d.]+$|:/.test(host)) return null;
  const labels = host.split(".");
  const isCountry = labels.at(-1)!.length === 2 && registries.has(labels.at(-2)!);
  return labels.slice(isCountry && labels.length > 2 ? -3 : -2).join(".");
}

/** An http(s) address without its fragment, or null if it is none. `base` resolves relative ones. */
export function webAddress(address: string | null, base?: string | null): string | null {
  if (address === null) return null;
  try {
    const url = new URL(address, base || undefined);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    url.hash = "";
    return url.href;
  } catch {
    return null;
  }
}

function hostOf(url: string | null): string | null {
  const address = webAddress(url);
  return address === null ? null : new URL(address).hostname.replace(/\.$/, "").toLowerCase();
}

/** An outlet and whether its name was printed or taken from the address. */
export interface KnownOutlet {
  readonly outlet: Outlet;
  readonly basis: Basis;
}

/** The outlet by its printed name, or by its domain; null when neither is known. */
export function outletOf(printedName: string | null, url: string | null): KnownOutlet | null {
  const domain = domainOf(url);
  if (printedName !== null) return { outlet: { name: printedName, domain }, basis: "stated" };
  return domain === null ? null : { outlet: { name: domain, domain }, basis: "inferred" };
}
