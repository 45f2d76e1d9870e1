import type { ArticleOutline } from "../../engine/library/articleOutline.ts";
import type { MissingParts } from "../cluster/missingParts.ts";
import type { Archive } from "../stored/archive.ts";
import type { ArchivedArticles, Fetched } from "./archivedArticles.ts";
import { findArticles, queriesFor } from "./candidateArticles.ts";
import type { Frequencies } from "./frequencies.ts";

/** The outlines of the articles that share rare terms with a page. */
export interface CandidateOutlines {
  /** The archive's ids of all these articles. */
  readonly hit: ReadonlySet<string>;
  /** By id, without articles that are missing, or half pushed or deleted. */
  readonly outlines: ReadonlyMap<string, Fetched<ArticleOutline>>;
}

/**
 * The parts of a page that are searched for one after the other, and how many at once. While the
 * cluster searches, the outlines of the parts before are opened and their terms counted; if all parts
 * are sent at once, all are answered at the end.
 */
const parts = 4;
const partsAtOnce = 2;

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
  // All of them now: while outlines' terms are counted, those of the page may be forgotten.
  const queries = await queriesFor(archive, frequencies, termsOfPassages);
  const size = Math.ceil(queries.length / parts);
  const found: (readonly string[])[] = [];
  const opened: Promise<void>[] = [];
  const open = async (ids: readonly string[]) => {
    for (const [id, outline] of await articles.outlines(ids, missing)) fetched.set(id, outline);
  };
  let next = 0;
  const search = async () => {
    while (next < parts) {
      const part = next++;
      const some = queries.slice(part * size, (part + 1) * size);
      found[part] = await findArticles(archive, some, missing);
      const others = found[part].filter((id) => !asked.has(id));
      for (const id of others) asked.add(id);
      const opening = open(others);
      // Awaited at the end; this handler only avoids an unhandled rejection until then.
      opening.catch(() => undefined);
      opened.push(opening);
    }
  };
  await Promise.all(Array.from({ length: partsAtOnce }, search));
  await Promise.all(opened);
  // In the order of the passages, whichever part is answered first: equal scores depend on it.
  const hit = new Set(found.flat());
  const outlines = [...hit].flatMap((id) => {
    const outline = fetched.get(id);
    return outline ? [[id, outline] as const] : [];
  });
  return { hit, outlines: new Map(outlines) };
}
