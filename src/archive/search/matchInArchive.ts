import { createLibrary } from "../../engine/library/library.ts";
import { keysOfPassages } from "../../engine/library/passageKeys.ts";
import { isMatchable } from "../../engine/match/comparePage.ts";
import { type MatchOptions, matchPage } from "../../engine/match/matcher.ts";
import type { ArticleId, ArticleReading, MatchReport } from "../../engine/model/index.ts";
import { ArchiveError } from "../archiveError.ts";
import type { Archive } from "../stored/archive.ts";
import { type ArchivedArticles, createArchivedArticles } from "./archivedArticles.ts";
import { articlesHit } from "./articlesHit.ts";
import { createFrequencies, type Frequencies, statisticsOf } from "./frequencies.ts";
import { partlyReadSegment } from "./partlyRead.ts";

/** Matches pages against an archive. */
export interface ArchiveMatcher {
  /** The report that a library of all the archive's articles would give, and what it took. Throws ArchiveError. */
  match(page: ArticleReading, options?: Pick<MatchOptions, "minScore">): Promise<ArchiveMatch>;
}

export interface ArchiveMatch {
  readonly report: MatchReport;
  /** Articles whose outlines were looked at, and those that were read. */
  readonly outlines: number;
  readonly articles: number;
}

/** Counts the archive as it is now. Throws ArchiveError. */
export async function createArchiveMatcher(archive: Archive): Promise<ArchiveMatcher> {
  const frequencies = await createFrequencies(archive);
  const articles = createArchivedArticles(archive);
  return {
    match: (page, options = {}) => matchOne(page, options, { archive, frequencies, articles }),
  };
}

interface Tools {
  readonly archive: Archive;
  readonly frequencies: Frequencies;
  readonly articles: ArchivedArticles;
}

/** Each round tells what the next one needs. Usually there are four: two for frequencies, one for texts, the last. */
const mostRounds = 40;

/**
 * The engine is given the articles that share rare terms with the page, at first without a text, and
 * says by asking what it would need to know: how often terms stand in the archive, then the texts of the
 * few articles whose passages may reach the score. When it asks for nothing any more, its report is the
 * one that it would give with everything at hand. A page that is a copy makes it ask once more.
 */
async function matchOne(
  page: ArticleReading,
  options: Pick<MatchOptions, "minScore">,
  { archive, frequencies, articles }: Tools,
): Promise<ArchiveMatch> {
  const keys = keysOfPassages(page).filter((_, i) => isMatchable(page.passages[i]!));
  const terms = keys.map((its) => its.terms);
  await frequencies.learn(terms.flatMap((its) => [...its]));
  const hit = await articlesHit(archive, frequencies, terms);
  const outlines = await articles.outlines(hit);
  const archived = new Map([...outlines].map(([id, { head }]) => [head.id, id]));
  const { segment, unread, read } = partlyReadSegment([...outlines.values()]);
  const fetched = new Set<ArticleId>();
  for (let round = 0; round < mostRounds; round++) {
    const unknown = new Set<number>();
    const library = createLibrary([segment], statisticsOf(frequencies, unknown));
    unread.clear();
    const report = matchPage(page, library, options);
    if (unknown.size > 0) {
      // With weights that are not known yet, more articles would be asked for than are needed.
      await frequencies.learn(unknown);
      continue;
    }
    const missing = [...unread].filter((id) => !fetched.has(id));
    if (missing.length === 0) return { report, outlines: outlines.size, articles: fetched.size };
    const readings = await articles.readings(missing.map((id) => archived.get(id)!));
    for (const reading of readings.values()) read(reading);
    for (const id of missing) fetched.add(id);
  }
  throw new ArchiveError("badAnswer", "the archive changes faster than it can be read; try again");
}
