import type { ArticleOutline } from "../../engine/library/articleOutline.ts";
import type { MissingParts } from "../cluster/missingParts.ts";
import type { Archive } from "../stored/archive.ts";
import type { ArchivedArticles, Fetched } from "./archivedArticles.ts";
import { candidateArticles } from "./candidateArticles.ts";
import type { Frequencies } from "./frequencies.ts";

/** The outlines of the articles that share rare terms with a page. */
export interface CandidateOutlines {
  /** The archive's ids of all these articles. */
  readonly hit: ReadonlySet<string>;
  /** By id, without articles that are missing, or half pushed or deleted. */
  readonly outlines: ReadonlyMap<string, Fetched<ArticleOutline>>;
}

/**
 * The parts of a page that are searched for at once. The cluster answers the first part first, and
 * its outlines are opened while the others are searched for.
 */
const parts = 4;

/**
 * Fetches the outlines of the articles with passages that share rare terms with the given ones.
 * Throws ArchiveError.
 * @param termsOfPassages terms that `frequencies` knows
 * @param missing counts the parts and outlines that do not answer
 */
export async function candidateOutlines(
  archive: Archive,
  frequencies: Frequencies,
  articles: ArchivedArticles,
  termsOfPassages: readonly Uint32Array[],
  missing: MissingParts,
): Promise<CandidateOutlines> {
  const asked = new Set<string>();
  const fetched = new Map<string, Fetched<ArticleOutline>>();
  const size = Math.ceil(termsOfPassages.length / parts);
  const ofPart = async (part: number) => {
    const terms = termsOfPassages.slice(part * size, (part + 1) * size);
    const found = await candidateArticles(archive, frequencies, terms, missing);
    const others = [...found].filter((id) => !asked.has(id));
    for (const id of others) asked.add(id);
    for (const [id, outline] of await articles.outlines(others, missing)) fetched.set(id, outline);
    return [...found];
  };
  const found = await Promise.all(Array.from({ length: parts }, (_, part) => ofPart(part)));
  // In the order of the passages, whichever part is answered first: equal scores depend on it.
  const hit = new Set(found.flat());
  const outlines = [...hit].flatMap((id) => {
    const outline = fetched.get(id);
    return outline ? [[id, outline] as const] : [];
  });
  return { hit, outlines: new Map(outlines) };
}
