import { createHash } from "node:crypto";
import type { Fault, Faults } from "../nodeProxy.ts";

/**
 * Faults of a node by name, each with the requests that it applies to and how often it strikes: every
 * second one unless told otherwise.
 */
export const faultKinds: Readonly<Record<string, FaultKind>> = {
  "429, too many requests": {
    of: /./,
    fault: { answer: { status: 429, body: '{"error":{"type":"rejected"},"status":429}' } },
  },
  "503, no manager": {
    of: /./,
    fault: { answer: { status: 503, body: '{"error":{"type":"no_manager"},"status":503}' } },
  },
  "a connection that breaks off once the node has answered": {
    of: /./,
    fault: { reply: () => null },
  },
  "a node that does what it is asked and stays silent": {
    of: /_bulk|_msearch|_mget/,
    // Each costs a time-out.
    every: 8,
    fault: { reply: () => "silence" },
  },
  "failed items in an answer of 200": { of: /_bulk/, fault: withFailedItems() },
  "answers of some shards": { of: /_msearch/, fault: { reply: fewerShards } },
  "searches that ran out of time": { of: /_msearch/, fault: { reply: late } },
  "documents whose shard is away": { of: /_mget/, fault: { reply: withoutShard } },
};

interface FaultKind {
  readonly of: RegExp;
  readonly every?: number;
  readonly fault: Fault;
}

/** Returns faults of a kind that strike the first of the requests that it concerns, and every so many. */
export function againAndAgain(kind: string): Faults {
  const { of, every = 2, fault } = faultKinds[kind]!;
  let count = 0;
  return (path) => (of.test(path) && count++ % every === 0 ? fault : null);
}

/** Every third item never reaches the node. */
function withFailedItems(): Fault {
  // Requests come one after the other, each before its answer.
  let isLost: readonly boolean[] = [];
  return {
    request(body) {
      const items = itemsOf(body);
      isLost = items.map((_, at) => at % 3 === 0);
      // A bulk of nothing is malformed; of a single item, that one is stored and said to be lost.
      const kept = items.length === 1 ? items : items.filter((_, at) => !isLost[at]);
      return kept.map((lines) => `${lines.join("\n")}\n`).join("");
    },
    reply(body) {
      const { items, ...rest } = JSON.parse(body);
      const failed = { index: { status: 429, error: { type: "rejected_execution_exception" } } };
      const left = isLost.length === 1 ? [] : [...items];
      return JSON.stringify({
        ...{ ...rest, errors: true },
        items: isLost.map((its) => (its ? failed : left.shift())),
      });
    },
  };
}

/** The items of a bulk request, each with its lines. */
function itemsOf(body: string): readonly (readonly string[])[] {
  const lines = body.trimEnd().split("\n");
  const items: string[][] = [];
  for (let at = 0; at < lines.length; ) {
    const count = lines[at]!.startsWith('{"delete"') ? 1 : 2;
    items.push(lines.slice(at, at + count));
    at += count;
  }
  return items;
}

interface Hit {
  readonly _id: string;
}

/** Shards are told apart by a hash of the id. */
function isOfLostShard({ _id }: Hit): boolean {
  return createHash("sha256").update(_id).digest()[0]! % 3 === 0;
}

interface Response {
  readonly hits?: { readonly hits: readonly Hit[] };
  readonly [name: string]: unknown;
}

function changed(body: string, change: (response: Response) => object): string {
  const answer = JSON.parse(body) as { readonly responses: readonly Response[] };
  return JSON.stringify({ ...answer, responses: answer.responses.map(change) });
}

/** As an answer without one shard: a third of all passages, always the same, is never among the hits. */
export function fewerShards(body: string): string {
  return changed(body, (response) => ({
    ...response,
    _shards: { total: 3, successful: 2, skipped: 0, failed: 1 },
    hits: {
      ...response.hits,
      hits: response.hits?.hits.filter((hit) => !isOfLostShard(hit)) ?? [],
    },
  }));
}

function late(body: string): string {
  return changed(body, (response) => ({
    ...{ ...response, timed_out: true },
    hits: { ...response.hits, hits: [] },
  }));
}

function withoutShard(body: string): string {
  const { docs } = JSON.parse(body) as { docs: { _id: string }[] };
  const error = { type: "no_shard_available_action_exception" };
  return JSON.stringify({
    docs: docs.map((its, at) => (at % 3 === 0 ? { _id: its._id, error } : its)),
  });
}
