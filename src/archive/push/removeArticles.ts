import type { Article } from "../../engine/model/index.ts";
import { fieldsOf } from "../cluster/documents.ts";
import { writeAll } from "../cluster/writes.ts";
import type { Archive } from "../stored/archive.ts";
import { nextVersion, removedPassages, unfinished } from "../stored/articleDocuments.ts";
import { groupsOf } from "./articleGroups.ts";
import { passagesIn } from "./pushArticles.ts";
import { makeVisible } from "./settle.ts";

/** The results of a deletion, in articles. */
export interface RemovalCounts {
  removed: number;
  /** Articles that were not in the archive. */
  missing: number;
}

/**
 * Deletes articles with all their passages. Each article is first marked as unfinished and is
 * deleted last, so an interrupted deletion is completed by deleting again.
 */
export async function removeArticles(
  archive: Archive,
  articles: Iterable<Article>,
  progress: (counts: Readonly<RemovalCounts>) => void,
): Promise<RemovalCounts> {
  const counts: RemovalCounts = { removed: 0, missing: 0 };
  const { cluster, indices } = archive;
  for (const group of groupsOf(articles, archive.key)) {
    const ids = (await group).map(({ id }) => id);
    const stored = await fieldsOf(cluster, indices.articles, ids, ["passages"]);
    const found = ids.flatMap((id, i) =>
      stored[i] === null
        ? []
        : [{ id, passages: passagesIn(stored[i]!), version: nextVersion(stored[i]!, Date.now()) }],
    );
    await writeAll(
      cluster,
      found.map(({ id, passages, version }) => unfinished(archive, id, passages, version)),
    );
    await writeAll(
      cluster,
      found.flatMap(({ id, passages, version }) =>
        removedPassages(archive, id, 0, passages, version),
      ),
    );
    await writeAll(
      cluster,
      found.map(({ id, version }) => {
        const write = { index: indices.articles, id, document: null };
        return { ...write, version: version + 1 };
      }),
    );
    counts.removed += found.length;
    counts.missing += ids.length - found.length;
    progress({ ...counts });
  }
  await makeVisible(archive);
  return counts;
}
