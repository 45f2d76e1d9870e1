import { keysOfPassages } from "../../engine/library/passageKeys.ts";
import { isMatchable } from "../../engine/match/comparePage.ts";
import { type MatchOptions, matchPage } from "../../engine/match/matcher.ts";
import type { ArticleId, ArticleReading, MatchReport } from "../../engine/model/index.ts";
import { ArchiveError } from "../archiveError.ts";
import type { Archive } from "../stored/archive.ts";
import { type ArchivedArticles, byArticleId, createArchivedArticles } from "./archivedArticles.ts";
import { articlesHit } from "./articlesHit.ts";
import { createFrequencies, type Frequencies, statisticsOf } from "./frequencies.ts";
import { partlyReadLibrary } from "./partlyRead.ts";

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
  const archived = byArticleId(outlines, ({ head }) => head.id);
  const wanted = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const readings = await articles.readings(wanted);
    const unknown = new Set<number>();
    const unread = new Set<ArticleId>();
    const library = partlyReadLibrary(
      [...outlines.values()],
      [...readings.values()],
      statisticsOf(frequencies, unknown),
      unread,
    );
    const report = matchPage(page, library, options);
    if (unknown.size === 0 && unread.size === 0) {
      return { report, outlines: outlines.size, articles: wanted.size };
    }
    await frequencies.learn(unknown);
    // With weights that are not known yet, more would be asked for than is needed.
    if (unknown.size === 0) for (const id of unread) wanted.add(archived.get(id)!);
  }
  throw new ArchiveError("badAnswer", "the archive changes faster than it can be read; try again");
}
