import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createReaderLibrary } from "../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../src/corpora/searchedSegments.ts";
import { createUpkeep } from "../../src/corpora/upkeep.ts";
import { createLibrary } from "../../src/engine/library/library.ts";
import type { ArticleId } from "../../src/engine/model/index.ts";
import { readBytes, storedBytes } from "../../src/platform/storage/segmentBytes.ts";
import { createStorage } from "../../src/platform/storage/transaction.ts";
import { anArticle, bodyAbout } from "./articles.ts";
import { failWrite } from "./failingStorage.ts";

const names = ["quay", "pier", "lock", "mole", "slip", "dock", "berth", "wharf", "jetty"];

/** Its segment is stored as a file. */
const longBody = Array.from({ length: 500 }, (_, i) => bodyAbout(`quay${i}x`)).join("\n\n");

function world() {
  const storage = createStorage();
  const clock = { now: 1_000 };
  const library = createReaderLibrary(storage, () => clock.now);
  const during: (() => Promise<unknown>)[] = [];
  const onRepaired = vi.fn();
  const rest = async () => void (await during.shift()?.());
  const upkeep = createUpkeep(storage, library, { rest, onRepaired }, () => 1_000);
  const segments = () =>
    storage.read(["segments"], (all) => all.objectStore("segments").getAllKeys());
  /** What a context that starts now would search. */
  const bodies = async () =>
    createLibrary((await createSearchedSegments(createStorage()).current()).own)
      .articles.map(({ body }) => body)
      .sort();
  return { clock, storage, library, upkeep, segments, bodies, during, onRepaired };
}

