import type { Searched, SearchedPublic, SearchedSegments } from "../corpora/searchedSegments.ts";
import { withFewCopies } from "../engine/extract/fewCopies.ts";
import { readArticle } from "../engine/extract/readArticle.ts";
import { createLibrary, type Library } from "../engine/library/library.ts";
import type { Segment } from "../engine/library/segment.ts";
import { matchPage } from "../engine/match/matcher.ts";
import {
  type ArticleReading,
  leastDoubtful,
  type MatchReport,
  type PassageSpan,
} from "../engine/model/index.ts";
import { articleOfPage } from "../messages/pageArticle.ts";
import type { LibraryProblem, LibraryStatus, PageText } from "../messages/protocol.ts";
import { StorageError } from "../platform/storage/storageError.ts";
import {
  type BundledSources,
  type LoadedSegment,
  loadBundled,
  verifyBundled,
} from "./bundledSegment.ts";
import { createPageReadings } from "./pageReadings.ts";

/**
 * Searches the corpora for a page. It holds nothing that cannot be loaded again, since the worker
 * may end at any time.
 */
export interface LibraryService {
  /** Loads the library unless it is loaded; called when the worker starts. */
  warm(): Promise<void>;
  /** Matches a page with the public corpora alone, before anything private is read. */
  matchPublic(page: PageText): Promise<PublicFindings>;
  /** Matches a page with all corpora, using `matching` instead of words alone if it is given. */
  match(page: PageText, matching?: Matching): Promise<FoundOnPage>;
  /** Returns the page as `matching` receives it. */
  read(page: PageText): Promise<ArticleReading>;
  status(): Promise<LibraryStatus>;
  /** Resolves to all corpora together; the same object as before if nothing has changed. */
  library(): Promise<Library>;
}

/** A page's matches in the public corpora. */
export interface PublicFindings {
  readonly report: MatchReport;
  /** True if the reader has articles of their own, so that a second request is needed. */
  readonly hasPrivate: boolean;
}

/** A way to match a page. */
export type Matching = (page: ArticleReading, library: Library) => Promise<MatchReport>;

/** A page's matches in the library. */
export interface FoundOnPage {
  readonly all: MatchReport;
  /** The matches by words in the public corpora, which the page may see. */
  readonly publicOnly: MatchReport;
  /** All passages of the page, in page order. */
  readonly passages: readonly PassageSpan[];
}

/**
 * Returns the service that searches the bundled and the stored corpora, which it opens at the first
 * request.
 * @param whenIdle runs a task when no request is waiting; it verifies checksums, once a start
 */
