import { isPrivateHost } from "./privateHost.ts";

/**
 * Returns the origins of an address's site: its own, the same host over https, and the same name
 * with or without "www.", between which sites redirect. Another port, or another name for a private
 * host, belongs to another site. Empty for addresses outside the web.
 */
export function siteOrigins(address: string): readonly string[] {
  if (!URL.canParse(address)) return [];
  const { origin, protocol, hostname, port } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") return [];
  if (port !== "" || isPrivateHost(hostname) || /^[\d.]+$|^\[/.test(hostname)) return [origin];
  const protocols = protocol === "https:" ? ["https:"] : ["http:", "https:"];
  return [hostname, withOrWithoutWww(hostname)].flatMap((host) =>
    protocols.map((its) => `${its}//${host}`),
  );
}

/** Returns the origins of an address's site that the browser permits: only these are asked. */
export async function grantedSiteOrigins(
  address: string,
  isGranted: (url: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const granted: string[] = [];
  for (const origin of siteOrigins(address)) if (await isGranted(origin)) granted.push(origin);
  return granted;
}

function withOrWithoutWww(hostname: string): string {
  return hostname.startsWith("www.") ? hostname.slice("www.".length) : `www.${hostname}`;
}

/**
 * True if a server's answer may make us request this address: at the server's own origin, or at the usual
 * port of a host on the public web. So no feed can make us request the reader's router or scan ports.
 */
export function isAllowedTarget(server: string, address: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(server)) return false;
  const { origin, protocol, hostname, port } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") return false;
  return origin === new URL(server).origin || (port === "" && !isPrivateHost(hostname));
}
