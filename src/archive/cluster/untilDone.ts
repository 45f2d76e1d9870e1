import { ArchiveError } from "../archiveError.ts";
import { isObject } from "./answers.ts";
import { type Cluster, isTransient, refusal } from "./cluster.ts";

/**
 * The outcome for one item of a request with many. A status of 200 says nothing about the items:
 * each is checked, and temporary failures are requested again by themselves.
 */
export type Outcome<Answer> =
  | { readonly kind: "done"; readonly answer: Answer }
  | TransientOutcome<Answer>;

/** A failure that may pass. */
export interface TransientOutcome<Answer> {
  readonly kind: "transient";
  readonly reason: string;
  /** An answer without the parts that did not answer, if there is one. */
  readonly partial?: Answer;
}

/**
 * The requests after which a partial answer is accepted, about a second: a copy of the missing part
 * at another node has been asked by then.
 */
const requestsBeforePartial = 4;

/**
 * Sends items until each is done. Throws ArchiveError, which says how many were not and why.
 * @param accept takes a partial answer, if one will do; without it, every answer has to be complete
 */
export async function untilDone<Item, Answer>(
  cluster: Cluster,
  items: readonly Item[],
  what: string,
  send: (items: readonly Item[]) => Promise<readonly Outcome<Answer>[]>,
  accept: ((partial: Answer) => void) | null = null,
): Promise<readonly Answer[]> {
  const answers = new Array<Answer>(items.length);
  let waiting = items.map((_, at) => at);
  const timer = cluster.retryTimer();
  for (let requests = 1; waiting.length > 0; requests++) {
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
      if (outcome.kind === "done") {
        answers[at] = outcome.answer;
        return false;
      }
      if (accept && outcome.partial !== undefined && requests >= requestsBeforePartial) {
        answers[at] = outcome.partial;
        accept(outcome.partial);
        return false;
      }
      ({ reason } = outcome);
      return true;
    });
    if (waiting.length > 0 && !(await timer.pause())) {
      throw new ArchiveError(
        "unavailable",
        `${what}: ${waiting.length} of ${items.length} failed (${reason})`,
      );
    }
  }
  return answers;
}

/**
 * Returns the outcome for an item's status. Throws ArchiveError if it would be the same the next
 * time.
 */
export function failed(status: number, what: string, error: unknown): TransientOutcome<never> {
  const type = isObject(error) && typeof error.type === "string" ? error.type : "no reason given";
  if (isTransient(status)) return { kind: "transient", reason: `${status}, ${type}` };
  if (status === 404) throw new ArchiveError("notThere", `${what}: there is no such index`);
  throw refusal(status, `${what}: the cluster answers ${status} (${type})`);
}
