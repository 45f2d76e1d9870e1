import { afterEach, describe, expect, it } from "vitest";
import { ArchiveError } from "../../src/archive/archiveError.ts";
import { fieldsOf } from "../../src/archive/cluster/documents.ts";
import { MissingParts } from "../../src/archive/cluster/missingParts.ts";
import { askAllShards, searchAll } from "../../src/archive/cluster/searches.ts";
import { writeAll } from "../../src/archive/cluster/writes.ts";
import {
  type Answer,
  type Asked,
  clusterOf,
  type SearchServer,
  serveSearch,
} from "./searchServer.ts";

const servers: SearchServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(answer: (asked: Asked, before: number) => Answer): Promise<SearchServer> {
  const server = await serveSearch(answer);
  servers.push(server);
  return server;
}

/** The answers one after the other, the last one again and again. */
const inTurn =
  (...answers: readonly Answer[]) =>
  (_: Asked, before: number): Answer =>
    answers[Math.min(before, answers.length - 1)]!;

const well: Answer = { body: { fine: true } };
const question = { method: "GET", path: "/" } as const;

async function failureOf(answer: Promise<unknown>): Promise<ArchiveError> {
  const error = await answer.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ArchiveError);
  return error as ArchiveError;
}

describe("a request", () => {
  it.each<[string, Answer]>([
    ["429", { status: 429, body: {} }],
    ["502", { status: 502, body: "" }],
    ["503", { status: 503, body: {} }],
    ["504", { status: 504, body: "<html>" }],
    ["a connection that breaks off", "cut"],
  ])("goes to another node after %s, at once", async (_, answer) => {
    const [bad, good] = [await serve(inTurn(answer)), await serve(inTurn(well))];
    const { cluster, pauses } = clusterOf([bad, good]);
    expect(await cluster.ask(question)).toEqual({ fine: true });
    expect([bad.asked.length, good.asked.length, pauses]).toEqual([1, 1, []]);
    // The node that failed is not asked first again.
    await cluster.ask(question);
    expect([bad.asked.length, good.asked.length]).toEqual([1, 2]);
  });

  it("is not taken elsewhere by a node that redirects it", async () => {
    const elsewhere = await serve(inTurn(well));
    const node = await serve(inTurn({ status: 307, location: elsewhere.address, body: {} }));
    const { cluster } = clusterOf([node]);
    expect((await failureOf(cluster.ask(question))).failure).toBe("unreachable");
    expect(elsewhere.asked).toEqual([]);
  });

  it("goes to another node when one is silent", async () => {
    const [bad, good] = [await serve(inTurn("silence")), await serve(inTurn(well))];
    const { cluster } = clusterOf([bad, good], { timeoutMs: 50 });
    expect(await cluster.ask(question)).toEqual({ fine: true });
  });

  it("goes to another node when one is not there", async () => {
    const gone = await serve(inTurn(well));
    await gone.close();
    const { cluster } = clusterOf([gone, await serve(inTurn(well))]);
    expect(await cluster.ask(question)).toEqual({ fine: true });
  });

  it("is asked of all again after longer and longer pauses, until it is answered", async () => {
    const busy: Answer = { status: 429, body: {} };
    const one = await serve(inTurn(busy, busy, well));
    const { cluster, pauses } = clusterOf([one, await serve(inTurn(busy))]);
    expect(await cluster.ask(question)).toEqual({ fine: true });
    expect(pauses).toHaveLength(2);
  });

  it("ends with a word when the patience is over", async () => {
    const busy = await serve(inTurn({ status: 503, body: { error: { type: "no_manager" } } }));
    const { cluster, pauses } = clusterOf([busy], { totalTimeoutMs: 1000 });
    const error = await failureOf(cluster.ask(question));
    expect(error.failure).toBe("unavailable");
    expect(error.message).toMatch(/127\.0\.0\.1:\d+ answers 503 \(no_manager\)/);
    expect(pauses.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1000);
  });

  it.each([
    [401, "notSignedIn", /answers 401.*check the user's name and password/],
    [403, "notAllowed", /answers 403.*for that permission/],
    [400, "badAnswer", /answers 400 \(parse_exception\)/],
  ] as const)("that is refused with %s is not tried again", async (status, failure, message) => {
    const server = await serve(inTurn({ status, body: { error: { type: "parse_exception" } } }));
    const { cluster } = clusterOf([server]);
    const error = await failureOf(cluster.ask(question));
    expect([error.failure, server.asked.length]).toEqual([failure, 1]);
    expect(error.message).toMatch(message);
  });

  it("tells an address that is no OpenSearch", async () => {
    const { cluster } = clusterOf([await serve(inTurn({ body: "<!doctype html><p>Welcome" }))]);
    expect((await failureOf(cluster.ask(question))).message).toMatch(/not as OpenSearch does/);
  });

  it("signs in by a header and never by the address", async () => {
    const server = await serve(inTurn(well));
    const { cluster } = clusterOf([server], { authorization: "Basic abc" });
    await cluster.ask(question);
    expect(server.asked[0]).toMatchObject({ authorization: "Basic abc", path: "/" });
  });
});

describe("documents that are stored", () => {
  const writes = ["a", "b", "c"].map((id) => ({ index: "i", id, document: { id }, version: 7 }));
  const place = (id: string) => ({
    _index: "i",
    _id: id,
    version: 7,
    version_type: "external_gte",
  });
  const items = (...statuses: readonly number[]) => ({
    body: {
      errors: statuses.some((status) => status > 299),
      items: statuses.map((status) => ({
        index: { status, ...(status > 299 ? { error: { type: `kind${status}` } } : {}) },
      })),
    },
  });

  it("are sent again where one failed in passing, that one alone", async () => {
    const server = await serve(inTurn(items(200, 429, 201), items(200)));
    const { cluster } = clusterOf([server]);
    await writeAll(cluster, writes);
    expect(server.asked.map(({ lines }) => lines)).toEqual([
      writes.flatMap(({ id }) => [{ index: place(id) }, { id }]),
      [{ index: place("b") }, { id: "b" }],
    ]);
  });

  it("are told by number and reason when they go on failing", async () => {
    const server = await serve((asked) =>
      items(...asked.lines.slice(asked.lines.length / 2).map(() => 503)),
    );
    const { cluster } = clusterOf([server], { totalTimeoutMs: 500 });
    const error = await failureOf(writeAll(cluster, writes));
    expect(error.message).toBe("storing: 3 of 3 failed (503, kind503)");
  });

  it("are refused with a word where the user may only read", async () => {
    const { cluster } = clusterOf([await serve(inTurn(items(200, 403, 200)))]);
    const error = await failureOf(writeAll(cluster, writes));
    expect([error.failure, error.message]).toEqual([
      "notAllowed",
      expect.stringMatching(/403 \(kind403\)/),
    ]);
  });

  it("are not stored over what somebody else stored meanwhile", async () => {
    const { cluster } = clusterOf([await serve(inTurn(items(200, 409, 200)))]);
    const error = await failureOf(writeAll(cluster, writes));
    expect(error.message).toMatch(
      /^the same articles are being pushed or deleted by somebody else/,
    );
  });

  it("may be gone already when they are deleted", async () => {
    const gone = { body: { errors: false, items: [{ delete: { status: 404 } }] } };
    const { cluster } = clusterOf([await serve(inTurn(gone))]);
    const deletion = { index: "i", id: "a", document: null, version: 7 };
    await expect(writeAll(cluster, [deletion])).resolves.toBeUndefined();
  });

  it("are not taken for stored where an answer lacks some of them", async () => {
    const { cluster } = clusterOf([await serve(inTurn(items(200, 200)))]);
    expect((await failureOf(writeAll(cluster, writes))).message).toMatch(/2 of 3 answered/);
  });
});

describe("searches", () => {
  const found = {
    _shards: { total: 3, successful: 3, failed: 0 },
    hits: { hits: [] },
    status: 200,
  };
  const partly = { ...found, _shards: { total: 3, successful: 2, failed: 1 } };
  const absent = { ...found, _shards: { total: 3, successful: 2, skipped: 0, failed: 0 } };
  const late = { ...found, timed_out: true };
  const failed = { error: { type: "search_phase_execution_exception" }, status: 503 };
  const responses = (...all: readonly object[]): Answer => ({ body: { responses: all } });

  it.each([
    ["failed", failed],
    ["were answered by some of the shards", partly],
    ["have no node for one of the shards", absent],
    ["ran out of time", late],
  ])("that %s are asked again, alone", async (_, bad) => {
    const server = await serve(inTurn(responses(found, bad), responses(found)));
    const { cluster } = clusterOf([server]);
    expect(await searchAll(cluster, "i", [{ one: 1 }, { two: 2 }])).toEqual([found, found]);
    expect(server.asked[1]!.lines).toEqual([{ index: "i" }, { two: 2 }]);
  });

  it("are never answered with less: n of m shards", async () => {
    const { cluster } = clusterOf([await serve(inTurn(responses(partly)))], {
      totalTimeoutMs: 500,
    });
    const error = await failureOf(searchAll(cluster, "i", [{}]));
    expect(error.message).toBe("searching: 1 of 1 failed (2 of 3 shards answered)");
  });

  it("are answered with less, after some tries, where the reader says what is missing", async () => {
    const server = await serve(inTurn(responses(found, partly), responses(partly)));
    const { cluster } = clusterOf([server]);
    const missing = new MissingParts();
    expect(await searchAll(cluster, "i", [{ one: 1 }, {}], missing)).toEqual([found, partly]);
    expect([missing.answered, server.asked.length]).toEqual([{ answered: 2, of: 3 }, 4]);
  });

  it("are answered whole where the part that was missing comes back", async () => {
    const server = await serve(inTurn(responses(partly), responses(found)));
    const missing = new MissingParts();
    const { cluster } = clusterOf([server]);
    expect(await searchAll(cluster, "i", [{}], missing)).toEqual([found]);
    expect(missing.answered).toBeNull();
  });

  it("of which no shard answers are not answered at all", async () => {
    const { cluster } = clusterOf([await serve(inTurn(responses(failed)))], {
      totalTimeoutMs: 500,
    });
    const error = await failureOf(searchAll(cluster, "i", [{}], new MissingParts()));
    expect(error.failure).toBe("unavailable");
  });

  it("are refused with a word where the index is forbidden inside an answer of 200", async () => {
    const forbidden = { error: { type: "security_exception" }, status: 403 };
    const { cluster } = clusterOf([await serve(inTurn(responses(forbidden)))]);
    expect((await failureOf(searchAll(cluster, "i", [{}]))).failure).toBe("notAllowed");
  });

  it("of a kind that all shards must answer are asked again, too", async () => {
    const server = await serve(inTurn({ body: partly }, { body: found }));
    const { cluster } = clusterOf([server]);
    expect(await askAllShards(cluster, "/i/_search", {})).toEqual(found);
    expect(server.asked).toHaveLength(2);
  });
});

describe("documents that are read", () => {
  it("are asked for again where a shard failed, and missing ones are told from failed ones", async () => {
    const first = {
      body: {
        docs: [
          { _id: "a", found: true, _version: 1, fields: { x: [1] } },
          { _id: "b", error: { type: "no_shard_available_action_exception" } },
          { _id: "c", found: false },
        ],
      },
    };
    const second = { body: { docs: [{ _id: "b", found: true, _version: 3, fields: { x: [2] } }] } };
    const server = await serve(inTurn(first, second));
    const { cluster } = clusterOf([server]);
    expect(await fieldsOf(cluster, "i", ["a", "b", "c"], ["x"])).toEqual([
      { x: [1], _version: [1] },
      { x: [2], _version: [3] },
      null,
    ]);
    expect(server.asked[1]!.lines).toEqual([{ ids: ["b"] }]);
  });

  it("are counted as missing where their shard stays away, for a reader who is told", async () => {
    const docs = [{ _id: "b", error: { type: "no_shard_available_action_exception" } }];
    const { cluster } = clusterOf([await serve(inTurn({ body: { docs } }))]);
    const missing = new MissingParts();
    expect(await fieldsOf(cluster, "i", ["b"], ["x"], missing)).toEqual([null]);
    expect(missing.documents).toBe(1);
  });
});
