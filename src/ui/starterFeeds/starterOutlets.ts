/** An outlet that can be followed with one click, from `assets/starterFeeds`. */
export interface StarterOutlet {
  /** BCP 47, the language alone: "de". */
  readonly language: string;
  /** ISO 3166-1 code of the outlet's country. */
  readonly region: string;
  readonly outlet: string;
  /** Address of its site. */
  readonly site: string;
  /** Address of one of its public feeds. */
  readonly feed: string;
}

/** The extension's file with the table. */
export const starterFile = "starterFeeds/outlets.json";

/** Parses the outlets of the extension's table. */
export function readStarterOutlets(file: Uint8Array): readonly StarterOutlet[] {
  const { outlets } = JSON.parse(new TextDecoder().decode(file)) as {
    readonly outlets: readonly StarterOutlet[];
  };
  return outlets;
}

/**
 * Returns the languages of the outlets: those of the reader's browser first, in its order, then the
 * others in the table's order.
 * @param readers BCP 47 tags in order of preference
 */
export function starterLanguages(
  outlets: readonly StarterOutlet[],
  readers: readonly string[],
): readonly string[] {
  const listed = new Set(outlets.map(({ language }) => language));
  const dear = readers.map((tag) => tag.split("-")[0]!.toLowerCase());
  return [...new Set([...dear.filter((language) => listed.has(language)), ...listed])];
}

/** Returns the outlet whose site has a host, the first of several; null if there is none. */
export function starterOfPage(
  outlets: readonly StarterOutlet[],
  host: string,
): StarterOutlet | null {
  const plain = (its: string) => its.replace(/^www\./, "");
  return outlets.find(({ site }) => plain(new URL(site).hostname) === plain(host)) ?? null;
}
