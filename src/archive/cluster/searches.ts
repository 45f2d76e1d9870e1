import { type AnswerObject, isObject, numberIn, objectIn, objectsIn } from "./answers.ts";
import type { Cluster } from "./cluster.ts";
import { failed, type Outcome, untilDone } from "./untilDone.ts";

/**
 * The most searches of one request. A page of usual length is one request, and no request takes
 * long (40 searches took 159 ms at a million passages).
 */
const mostSearches = 64;

/**
 * Runs searches, each in the named index; returns the complete answers in order. Throws
 * ArchiveError.
 */
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
  return wholeOrTransient(answer);
}

/**
 * Treats an answer as temporary failure if shards are missing, since it looks complete otherwise.
 */
function wholeOrTransient(answer: AnswerObject): Outcome<AnswerObject> {
  const shards = objectIn(answer, "_shards");
  const isFailed = numberIn(shards, "failed") > 0;
  const isLate = answer.timed_out === true;
  if (!isFailed && !isLate) return { kind: "done", answer };
  const parts = { answered: numberIn(shards, "successful"), of: numberIn(shards, "total") };
  const reason = `${parts.answered} of ${parts.of} shards answered`;
  return { kind: "transient", reason, parts };
}

/**
 * Makes a request that all shards must answer. Null if there is no such index. Throws ArchiveError.
 */
export async function askAllShards(
  cluster: Cluster,
  path: string,
  body?: object,
): Promise<AnswerObject | null> {
  const [answer] = await untilDone(cluster, [body], "asking all shards", async () => {
    const found = await cluster.ask({ method: "POST", path, ...(body ? { body } : {}) });
    if (!isObject(found)) return [{ kind: "done", answer: null } as const];
    return [wholeOrTransient(found)];
  });
  return answer ?? null;
}
