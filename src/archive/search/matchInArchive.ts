import { createLibrary } from "../../engine/library/library.ts";
import { keysOfPassages, type PassageKeys } from "../../engine/library/passageKeys.ts";
import { isMatchable } from "../../engine/match/comparePage.ts";
import { createPageMatch, type MatchOptions } from "../../engine/match/matcher.ts";
import type { ArticleReading, MatchReport } from "../../engine/model/index.ts";
import { ArchiveError } from "../archiveError.ts";
import { type AnsweredParts, MissingParts } from "../cluster/missingParts.ts";
import { askAllShards } from "../cluster/searches.ts";
import type { Archive } from "../stored/archive.ts";
import { type ArchivedArticles, createArchivedArticles } from "./archivedArticles.ts";
import { candidateOutlines } from "./candidateOutlines.ts";
import { createFrequencies, type Frequencies, statisticsOf } from "./frequencies.ts";
import { partlyReadSegment } from "./partlyRead.ts";

/** Matches pages against an archive. */
export interface ArchiveMatcher {
  /**
   * Resolves to the report that a library of all the archive's articles would give, and its cost.
   * If parts of the archive do not answer, their articles are left out. Throws ArchiveError.
   */
  match(page: ArticleReading, options?: ArchiveMatchOptions): Promise<ArchiveMatch>;
}

/** Options of a match. */
export interface ArchiveMatchOptions extends Pick<MatchOptions, "minScore"> {
  /** Ends the match after the current request; `match` rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** The matches of a page, and how much of the archive was read. */
export interface ArchiveMatch {
  readonly report: MatchReport;
  /** The articles whose outlines were used, and those that were read. */
  readonly outlines: number;
  readonly articles: number;
  /**
   * Articles that share words with the page but were left out, because they are half pushed or half
   * deleted.
   */
  readonly unfinished: number;
  /** The parts that answered, if some did not; else null. */
  readonly answered: AnsweredParts | null;
}

interface Tools {
  readonly archive: Archive;
  readonly frequencies: Frequencies;
  readonly articles: ArchivedArticles;
}

/** The most tries, since an archive may change while it is read. */
const mostTries = 4;

/** Creates a matcher; counts the archive as it is now. Throws ArchiveError. */
export async function createArchiveMatcher(archive: Archive): Promise<ArchiveMatcher> {
  const frequencies = await createFrequencies(archive);
  const tools = { archive, frequencies, articles: createArchivedArticles(archive, frequencies) };
  return {
    async match(page, options = {}) {
      for (let tries = 0; tries < mostTries; tries++) {
        const match = await matchOnce(page, options, tools);
        if (match !== null) return match;
      }
      throw new ArchiveError(
        "unavailable",
        "the archive changed or failed while it was read; match the page again",
      );
    },
  };
}

/**
 * The most rounds. Each one shows what the next needs. Usually there are four: two for frequencies,
 * one for texts, the last.
 */
const mostRounds = 40;

/**
 * Gives the engine the articles that share rare terms with the page, at first without texts. The
 * engine's requests show what it needs: frequencies of terms in the archive, then the texts of the
 * few articles whose passages may reach the score. When it requests nothing more, its report is the
 * one that it would give with everything in memory. If the page is a copy, one more round is
 * needed. Null if an outline does not belong to the fetched text, or a part that did not answer is
 * back: then the page has to be matched again.
 */
async function matchOnce(
  page: ArticleReading,
  { signal, ...options }: ArchiveMatchOptions,
  { archive, frequencies, articles }: Tools,
): Promise<ArchiveMatch | null> {
  const unlessEnded = async <T>(work: Promise<T>): Promise<T> => {
    const value = await work;
    signal?.throwIfAborted();
    return value;
  };
  const missing = new MissingParts(frequencies.answered);
  const keys = matchableKeys(page);
  const terms = keys.map((its) => its.terms);
  await unlessEnded(frequencies.learn(terms.flatMap((its) => [...its])));
  const { hit, outlines } = await unlessEnded(
    candidateOutlines(archive, frequencies, articles, terms, missing),
  );
  if (missing.documents > 0) {
    await unlessEnded(countParts(archive, missing));
    if (missing.answered === null) return null;
  }
  const archived = new Map([...outlines].map(([id, { value }]) => [value.head.id, id]));
  const { segment, unread, read } = partlyReadSegment(
    [...outlines.values()].map(({ value }) => value),
    keys,
  );
  const unknown = new Set<number>();
  const weighed = () =>
    createPageMatch(page, createLibrary([segment], statisticsOf(frequencies, unknown)), options);
  let match = weighed();
  let count = 0;
  for (let round = 0; round < mostRounds; round++) {
    unread.clear();
    const report = match();
    if (unknown.size > 0) {
      // With unknown weights, more articles would be requested than are needed.
      await unlessEnded(frequencies.learn(unknown));
      unknown.clear();
      match = weighed();
      continue;
    }
    if (unread.size === 0) {
      const unfinished = hit.size - outlines.size - missing.documents;
      const { answered } = missing;
      return { report, outlines: outlines.size, articles: count, unfinished, answered };
    }
    const ids = [...unread].map((id) => archived.get(id)!);
    const readings = await unlessEnded(articles.readings(ids));
    const stale = ids.filter((id) => {
      const found = readings.get(id);
      return !found || found.digest !== outlines.get(id)!.digest || !read(found.value);
    });
    if (stale.length > 0) {
      articles.forget(stale);
      return null;
    }
    count += ids.length;
  }
  throw new ArchiveError("badAnswer", `the page needs more articles after ${mostRounds} rounds`);
}

/** Counts the parts of the articles' index, of which a document says only that its part is missing. */
async function countParts({ cluster, indices }: Archive, missing: MissingParts): Promise<void> {
  await askAllShards(cluster, `/${indices.articles}/_search`, { size: 0 }, missing);
}

/** Returns the keys of each passage of a page that is matched. */
export function matchableKeys(page: ArticleReading): readonly PassageKeys[] {
  return keysOfPassages(page).filter((_, i) => isMatchable(page.passages[i]!));
}
