import { ArchiveError } from "../archiveError.ts";
import { type AnswerObject, isObject, numberIn, objectsIn } from "./answers.ts";
import type { Cluster } from "./cluster.ts";
import { failed, type Outcome, untilDone } from "./untilDone.ts";

/** A document to store, or to delete if it is null. */
export interface Write {
  readonly index: string;
  readonly id: string;
  readonly document: object | null;
  /**
   * A write with a lower version than the stored one is refused. A node that was stopped may carry
   * out a request long after another node has carried out its repetition, and what came after it.
   */
  readonly version: number;
}

/**
 * The most characters of one request: far below the 100 MB that a node accepts, and small enough to
 * be in memory several times.
 */
const mostBulkChars = 4_000_000;

/** Stores and deletes all the documents. Throws ArchiveError. */
export async function writeAll(cluster: Cluster, writes: readonly Write[]): Promise<void> {
  for (const some of inBulks(writes)) await untilDone(cluster, some, "storing", send);

  async function send(some: readonly Write[]) {
    const body = some.flatMap(linesOf);
    // Without the alias, a node would create an index of that name with its own mappings.
    const path = "/_bulk?require_alias=true";
    const answer = await cluster.ask({ method: "POST", path, body });
    return objectsIn(answer, "items").map(outcomeOfWrite);
  }
}

function linesOf({ index, id, document, version }: Write): readonly object[] {
  const place = { _index: index, _id: id, version, version_type: "external_gte" };
  return document === null ? [{ delete: place }] : [{ index: place }, document];
}

function* inBulks(writes: readonly Write[]): Generator<readonly Write[]> {
  let bulk: Write[] = [];
  let chars = 0;
  for (const write of writes) {
    bulk.push(write);
    chars += 100 + JSON.stringify(write.document).length;
    if (chars < mostBulkChars) continue;
    yield bulk;
    bulk = [];
    chars = 0;
  }
  if (bulk.length > 0) yield bulk;
}

function outcomeOfWrite(item: AnswerObject): Outcome<null> {
  const result = item.index ?? item.delete;
  const status = numberIn(result, "status");
  const isGone = item.delete !== undefined && status === 404;
  if (status < 300 || isGone) return { kind: "done", answer: null };
  if (status === 409) {
    throw new ArchiveError(
      "unavailable",
      "the same articles are being pushed or deleted by somebody else; repeat the command later",
    );
  }
  return failed(status, "storing a document", isObject(result) ? result.error : null);
}
