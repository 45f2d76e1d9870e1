/** An outlet that a reader can begin to follow with one click, as `assets/starterFeeds` lists it. */
export interface StarterOutlet {
  /** BCP 47, the language alone: "de". */
  readonly language: string;
  /** ISO 3166-1: where the outlet is. */
  readonly region: string;
  readonly outlet: string;
  /** Where its articles are read. */
  readonly site: string;
  /** Address of a public feed of its. */
  readonly feed: string;
}

/** The file of the extension that has the table. */
export const starterFile = "starterFeeds/outlets.json";

/** The outlets of the extension's own table. */
export function readStarterOutlets(file: Uint8Array): readonly StarterOutlet[] {
  const { outlets } = JSON.parse(new TextDecoder().decode(file)) as {
    readonly outlets: readonly StarterOutlet[];
  };
  return outlets;
}

/**
 * The languages in which there are outlets: those that the reader's browser asks for first, in its
 * order, then the others as the table has them.
 * @param readers BCP 47 tags, the dearest first
 */
export function starterLanguages(
  outlets: readonly StarterOutlet[],
  readers: readonly string[],
): readonly string[] {
  const listed = new Set(outlets.map(({ language }) => language));
  const dear = readers.map((tag) => tag.split("-")[0]!.toLowerCase());
  return [...new Set([...dear.filter((language) => listed.has(language)), ...listed])];
}

/** The outlet whose site has a host; null where none does. Of outlets that share one, the first. */
export function starterOfPage(
  outlets: readonly StarterOutlet[],
  host: string,
): StarterOutlet | null {
  const plain = (its: string) => its.replace(/^www\./, "");
  return outlets.find(({ site }) => plain(new URL(site).hostname) === plain(host)) ?? null;
}
