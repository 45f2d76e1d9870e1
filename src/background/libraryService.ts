import { readArticle } from "../engine/extract/readArticle.ts";
import { createLibrary, type Library } from "../engine/library/library.ts";
import { matchPage } from "../engine/match/matcher.ts";
import type { ArticleId, MatchReport } from "../engine/model/index.ts";
import type { LibraryStatus, PageText } from "../messages/protocol.ts";
import {
  type BundledSources,
  type LoadedSegment,
  loadBundled,
  verifyBundled,
} from "./bundledSegment.ts";
import { articleOfPage } from "./pageArticle.ts";

/** Segments in, matches out. Holds nothing that cannot be loaded again: the worker may die at any time. */
export interface LibraryService {
  /** Loads the library, if it is not loaded yet; called when the worker starts. */
  warm(): Promise<void>;
  match(page: PageText): Promise<MatchReport>;
  status(): Promise<LibraryStatus>;
  /** Which of the articles are the reader's own. */
  privacy(): Promise<LibraryPrivacy>;
}

/** What of a library nobody but its reader may learn. */
export interface LibraryPrivacy {
  /** Whether any article is private. */
  readonly hasPrivate: boolean;
  readonly isPrivate: (id: ArticleId) => boolean;
}

/**
 * @param whenIdle runs a task when nothing is waiting: checksums are verified there, once a start.
 */
export function createLibraryService(
  sources: BundledSources,
  whenIdle: (task: () => void) => void,
): LibraryService {
  let loading: Promise<LoadedSegment> | null = null;
  let library: { readonly of: LoadedSegment; readonly library: Library } | null = null;

  function load(): Promise<LoadedSegment> {
    if (loading === null) {
      const started = loadBundled(sources);
      loading = started;
      started.then(
        () => whenIdle(verify),
        () => {
          // A failure is not kept: the next page tries again.
          loading = null;
        },
      );
    }
    return loading;
  }

  function verify(): void {
    if (loading !== null) loading = loading.then((loaded) => verifyBundled(loaded, sources));
  }

  async function currentLibrary(): Promise<Library> {
    const loaded = await load();
    if (library?.of !== loaded) {
      library = { of: loaded, library: createLibrary([loaded.segment]) };
    }
    return library.library;
  }

  return {
    // The bundled articles are everybody's.
    privacy: async () => ({ hasPrivate: false, isPrivate: () => false }),
    async warm() {
      await currentLibrary();
    },
    async match(page) {
      return matchPage(readArticle(articleOfPage(page)), await currentLibrary());
    },
    async status() {
      const { problem } = await load();
      const { articles } = await currentLibrary();
      return {
        articles: articles.length,
        outlets: new Set(articles.map((article) => article.outlet.name)).size,
        problems: problem === null ? [] : [problem],
      };
    },
  };
}
