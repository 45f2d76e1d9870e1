import { readArticle } from "../../engine/extract/readArticle.ts";
import type { Article, ArticleReading } from "../../engine/model/index.ts";
import { fieldsOf, type StoredFields } from "../cluster/documents.ts";
import { type Write, writeAll } from "../cluster/writes.ts";
import type { Archive } from "../stored/archive.ts";
import {
  digestOf,
  documentsOf,
  nextVersion,
  removedPassages,
  unfinished,
} from "../stored/articleDocuments.ts";
import { groupsOf, type NamedArticle } from "./articleGroups.ts";
import { makeVisible } from "./settle.ts";

/** The results of a push, in articles. */
export interface PushCounts {
  /** Stored for the first time. */
  added: number;
  /** Stored in place of another text. */
  changed: number;
  /** Stored already, and not written. */
  unchanged: number;
  passages: number;
}

/**
 * Stores articles. Articles that are stored already are only checked, so an interrupted push is
 * resumed by pushing again. Each article is first marked as unfinished, with the number of passages
 * that it had or will have; then its passages are written, then the article. So a half-stored
 * article is always known, and no old passage is left. Memory: two groups of articles.
 * @param read returns what is found in an article that has to be stored
 */
export async function pushArticles(
  archive: Archive,
  articles: Iterable<Article>,
  progress: (counts: Readonly<PushCounts>) => void,
  read: (article: Article) => ArticleReading = readArticle,
): Promise<PushCounts> {
  const counts: PushCounts = { added: 0, changed: 0, unchanged: 0, passages: 0 };
  let storing: Promise<void> = Promise.resolve();
  try {
    for (const group of groupsOf(articles, archive.key)) {
      // The next group is read while the previous one is being stored.
      const prepared = await preparedOf(archive, await group, counts, read);
      await storing;
      storing = store(archive, prepared).then(() => progress({ ...counts }));
      // Awaited in the next turn; this handler only avoids an unhandled rejection until then.
      storing.catch(() => undefined);
    }
  } finally {
    await storing;
  }
  await makeVisible(archive);
  return counts;
}

/** What is stored, in this order. */
interface Prepared {
  readonly marks: readonly Write[];
  readonly passages: readonly Write[];
  readonly articles: readonly Write[];
}

async function preparedOf(
  archive: Archive,
  group: readonly NamedArticle[],
  counts: PushCounts,
  read: (article: Article) => ArticleReading,
): Promise<Prepared> {
  const ids = group.map(({ id }) => id);
  const { cluster, indices, key } = archive;
  const stored = await fieldsOf(cluster, indices.articles, ids, ["digest", "passages"]);
  const marks: Write[] = [];
  const passages: Write[] = [];
  const articles: Write[] = [];
  for (const [i, { id, article }] of group.entries()) {
    const before = stored[i]!;
    const digest = await digestOf(article, key);
    if (before?.digest?.[0] === digest) {
      counts.unchanged++;
      continue;
    }
    const version = nextVersion(before, Date.now());
    const documents = await documentsOf(archive, id, digest, read(article), version);
    const had = passagesIn(before);
    const has = documents.passages.length;
    marks.push(unfinished(archive, id, Math.max(had, has), version));
    passages.push(...documents.passages, ...removedPassages(archive, id, has, had, version));
    articles.push(documents.article);
    counts.passages += has;
    if (before === null) counts.added++;
    else counts.changed++;
  }
  return { marks, passages, articles };
}

/** Returns the number of passages of a stored article. */
export function passagesIn(fields: StoredFields | null): number {
  const [count] = fields?.passages ?? [];
  return typeof count === "number" ? count : 0;
}

async function store({ cluster }: Archive, prepared: Prepared): Promise<void> {
  await writeAll(cluster, prepared.marks);
  await writeAll(cluster, prepared.passages);
  await writeAll(cluster, prepared.articles);
}
