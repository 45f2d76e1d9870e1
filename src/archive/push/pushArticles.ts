import { readArticle } from "../../engine/extract/readArticle.ts";
import type { Article } from "../../engine/model/index.ts";
import { fieldsOf, type StoredFields } from "../cluster/documents.ts";
import { type Write, writeAll } from "../cluster/writes.ts";
import type { Archive } from "../stored/archive.ts";
import { digestOf, documentsOf, removedPassages, unfinished } from "../stored/articleDocuments.ts";
import { groupsOf, type NamedArticle } from "./articleGroups.ts";
import { makeVisible } from "./settle.ts";

/** What became of the articles of a push. */
export interface PushCounts {
  /** Stored for the first time. */
  added: number;
  /** Stored instead of another text. */
  changed: number;
  /** As they were stored before. */
  unchanged: number;
  passages: number;
}

/**
 * Stores articles. Those that are stored as they are already cost a look, so a push that was cut off is
 * resumed by pushing again. Each article is first marked as unfinished, with as many passages as it had
 * or will have, then come its passages, then itself: whatever happens in between, what is half stored is
 * known, and nothing old is left. Memory: two groups of articles.
 */
export async function pushArticles(
  archive: Archive,
  articles: Iterable<Article>,
  progress: (counts: Readonly<PushCounts>) => void,
): Promise<PushCounts> {
  const counts: PushCounts = { added: 0, changed: 0, unchanged: 0, passages: 0 };
  let storing: Promise<void> = Promise.resolve();
  try {
    for (const group of groupsOf(articles, archive.key)) {
      // The next group is read while the last one is being stored.
      const prepared = await preparedOf(archive, await group, counts);
      await storing;
      storing = store(archive, prepared).then(() => progress({ ...counts }));
      // It is waited for in the next turn: until then a failure is nobody's.
      storing.catch(() => undefined);
    }
  } finally {
    await storing;
  }
  await makeVisible(archive);
  return counts;
}

/** What is to be stored, in the order in which it is. */
interface Prepared {
  readonly marks: readonly Write[];
  readonly passages: readonly Write[];
  readonly articles: readonly Write[];
}

async function preparedOf(
  archive: Archive,
  group: readonly NamedArticle[],
  counts: PushCounts,
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
    const documents = await documentsOf(archive, id, digest, readArticle(article));
    const had = passagesIn(before);
    const has = documents.passages.length;
    marks.push(unfinished(archive, id, Math.max(had, has)));
    passages.push(...documents.passages, ...removedPassages(archive, id, has, had));
    articles.push(documents.article);
    counts.passages += has;
    if (before === null) counts.added++;
    else counts.changed++;
  }
  return { marks, passages, articles };
}

/** How many passages a stored article has. */
export function passagesIn(fields: StoredFields | null): number {
  const [count] = fields?.passages ?? [];
  return typeof count === "number" ? count : 0;
}

async function store({ cluster }: Archive, prepared: Prepared): Promise<void> {
  await writeAll(cluster, prepared.marks);
  await writeAll(cluster, prepared.passages);
  await writeAll(cluster, prepared.articles);
}
