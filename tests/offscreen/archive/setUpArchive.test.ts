import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newKeyText, readArchiveKey } from "../../../src/archive/keys/archiveKey.ts";
import { keyCheck } from "../../../src/archive/keys/keyedHash.ts";
import { archiveVersion } from "../../../src/archive/stored/indices.ts";
import { termsVersion } from "../../../src/engine/library/segmentLayout.ts";
import type { ArchiveSetup } from "../../../src/messages/archiveProtocol.ts";
import { checkArchive, setUpArchive } from "../../../src/offscreen/archive/setUpArchive.ts";
import type { ArchiveSecrets } from "../../../src/platform/storage/archiveSecrets.ts";
import { StorageError } from "../../../src/platform/storage/storageError.ts";
import { type Answer, type SearchServer, serveSearch } from "../../archive/searchServer.ts";

const keyText = newKeyText();
let servers: SearchServer[];
let stored: ArchiveSecrets | null;
let isFull: boolean;

const secrets = {
  read: async () => stored,
  async write(its: ArchiveSecrets) {
    if (isFull) throw new StorageError("full", "no room");
    stored = its;
  },
  async remove() {
    stored = null;
  },
};

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  [servers, stored, isFull] = [[], null, false];
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const server of servers) await server.close();
});

/** A node of an archive of this key that has 12,345 articles, unless `instead` says something else. */
async function serve(
  instead: (path: string) => Answer | null = () => null,
  version = archiveVersion,
) {
  const check = await keyCheck((await readArchiveKey(keyText)).ids);
  const server = await serveSearch(({ path }) => {
    const own = instead(path);
    if (own !== null) return own;
    if (path.endsWith("/_mapping")) {
      const _meta = { version, termsVersion, check };
      return { body: { "an-index-1": { mappings: { _meta } } } };
    }
    const hits = { total: { value: 12_345 }, hits: [] };
    const _shards = { total: 3, successful: 3, failed: 0 };
    return { body: { responses: [{ hits, _shards, timed_out: false }] } };
  });
  servers.push(server);
  return server;
}

const setup = (addresses: readonly string[], more: Partial<ArchiveSetup> = {}): ArchiveSetup => ({
  ...{ addresses, keyText, user: null, password: null },
  ...more,
});

describe("an archive that is set up", () => {
  it("tells how many nodes and articles it has, and only then is its key kept", async () => {
    const { address } = await serve();
    const other = await serve();
    const { check, place } = await setUpArchive(
      setup([`${address}/politics`, `${other.address}/politics`]),
      secrets,
    );
    expect(check).toEqual({ kind: "connected", nodes: 2, of: 2, articles: 12_345 });
    expect(place).toEqual({ nodes: [address, other.address], name: "politics", user: null });
    expect(await checkArchive(place!, secrets)).toEqual(check);
  });

  it("keeps a key that nobody can read out of the browser", async () => {
    const { address } = await serve();
    await setUpArchive(setup([address]), secrets);
    for (const key of Object.values(stored!.key)) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
    }
  });

  it("sends name and password, and no key", async () => {
    const { address, asked } = await serve();
    await setUpArchive(setup([address], { user: "reader", password: "grün" }), secrets);
    const authorization = `Basic ${Buffer.from("reader:grün").toString("base64")}`;
    expect(asked.map((one) => one.authorization)).toEqual(asked.map(() => authorization));
    const secret = keyText.trim().split(" ").pop()!;
    expect(JSON.stringify(asked)).not.toContain(secret);
  });

  it("asks for nothing that a user who may only read is refused", async () => {
    const { address, asked } = await serve();
    await setUpArchive(setup([address]), secrets);
    expect(asked.map(({ path }) => path.replace(/^\/second-source-\w+/, ""))).toEqual([
      ...["/_mapping", "/_mapping", "/_msearch"],
    ]);
  });

  it("needs one node that answers, and says how many do", async () => {
    const gone = await serve();
    const { address } = await serve();
    await gone.close();
    servers = servers.filter((server) => server !== gone);
    const { check } = await setUpArchive(setup([gone.address, address]), secrets);
    expect(check).toEqual({ kind: "connected", nodes: 1, of: 2, articles: 12_345 });
  }, 20_000);
});

describe("an archive that cannot be asked", () => {
  async function problemOf(its: ArchiveSetup): Promise<string> {
    const { check, place } = await setUpArchive(its, secrets);
    expect({ place, stored }).toEqual({ place: null, stored: null });
    return check.kind === "failed" ? check.problem : check.kind;
  }

  it.each([
    ["notSignedIn", { status: 401, body: "Unauthorized" }],
    ["notAllowed", { status: 403, body: { error: { type: "security_exception" } } }],
    ["notThere", { status: 404, body: {} }],
    ["badAnswer", { status: 200, body: "<html>A router</html>" }],
  ] as const)("is named by its fault: %s", async (problem, answer) => {
    const { address } = await serve(() => answer);
    expect(await problemOf(setup([address]))).toBe(problem);
  });

  it("is not opened by another key, nor by another version", async () => {
    const { address } = await serve();
    expect(await problemOf(setup([address], { keyText: newKeyText() }))).toBe("wrongKey");
    const later = await serve(undefined, archiveVersion + 1);
    expect(await problemOf(setup([later.address]))).toBe("wrongVersion");
  });

  it("is not asked where address or key is none", async () => {
    expect(await problemOf(setup(["ftp://one.example"]))).toBe("badAddress");
    expect(await problemOf(setup([]))).toBe("badAddress");
    expect(await problemOf(setup(["https://one.example"], { keyText: "a letter" }))).toBe(
      "notAKey",
    );
  });

  it("is not set up where the disk is full", async () => {
    const { address } = await serve();
    isFull = true;
    expect(await problemOf(setup([address]))).toBe("notStored");
  });

  it("says of one without its key that this is not there", async () => {
    const place = { nodes: ["https://one.example"], name: "politics", user: null };
    expect(await checkArchive(place, secrets)).toEqual({ kind: "failed", problem: "notStored" });
  });
});