async function addAll(library: ReturnType<typeof createReaderLibrary>): Promise<void> {
  for (const name of names) await library.add([anArticle(name)], "saved");
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("the upkeep of the reader's library", () => {
  it("merges many small segments into a few that are searched with the same results", async () => {
    const { library, upkeep, segments, bodies, onRepaired } = world();
    await addAll(library);
    const before = await bodies();
    expect(await segments()).toHaveLength(names.length);
    await upkeep.run();
    expect((await segments()).length).toBeLessThan(4);
    expect(await bodies()).toEqual(before);
    expect(onRepaired).not.toHaveBeenCalled();
  });

  it("leaves no trace of a removed article in any segment", async () => {
    const { library, upkeep, storage } = world();
    await addAll(library);
    await upkeep.run();
    await library.remove(["shore-mole" as ArticleId]);
    await upkeep.run();
    const stored = await storage.read(["segments", "tombstones"], async (all) => ({
      segments: await all.objectStore("segments").getAll(),
      tombstones: await all.objectStore("tombstones").count(),
    }));
    const bytes = await Promise.all(stored.segments.map((segment) => readBytes(segment.bytes)));
    const text = bytes.map((all) => Buffer.from(all).toString("utf16le")).join();
    expect(text).toContain("quayopening0");
    expect(text).not.toContain("moleopening0");
    expect(stored.tombstones).toBe(0);
  });

  it("removes and changes articles of merged segments", async () => {
    const { library, upkeep, bodies } = world();
    await addAll(library);
    await upkeep.run();
    await library.remove(["shore-mole" as ArticleId]);
    await library.add([anArticle("quay", { body: bodyAbout("corrected") })], "saved");
    const expected = [...names.filter((name) => name !== "mole" && name !== "quay"), "corrected"];
    expect(await bodies()).toEqual(expected.map(bodyAbout).sort());
    await upkeep.run();
    expect(await bodies()).toEqual(expected.map(bodyAbout).sort());
  });

  it("keeps what is removed, changed and added while it merges", async () => {
    const { library, upkeep, bodies, during } = world();
    await addAll(library);
    const change = async () => {
      await library.remove(["shore-mole" as ArticleId]);
      await library.add([anArticle("quay", { body: bodyAbout("corrected") })], "saved");
      await library.add([anArticle("groyne")], "read");
    };
    during.push(...names.map(() => async () => undefined), change);
    await upkeep.run();
    expect(during).toEqual([]);
    const left = names.filter((name) => name !== "mole" && name !== "quay");
    expect(await bodies()).toEqual([...left, "corrected", "groyne"].map(bodyAbout).sort());
  });

  it.each([
    ["small", bodyAbout("quay"), Uint8Array],
    ["large", longBody, Blob],
  ])("rebuilds a damaged %s segment from the records", async (_, body, Stored) => {
    const { library, upkeep, storage, segments, bodies, onRepaired } = world();
    await library.add([anArticle("quay", { body }), anArticle("pier")], "import");
    const before = await bodies();
    const [name] = await segments();
    const stored = await storage.read(["segments"], (all) =>
      all.objectStore("segments").get(name!),
    );
    expect(stored!.bytes).toBeInstanceOf(Stored);
    const bytes = (await readBytes(stored!.bytes)).slice();
    bytes[bytes.length - 100]! ^= 0x10;
    await storage.change(["segments"], (all) =>
      all.objectStore("segments").put({ ...stored!, bytes: storedBytes(bytes) }, name),
    );
    await upkeep.run();
    expect(await segments()).not.toContain(name);
    expect(await bodies()).toEqual(before);
    expect(onRepaired).toHaveBeenCalledOnce();
    await upkeep.run();
    expect(onRepaired).toHaveBeenCalledOnce();
  });

  it("rebuilds a missing segment from the records, and says so once", async () => {
    const { library, upkeep, storage, segments, bodies, onRepaired } = world();
    await library.add([anArticle("quay"), anArticle("pier")], "import");
    const before = await bodies();
    const [name] = await segments();
    await storage.change(["segments"], (all) => all.objectStore("segments").delete(name!));
    expect(await bodies()).toEqual([]);
    await upkeep.run();
    expect(await bodies()).toEqual(before);
    await upkeep.run();
    expect(onRepaired).toHaveBeenCalledOnce();
  });

  it("rebuilds a segment of an older format from the records", async () => {
    const { library, upkeep, storage, segments, bodies } = world();
    const source = { kind: "feed", name: "feeds.example" } as const;
    await library.add([anArticle("quay", { source })], "import");
    const [name] = await segments();
    const stored = await storage.read(["segments"], (all) =>
      all.objectStore("segments").get(name!),
    );
    const bytes = (await readBytes(stored!.bytes)).slice();
    new DataView(bytes.buffer).setUint32(4, 5, true);
    await storage.change(["segments"], (all) =>
      all.objectStore("segments").put({ ...stored!, bytes: storedBytes(bytes) }, name),
    );
    const { own, damaged } = await createSearchedSegments(createStorage()).current();
    expect([own, [...damaged.values()]]).toEqual([[], ["wrongVersion"]]);
    await upkeep.run();
    expect(await bodies()).toEqual([bodyAbout("quay")]);
    const again = await createSearchedSegments(createStorage()).current();
    expect(createLibrary(again.own).articleHead(0).source).toEqual(source);
  });

  it("removes aged articles", async () => {
    const { clock, library, upkeep, bodies } = world();
    await library.add([anArticle("quay")], "read");
    await library.setLimits({ mostBytes: 1e9, readDays: 1 });
    for (let day = 0; day < 4; day++) {
      await upkeep.run();
      clock.now += 86_400_000;
    }
    expect(await bodies()).toEqual([]);
  });

  it("changes nothing if any of its writes fails, and can be repeated", async () => {
    const { library, upkeep, bodies, segments } = world();
    await addAll(library);
    const before = [await bodies(), await segments()];
    for (let nth = 1; ; nth++) {
      const failing = failWrite(nth);
      const outcome = await upkeep.run().catch((error: unknown) => error);
      if (failing.undo() < nth) break;
      expect(outcome).toMatchObject({ name: "StorageError", kind: "full" });
      expect(await bodies()).toEqual(before[0]);
    }
    expect((await segments()).length).toBeLessThan(4);
    expect(await bodies()).toEqual(before[0]);
  });
});
