import type { Library } from "../../engine/library/library.ts";
import type { ArticleHead } from "../../engine/library/rowReader.ts";
import { type ArticleId, inOrderOfTime } from "../../engine/model/index.ts";
import { outletKey } from "../../engine/stories/outletKey.ts";
import type { KeptChoices, KeptSort } from "../../messages/keptProtocol.ts";

/** The columns of one library by which articles are sorted and filtered. */
export interface KeptColumns extends Pick<KeptChoices, "outlets" | "languages"> {
  /** Returns an article's number in the library; -1 if it is not there. */
  numberOf(id: ArticleId): number;
  isOfOutlet(id: ArticleId, key: string): boolean;
  isInLanguage(id: ArticleId, language: string): boolean;
  /** Returns the articles in an order; those that are not in the library come last. */
  inOrder(ids: readonly ArticleId[], sort: KeptSort): readonly ArticleId[];
}

/** The most outlets listed. Nobody can choose from a longer list. */
const mostOutlets = 2_000;
/** The BCP 47 tag for an unknown language. */
const unknownLanguage = "und";

type Order = (a: ArticleHead, b: ArticleHead) => number;

const { compare } = new Intl.Collator(undefined, { numeric: true });

/** Sorts by date, the latest first, undated articles last. */
const byDate: Order = ({ published: a }, { published: b }) => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return inOrderOfTime(b, a);
};
const byName: Order = (a, b) => compare(nameOf(a), nameOf(b)) || byDate(a, b);
const byTitle: Order = (a, b) => compare(a.title, b.title) || byDate(a, b);

const orders: Readonly<Record<Exclude<KeptSort, "added">, Order>> = {
  published: byDate,
  outlet: byName,
  title: byTitle,
};

/**
 * Returns the columns by which the reader's articles are ordered and filtered.
 * @param own the ids of the reader's articles, the newest first
 */
export function createKeptColumns(library: Library, own: readonly ArticleId[]): KeptColumns {
  const numbers = numbersOf(library, new Set(own));
  const headOf = (id: ArticleId) => {
    const number = numbers.get(id);
    return number === undefined ? null : library.articleHead(number);
  };
  const languageOf = (id: ArticleId) => headOf(id)?.language ?? unknownLanguage;
  const heads = own.flatMap((id) => headOf(id) ?? []);
  /** The positions in each order, computed on first use. */
  const places = new Map<KeptSort, ReadonlyMap<ArticleId, number>>();
  const placesIn = (sort: Exclude<KeptSort, "added">) => {
    const sorted = heads.toSorted(orders[sort]);
    return new Map(sorted.map(({ id }, place) => [id, place]));
  };
  return {
    ...choicesOf(heads),
    numberOf: (id) => numbers.get(id) ?? -1,
    isOfOutlet(id, key) {
      const head = headOf(id);
      return head !== null && outletKey(head) === key;
    },
    isInLanguage: (id, language) => languageOf(id) === language,
    inOrder(ids, sort) {
      if (sort === "added") return ids;
      const its = places.get(sort) ?? placesIn(sort);
      places.set(sort, its);
      const placeOf = (id: ArticleId) => its.get(id) ?? its.size;
      return ids.toSorted((a, b) => placeOf(a) - placeOf(b));
    },
  };
}

/**
 * Maps the ids of the reader's articles to numbers. If a pack has the same id, the reader's own
 * article is the later one.
 */
function numbersOf(library: Library, own: ReadonlySet<ArticleId>): ReadonlyMap<ArticleId, number> {
  const numbers = new Map<ArticleId, number>();
  for (const { segment, firstArticle } of library.parts) {
    for (let article = 0; article < segment.articleCount; article++) {
      if (segment.deleted?.isArticle(article)) continue;
      const id = segment.rows.articleId(article);
      if (own.has(id)) numbers.set(id, firstArticle + article);
    }
  }
  return numbers;
}

function choicesOf(heads: readonly ArticleHead[]): Pick<KeptChoices, "outlets" | "languages"> {
  const outlets = new Map<string, { key: string; name: string; count: number }>();
  const languages = new Map<string, number>();
  for (const head of heads) {
    const key = outletKey(head);
    const outlet = outlets.get(key) ?? { key, name: nameOf(head), count: 0 };
    outlets.set(key, { ...outlet, count: outlet.count + 1 });
    const language = head.language ?? unknownLanguage;
    languages.set(language, (languages.get(language) ?? 0) + 1);
  }
  return {
    outlets: [...outlets.values()]
      .sort((a, b) => b.count - a.count)
      .slice(0, mostOutlets)
      .sort((a, b) => compare(a.name, b.name)),
    languages: [...languages].map(([language, count]) => ({ language, count })),
  };
}

function nameOf({ outlet }: ArticleHead): string {
  return outlet.name || (outlet.domain ?? "");
}
