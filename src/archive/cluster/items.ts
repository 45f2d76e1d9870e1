import { ArchiveError } from "../archiveError.ts";
import { type AnswerObject, isObject, numberIn, objectIn, objectsIn } from "./answers.ts";
import { type Cluster, isPassing, refusal } from "./cluster.ts";

/**
 * Requests of many items. An answer of 200 says nothing of the items: each has to be looked at, and
 * what failed in passing is asked for again, alone.
 */
type Outcome<Answer> =
  | { readonly kind: "done"; readonly answer: Answer }
  | { readonly kind: "passing"; readonly reason: string };

/** Sends items until each is done. Throws ArchiveError, which says how many were not and why. */
async function untilDone<Item, Answer>(
  cluster: Cluster,
  items: readonly Item[],
  what: string,
  send: (items: readonly Item[]) => Promise<readonly Outcome<Answer>[]>,
): Promise<readonly Answer[]> {
  const answers = new Array<Answer>(items.length);
  let waiting = items.map((_, at) => at);
  const patience = cluster.patience();
  while (waiting.length > 0) {
    const outcomes = await send(waiting.map((at) => items[at]!));
    if (outcomes.length !== waiting.length) {
      throw new ArchiveError(
        "badAnswer",
        `${what}: ${outcomes.length} of ${waiting.length} answered`,
      );
    }
    let reason = "";
    waiting = waiting.filter((at, i) => {
      const outcome = outcomes[i]!;
      if (outcome.kind === "done") answers[at] = outcome.answer;
      else reason = outcome.reason;
      return outcome.kind === "passing";
    });
    if (waiting.length > 0 && !(await patience.pause())) {
      throw new ArchiveError(
        "unavailable",
        `${what}: ${waiting.length} of ${items.length} failed (${reason})`,
      );
    }
  }
  return answers;
}

/** A document that is to be stored, or taken away where it is null. */
export interface Write {
  readonly index: string;
  readonly id: string;
  readonly document: object | null;
}

/** Far below the 100 MB that a node takes, and few enough to be held a few times. */
const mostBulkChars = 4_000_000;

/** Stores and deletes documents, all of them. Throws ArchiveError. */
export async function writeAll(cluster: Cluster, writes: readonly Write[]): Promise<void> {
  for (const some of inBulks(writes)) await untilDone(cluster, some, "storing", send);

  async function send(some: readonly Write[]) {
    const body = some.flatMap(linesOf);
    const answer = await cluster.ask({ method: "POST", path: "/_bulk", body });
    return objectsIn(answer, "items").map(outcomeOfWrite);
  }
}

function linesOf({ index, id, document }: Write): readonly object[] {
  const place = { _index: index, _id: id };
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
  return failed(status, "storing a document", isObject(result) ? result.error : null);
}

/** A page of usual length is one request, and no request takes long (40 took 159 ms at a million passages). */
const mostSearches = 64;

/** Searches, each in the index that is named; the answers in their order, whole. Throws ArchiveError. */
export async function searchAll(
  cluster: Cluster,
  index: string,
  searches: readonly object[],
): Promise<readonly AnswerObject[]> {
  const answers: AnswerObject[] = [];
  for (let at = 0; at < searches.length; at += mostSearches) {
    const some = searches.slice(at, at + mostSearches);
    answers.push(...(await untilDone(cluster, some, "searching", send)));
  }
  return answers;

  async function send(some: readonly object[]) {
    const body = some.flatMap((search) => [{ index }, search]);
    const answer = await cluster.ask({ method: "POST", path: "/_msearch", body });
    return objectsIn(answer, "responses").map(outcomeOfSearch);
  }
}

function outcomeOfSearch(answer: AnswerObject): Outcome<AnswerObject> {
  const { error } = answer;
  if (error !== undefined && error !== null) {
    return failed(numberIn(answer, "status"), "a search", error);
  }
  const reason = missingShards(answer);
  return reason === null ? { kind: "done", answer } : { kind: "passing", reason };
}

/** Which shards did not answer, in words; null if all did. An answer without them is a part that looks whole. */
function missingShards(answer: AnswerObject): string | null {
  const shards = objectIn(answer, "_shards");
  const isFailed = numberIn(shards, "failed") > 0;
  const isLate = answer.timed_out === true;
  if (!isFailed && !isLate) return null;
  return `${numberIn(shards, "successful")} of ${numberIn(shards, "total")} shards answered`;
}

/** Asks for something that all shards have to answer. Null if there is no such index. Throws ArchiveError. */
export async function askAllShards(
  cluster: Cluster,
  path: string,
  body?: object,
): Promise<AnswerObject | null> {
  const [answer] = await untilDone(cluster, [body], "asking all shards", async () => {
    const found = await cluster.ask({ method: "POST", path, ...(body ? { body } : {}) });
    if (!isObject(found)) return [{ kind: "done", answer: null } as const];
    const reason = missingShards(found);
    return [reason === null ? { kind: "done", answer: found } : { kind: "passing", reason }];
  });
  return answer ?? null;
}

/** The stored fields of documents by id, in their order; null for those that are not there. Throws ArchiveError. */
export function fieldsOf(
  cluster: Cluster,
  index: string,
  ids: readonly string[],
  fields: readonly string[],
): Promise<readonly (StoredFields | null)[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const path = `/${index}/_mget?stored_fields=${fields.join(",")}`;
  return untilDone(cluster, ids, "reading documents", async (some) => {
    const answer = await cluster.ask({ method: "POST", path, body: { ids: some } });
    if (answer === null) throw new ArchiveError("notThere", `there is no index ${index}`);
    return objectsIn(answer, "docs").map(outcomeOfRead);
  });
}

/** The values of stored fields, by name. */
export type StoredFields = Readonly<Record<string, readonly unknown[]>>;

function outcomeOfRead(document: AnswerObject): Outcome<StoredFields | null> {
  const { error } = document;
  // An error of one document has no status: what is not a question of permissions may pass.
  if (isObject(error)) return failed(statusOf(error), "reading a document", error);
  if (document.found !== true) return { kind: "done", answer: null };
  return { kind: "done", answer: (document.fields ?? {}) as StoredFields };
}

function statusOf({ type }: AnswerObject): number {
  if (type === "security_exception") return 403;
  return type === "index_not_found_exception" ? 404 : 503;
}

function failed(status: number, what: string, error: unknown): Outcome<never> {
  const type = isObject(error) && typeof error.type === "string" ? error.type : "no reason given";
  if (isPassing(status)) return { kind: "passing", reason: `${status}, ${type}` };
  if (status === 404) throw new ArchiveError("notThere", `${what}: there is no such index`);
  throw refusal(status, `${what}: the cluster answers ${status} (${type})`);
}
