import { type AnsweredParts, ArchiveError } from "../archiveError.ts";
import { isObject } from "./answers.ts";
import { type Cluster, isTransient, refusal } from "./cluster.ts";

/**
 * The outcome for one item of a request with many. A status of 200 says nothing about the items:
 * each is checked, and temporary failures are requested again by themselves.
 */
export type Outcome<Answer> =
  | { readonly kind: "done"; readonly answer: Answer }
  | {
      readonly kind: "transient";
      readonly reason: string;
      /** The parts that answered, if some did not. */
      readonly parts?: AnsweredParts;
    };

/** Sends items until each is done. Throws ArchiveError, which says how many were not and why. */
export async function untilDone<Item, Answer>(
  cluster: Cluster,
  items: readonly Item[],
  what: string,
  send: (items: readonly Item[]) => Promise<readonly Outcome<Answer>[]>,
): Promise<readonly Answer[]> {
  const answers = new Array<Answer>(items.length);
  let waiting = items.map((_, at) => at);
  const timer = cluster.retryTimer();
  while (waiting.length > 0) {
    const outcomes = await send(waiting.map((at) => items[at]!));
    if (outcomes.length !== waiting.length) {
      throw new ArchiveError(
        "badAnswer",
        `${what}: ${outcomes.length} of ${waiting.length} answered`,
      );
    }
    let reason = "";
    let parts: AnsweredParts | null = null;
    waiting = waiting.filter((at, i) => {
      const outcome = outcomes[i]!;
      if (outcome.kind === "done") answers[at] = outcome.answer;
      else ({ reason, parts = null } = outcome);
      return outcome.kind === "transient";
    });
    if (waiting.length > 0 && !(await timer.pause())) {
      throw new ArchiveError(
        "unavailable",
        `${what}: ${waiting.length} of ${items.length} failed (${reason})`,
        { parts },
      );
    }
  }
  return answers;
}

/**
 * Returns the outcome for an item's status. Throws ArchiveError if it would be the same the next
 * time.
 */
export function failed(status: number, what: string, error: unknown): Outcome<never> {
  const type = isObject(error) && typeof error.type === "string" ? error.type : "no reason given";
  if (isTransient(status)) return { kind: "transient", reason: `${status}, ${type}` };
  if (status === 404) throw new ArchiveError("notThere", `${what}: there is no such index`);
  throw refusal(status, `${what}: the cluster answers ${status} (${type})`);
}
