import { type AnswerObject, isObject, numberIn, objectIn, objectsIn } from "./answers.ts";
import type { Cluster } from "./cluster.ts";
import { type MissingParts, partsOf } from "./missingParts.ts";
import { failed, type Outcome, untilDone } from "./untilDone.ts";

/**
 * The most searches of one request. A page of usual length is one request, and no request takes
 * long (40 searches took 159 ms at a million passages).
 */
const mostSearches = 64;

/**
 * Runs searches, each in the named index; returns the answers in order. Throws ArchiveError.
 * @param missing if given, parts that do not answer are added to it; else the answers are complete
 */
export async function searchAll(
  cluster: Cluster,
  index: string,
  searches: readonly object[],
  missing: MissingParts | null = null,
): Promise<readonly AnswerObject[]> {
  const answers: AnswerObject[] = [];
  for (let at = 0; at < searches.length; at += mostSearches) {
    const some = searches.slice(at, at + mostSearches);
    answers.push(...(await untilDone(cluster, some, "searching", send, accepts(missing))));
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

function accepts(missing: MissingParts | null): ((partial: AnswerObject | null) => void) | null {
  return missing && ((partial) => partial && missing.addFrom(partial));
}

/**
 * Treats an answer as temporary failure if shards are missing, since it looks complete otherwise.
 * In a search, a shard without a node counts neither as successful nor as failed. In other requests
 * that is how absent copies count, which do not matter.
 */
function wholeOrTransient(answer: AnswerObject): Outcome<AnswerObject> {
  const shards = objectIn(answer, "_shards");
  const { answered, of } = partsOf(shards);
  const isFailed = numberIn(shards, "failed") > 0;
  const isAbsent = answer.hits !== undefined && answered < of;
  const isLate = answer.timed_out === true;
  if (!isFailed && !isAbsent && !isLate) return { kind: "done", answer };
  if (answered === of) return { kind: "transient", reason: "the search ran out of time" };
  return { kind: "transient", reason: `${answered} of ${of} shards answered`, partial: answer };
}

/**
 * Makes a request that all shards must answer. Null if there is no such index. Throws ArchiveError.
 * @param missing if given, shards that do not answer are added to it
 */
export async function askAllShards(
  cluster: Cluster,
  path: string,
  body?: object,
  missing: MissingParts | null = null,
): Promise<AnswerObject | null> {
  const send = async (): Promise<readonly Outcome<AnswerObject | null>[]> => {
    const found = await cluster.ask({ method: "POST", path, ...(body ? { body } : {}) });
    return [isObject(found) ? wholeOrTransient(found) : { kind: "done", answer: null }];
  };
  const [answer] = await untilDone(cluster, [body], "asking all shards", send, accepts(missing));
  return answer ?? null;
}
