import { searchAll } from "../../../src/archive/cluster/searches.ts";
import {
  anyOf,
  candidatePassages,
  searchFor,
} from "../../../src/archive/search/candidateArticles.ts";
import { createFrequencies } from "../../../src/archive/search/frequencies.ts";
import { createArchiveMatcher, matchableKeys } from "../../../src/archive/search/matchInArchive.ts";
import type { Archive } from "../../../src/archive/stored/archive.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { processorMsSince } from "../timing.ts";

/** What one page took, in milliseconds, and how much of the archive was read for it. */
export interface PageTime {
  /** Its passages, each searched for by all of its terms, in one request. */
  readonly plainMs: number;
  /** The same, found by the rarer terms, as an archive does. */
  readonly candidatesMs: number;
  /** From the page's passages to its matches. */
  readonly wholeMs: number;
  /** Our own processor time of that. */
  readonly ownMs: number;
  readonly passages: number;
  readonly outlines: number;
  readonly articles: number;
}

/** Pages that are matched first and not counted: the nodes and the engine warm up. */
const warmingPages = 5;

/** Times pages, each by a plain search and as a whole; which of the two comes first alternates. */
export async function timePages(
  archive: Archive,
  pages: readonly ArticleReading[],
): Promise<readonly PageTime[]> {
  const matcher = await createArchiveMatcher(archive);
  const frequencies = await createFrequencies(archive);
  const times: PageTime[] = [];
  for (const [at, page] of pages.entries()) {
    const terms = matchableKeys(page).map((its) => its.terms);
    const searches = await Promise.all(
      terms.map(async (its) => searchFor(anyOf(await archive.termNames.of(its)))),
    );
    const plain = () => searchAll(archive.cluster, archive.indices.passages, searches);
    const whole = () => matcher.match(page);
    const before = at % 2 === 0 ? await timed(plain) : null;
    const matched = await timed(whole);
    const { ms: plainMs } = before ?? (await timed(plain));
    await frequencies.learn(terms.flatMap((its) => [...its]));
    const { ms: candidatesMs } = await timed(() => candidatePassages(archive, frequencies, terms));
    const { outlines, articles } = matched.value;
    times.push({
      ...{ plainMs, candidatesMs, wholeMs: matched.ms, ownMs: matched.ownMs },
      ...{ passages: terms.length, outlines, articles },
    });
  }
  return times.slice(warmingPages);
}

async function timed<T>(work: () => Promise<T>) {
  const start = performance.now();
  const processor = process.cpuUsage();
  const value = await work();
  return { value, ms: performance.now() - start, ownMs: processorMsSince(processor) };
}