export function createLibraryService(
  sources: BundledSources,
  stored: SearchedSegments,
  whenIdle: (task: () => void) => void,
): LibraryService {
  let loading: Promise<LoadedSegment> | null = null;
  let searching: SearchedLibrary | null = null;
  let searchingPublic: PublicLibrary | null = null;
  const readings = createPageReadings<ReadPublicly>();

  function load(): Promise<LoadedSegment> {
    if (loading === null) {
      const started = loadBundled(sources);
      loading = started;
      started.then(
        () => whenIdle(verify),
        () => {
          // A failure is not cached, so the next page tries again.
          loading = null;
        },
      );
    }
    return loading;
  }

  function verify(): void {
    if (loading !== null) loading = loading.then((loaded) => verifyBundled(loaded, sources));
  }

  async function current(): Promise<SearchedLibrary> {
    const [bundled, own] = await Promise.all([load(), readStored()]);
    if (searching?.bundled !== bundled || searching.stored !== own.searched) {
      searching = searchedLibrary(bundled, own.searched);
    }
    return own.problem === null ? searching : { ...searching, problem: own.problem };
  }

  /** Returns the bundled corpus and the packs, without reading anything else. */
  async function currentPublic(): Promise<PublicLibrary> {
    const [{ segment }, { packs, hasOwn }] = await Promise.all([load(), readStoredPublic()]);
    if (searchingPublic?.bundled !== segment || searchingPublic.packs !== packs) {
      const library = createLibrary([segment, ...packs]);
      searchingPublic = { bundled: segment, packs, library, hasOwn };
    }
    return { ...searchingPublic, hasOwn };
  }

  /**
   * If nothing can be read, this answer has only the bundled articles, and the second one reports
   * the problem.
   */
  async function readStoredPublic(): Promise<SearchedPublic> {
    try {
      return await stored.currentPublic();
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      return { packs: searchingPublic?.packs ?? nothingStored.packs, hasOwn: false };
    }
  }

  /** Returns the reader's segments. If they cannot be read, only the bundled ones are searched. */
  async function readStored(): Promise<{ searched: Searched; problem: LibraryProblem | null }> {
    try {
      const searched = await stored.current();
      const { updateFault } = searched;
      const problem = updateFault === null ? null : notUpdated(updateFault);
      return { searched, problem };
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      const searched = searching?.stored ?? nothingStored;
      const code = error.kind === "newer" ? "ownOfLaterVersion" : "ownUnreadable";
      return { searched, problem: { code, fault: error.message } };
    }
  }

  function madeOf(page: PageText, library: Library): ReadPublicly {
    const kept = readings.find(page);
    const made = kept?.library === library ? kept : readPublicly(page, library);
    if (made !== kept) readings.keep(page, made);
    return made;
  }

  return {
    async warm() {
      await current();
    },
    async matchPublic(page) {
      const { library, hasOwn } = await currentPublic();
      return { report: madeOf(page, library).publicOnly, hasPrivate: hasOwn };
    },
    async match(page, matching) {
      const [searched, { library }] = await Promise.all([current(), currentPublic()]);
      const { reading, publicOnly } = madeOf(page, library);
      const hasPrivate = searched.stored.own.length > 0;
      const match = matching ?? (hasPrivate ? byWords : null);
      return {
        all: match === null ? publicOnly : await match(withFewCopies(reading), searched.library),
        publicOnly,
        passages: reading.passages.map(({ in: part, start, end }) => ({ in: part, start, end })),
      };
    },
    async read(page) {
      const { library } = await currentPublic();
      return withFewCopies(madeOf(page, library).reading);
    },
    library: async () => (await current()).library,
    async status() {
      const { bundled, library, problem } = await current();
      return {
        articles: library.articleCount,
        outlets: outletCount(library),
        problems: [bundled.problem, problem].filter((found) => found !== null),
      };
    },
  };
}

/** The public corpora. */
interface PublicLibrary extends SearchedPublic {
  readonly bundled: Segment;
  readonly library: Library;
}

/** A page, and its matches in the public corpora. */
interface ReadPublicly {
  readonly library: Library;
  readonly reading: ArticleReading;
  readonly publicOnly: MatchReport;
}

const byWords: Matching = async (page, library) =>
  matchPage(page, library, { minScore: leastDoubtful });

function readPublicly(page: PageText, library: Library): ReadPublicly {
  const reading = readArticle(articleOfPage(page));
  return { library, reading, publicOnly: matchPage(reading, library, { minScore: leastDoubtful }) };
}

/** The library that is searched, and its loaded parts. */
interface SearchedLibrary {
  readonly bundled: LoadedSegment;
  readonly stored: Searched;
  readonly library: Library;
  readonly problem: LibraryProblem | null;
}

function notUpdated(fault: string): LibraryProblem {
  return { code: "ownNotUpdated", fault };
}

const nothingStored: Searched = {
  generation: -1,
  packs: [],
  packNames: [],
  own: [],
  damaged: new Map(),
  updateFault: null,
};

function searchedLibrary(bundled: LoadedSegment, stored: Searched): SearchedLibrary {
  const library = createLibrary([bundled.segment, ...stored.packs, ...stored.own]);
  return { bundled, stored, library, problem: null };
}

function outletCount(library: Library): number {
  const names = new Set<string>();
  for (let article = 0; article < library.articleCount; article++) {
    names.add(library.articleHead(article).outlet.name);
  }
  return names.size;
}
