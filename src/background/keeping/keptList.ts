/**
 * Lists the reader's articles, sorted and filtered, a part at a time. Storage indexes give the ids
 * without reading records; outlets, titles, dates and languages are columns of the library in
 * memory; records are read only for the few articles listed. An order is computed once per library
 * (`npm run bench -- kept`).
 */
import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import type { Library } from "../../engine/library/library.ts";
import { searchArticles } from "../../engine/library/searchArticles.ts";
import type { ArticleId } from "../../engine/model/index.ts";
import {
  articlesAPart,
  type KeptChoices,
  type KeptOrigin,
  type KeptPart,
  type KeptPartRequest,
  type KeptQuery,
} from "../../messages/keptProtocol.ts";
import { createKeptColumns, type KeptColumns } from "./keptColumns.ts";

/**
 * The most articles in a part that grows because new ones were inserted, so that the articles being
 * viewed stay in it.
 */
const mostAPart = 200;

/** Lists the reader's articles. Throws StorageError. */
export interface KeptList {
  part(query: KeptQuery, place: KeptPartRequest): Promise<KeptPart>;
  ids(query: KeptQuery): Promise<readonly ArticleId[]>;
  choices(): Promise<KeptChoices>;
}

/**
 * Returns the list of the reader's articles.
 * @param library all corpora together; the same object as long as nothing has changed
 */
export function createKeptList(
  articles: Pick<ReaderLibrary, "ids" | "generation" | "listed">,
  library: () => Promise<Library>,
): KeptList {
  const idsOf = createKnownIds(articles);
  let known: { readonly of: Library; readonly columns: KeptColumns } | null = null;

  async function columns(): Promise<KeptColumns> {
    const of = await library();
    if (known?.of !== of) known = { of, columns: createKeptColumns(of, await idsOf(null)) };
    return known.columns;
  }

  async function ids(query: KeptQuery): Promise<readonly ArticleId[]> {
    const its = await idsOf(query.origin);
    if (!needsColumns(query)) return its;
    const { isOfOutlet, isInLanguage, numberOf, inOrder } = await columns();
    const { search, outlet, language, sort } = query;
    const found = searchArticles(await library(), search);
    const left = its.filter(
      (id) =>
        (found === null || found.has(numberOf(id))) &&
        (outlet === null || isOfOutlet(id, outlet)) &&
        (language === null || isInLanguage(id, language)),
    );
    return sort === "added" ? left : inOrder(left, sort);
  }

  return {
    ids,
    async part(query, place) {
      const all = await ids(query);
      const { first, end } = boundsOf(all, place);
      return {
        articles: await articles.listed(all.slice(first, end)),
        ...{ first, count: all.length },
      };
    },
    async choices() {
      const { outlets, languages } = await columns();
      const [total, saved, imported, feed, read] = await Promise.all(
        ([null, "saved", "import", "feed", "read"] as const).map(
          async (origin) => (await idsOf(origin)).length,
        ),
      );
      const origins = { saved: saved!, import: imported!, feed: feed!, read: read! };
      return { total: total!, origins, outlets, languages };
    },
  };
}

/**
 * Returns a reader of ids that reads them once per generation, since reading ten thousand takes
 * longer than everything else.
 */
function createKnownIds(articles: Pick<ReaderLibrary, "ids" | "generation">) {
  let known = { generation: -1, lists: new Map<KeptOrigin | null, readonly ArticleId[]>() };
  return async (origin: KeptOrigin | null): Promise<readonly ArticleId[]> => {
    const generation = await articles.generation();
    if (known.generation !== generation) known = { generation, lists: new Map() };
    const { lists } = known;
    const ids = lists.get(origin) ?? (await articles.ids(origin ?? undefined));
    lists.set(origin, ids);
    return ids;
  };
}

/**
 * False if the query needs no columns: the newest articles can be listed even if the library cannot
 * be opened.
 */
function needsColumns({ sort, search, outlet, language }: KeptQuery): boolean {
  return sort !== "added" || search.trim() !== "" || outlet !== null || language !== null;
}

function boundsOf(
  all: readonly ArticleId[],
  { from, at, through }: KeptPartRequest,
): { readonly first: number; readonly end: number } {
  const found = from === null ? -1 : all.indexOf(from);
  // If no article is named, or it is gone: the part at that position, or the last one.
  const lastPart = Math.max(0, all.length - 1) - (Math.max(0, all.length - 1) % articlesAPart);
  const first = found >= 0 ? found : Math.min(at, lastPart);
  const last = through === null ? -1 : all.indexOf(through);
  const end = Math.max(first + articlesAPart, Math.min(last + 1, first + mostAPart));
  return { first, end };
}
