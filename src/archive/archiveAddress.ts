import { ArchiveError } from "./archiveError.ts";

/** Where an archive is: the nodes of its cluster, and its name there. */
export interface ArchiveAddress {
  /** Addresses of nodes, without paths. */
  readonly nodes: readonly string[];
  /** The archive's name in the cluster, with which the names of its indices begin. */
  readonly name: string;
}

const defaultName = "second-source";

/**
 * Parses the addresses of an archive as people write them: nodes, each with the archive's name as
 * its optional path ("https://search.example:9200/second-source"). Throws ArchiveError.
 */
export function parseArchiveAddress(addresses: readonly string[]): ArchiveAddress {
  const parsed = addresses.map(parseOne);
  const names = new Set(parsed.map(({ name }) => name));
  const [name = defaultName] = names;
  if (parsed.length === 0) throw new ArchiveError("badRequest", "no archive address is given");
  if (names.size > 1) {
    throw new ArchiveError(
      "badRequest",
      `only one archive can be searched at a time, but these are two: ${[...names].join(", ")}`,
    );
  }
  return { nodes: [...new Set(parsed.map(({ node }) => node))], name };
}

function parseOne(text: string): { readonly node: string; readonly name: string } {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw invalid(text, "is no address; it begins with http:// or https://");
  }
  if (url.username !== "" || url.password !== "") {
    const shown = `${url.protocol}//${url.host}${url.pathname}`;
    throw invalid(shown, "has a name or password in it, which would be logged; give them apart");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw invalid(text, "is no web address; it begins with http:// or https://");
  }
  const name = url.pathname.replaceAll("/", "") || defaultName;
  if (!/^[a-z0-9][a-z0-9_-]{0,99}$/.test(name) || url.search !== "" || url.hash !== "") {
    throw invalid(text, "names no archive: small letters, digits and hyphens may follow the host");
  }
  return { node: url.origin, name };
}

function invalid(shown: string, reason: string): ArchiveError {
  return new ArchiveError("badRequest", `${shown} ${reason}`);
}
