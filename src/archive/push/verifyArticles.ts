import type { Article } from "../../engine/model/index.ts";
import { numberIn, objectIn } from "../cluster/answers.ts";
import { fieldsOf } from "../cluster/documents.ts";
import { askAllShards, searchAll } from "../cluster/searches.ts";
import type { Archive } from "../stored/archive.ts";
import { digestOf, openArticle, openOutline, passageId } from "../stored/articleDocuments.ts";
import { groupsOf, type NamedArticle } from "./articleGroups.ts";
import { passagesIn } from "./pushArticles.ts";
import { makeVisible } from "./settle.ts";

/** The contents of an archive. */
export interface ArchiveCounts {
  readonly articles: number;
  readonly passages: number;
  /**
   * The number of passages according to the articles; it differs from `passages` if some are
   * missing or left over.
   */
  readonly passagesStated: number;
  /** Articles whose push or deletion was interrupted. */
  readonly unfinished: number;
}

/** Counts an archive. Throws ArchiveError. */
export async function countArchive(archive: Archive): Promise<ArchiveCounts> {
  const { cluster, indices } = archive;
  await makeVisible(archive);
  const [unfinished, all] = await searchAll(cluster, indices.articles, [
    { size: 0, track_total_hits: true, query: { term: { isWhole: false } } },
    { size: 0, track_total_hits: true, aggs: { stated: { sum: { field: "passages" } } } },
  ]);
  const path = `/${indices.passages}/_search`;
  const passages = await askAllShards(cluster, path, { size: 0, track_total_hits: true });
  return {
    articles: totalOf(all),
    passages: totalOf(passages),
    passagesStated: numberIn(objectIn(objectIn(all, "aggregations"), "stated"), "value"),
    unfinished: totalOf(unfinished),
  };
}

function totalOf(answer: unknown): number {
  return numberIn(objectIn(objectIn(answer, "hits"), "total"), "value");
}

/** An article that is stored wrongly. */
export interface WrongArticle {
  readonly article: Article;
  readonly fault: "missing" | "unfinished" | "other" | "damaged" | "passagesMissing";
}

/**
 * Checks each article: whether its stored text is current, can be opened, and has all its passages.
 */
export async function* verifyArticles(
  archive: Archive,
  articles: Iterable<Article>,
): AsyncGenerator<{ readonly checked: number; readonly wrong: readonly WrongArticle[] }> {
  for (const naming of groupsOf(articles, archive.key)) {
    const group = await naming;
    const faults = await faultsOf(archive, group);
    const wrong = group.flatMap(({ article }, i) => {
      const fault = faults[i] ?? null;
      return fault === null ? [] : [{ article, fault }];
    });
    yield { checked: group.length, wrong };
  }
}

type Fault = WrongArticle["fault"] | null;

async function faultsOf(
  archive: Archive,
  group: readonly NamedArticle[],
): Promise<readonly Fault[]> {
  const { cluster, indices, key } = archive;
  const ids = group.map(({ id }) => id);
  const fields = ["digest", "passages", "isWhole", "outline", "sealed"];
  const stored = await fieldsOf(cluster, indices.articles, ids, fields);
  const counts = await passageCounts(
    archive,
    ids.map((id, i) => ({ id, passages: passagesIn(stored[i]!) })),
  );
  return Promise.all(
    group.map(async ({ id, article }, i): Promise<Fault> => {
      const found = stored[i]!;
      if (found === null) return "missing";
      if (found.isWhole?.[0] !== true) return "unfinished";
      if (found.digest?.[0] !== (await digestOf(article, key))) return "other";
      if (counts[i] !== passagesIn(found)) return "passagesMissing";
      const opened = Promise.all([
        openArticle(found.sealed?.[0], id, key),
        openOutline(found.outline?.[0], id, key),
      ]);
      return opened.then(
        () => null,
        () => "damaged" as const,
      );
    }),
  );
}

async function passageCounts(
  { cluster, indices }: Archive,
  articles: readonly { readonly id: string; readonly passages: number }[],
): Promise<readonly number[]> {
  const searches = articles.map(({ id, passages }) => ({
    ...{ size: 0, track_total_hits: true },
    query: { ids: { values: Array.from({ length: passages }, (_, at) => passageId(id, at)) } },
  }));
  return (await searchAll(cluster, indices.passages, searches)).map(totalOf);
}
