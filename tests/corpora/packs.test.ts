import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import {
  addPack,
  answerPack,
  dropRemovedPacks,
  listPacks,
  removePack,
  restorePack,
  switchPack,
} from "../../src/corpora/packs.ts";
import { createReaderLibrary } from "../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../src/corpora/searchedSegments.ts";
import { createUpkeep } from "../../src/corpora/upkeep.ts";
import { createLibrary } from "../../src/engine/library/library.ts";
import { createStorage } from "../../src/platform/storage/transaction.ts";
import { packOf, recordLine } from "../ingest/pack/packOf.ts";
import { failWrite } from "./failingStorage.ts";
import { quietRepairing } from "./quietRepairing.ts";

const source = { address: "https://good.example/shore.pack", etag: null, now: 1_000 };
const file = { address: null, etag: null, now: 2_000 };
const onward = async () => undefined;
const bytesOf = (...pack: Parameters<typeof packOf>) => new Uint8Array(packOf(...pack));

function world() {
  const storage = createStorage();
  const titles = async () =>
    createLibrary((await createSearchedSegments(createStorage()).current()).packs)
      .articles.map(({ title }) => title)
      .sort();
  return { storage, titles };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("packs", () => {
  it("are searched once added, switched off and on, and removed with all their data", async () => {
    const { storage, titles } = world();
    const lines = [recordLine(), recordLine({ title: "The pier" })];
    const { id } = await addPack(storage, bytesOf(lines), source, onward);
    expect(await listPacks(storage)).toMatchObject([
      { name: "Shore", articleCount: 2, isOn: true },
    ]);
    expect(await titles()).toEqual(["The harbour", "The pier"]);
    await switchPack(storage, id, false);
    expect(await titles()).toEqual([]);
    await switchPack(storage, id, true);
    expect(await titles()).toHaveLength(2);
    await removePack(storage, id);
    expect(await titles()).toEqual([]);
    expect(await listPacks(storage)).toEqual([]);
    await dropRemovedPacks(storage);
    const left = await storage.read(["segments", "packs", "packFiles"], async (all) => [
      await all.objectStore("segments").count(),
      await all.objectStore("packs").count(),
      await all.objectStore("packFiles").count(),
    ]);
    expect(left).toEqual([0, 0, 0]);
  });

  it("come back as they were when their removal is undone", async () => {
    const { storage, titles } = world();
    const { id } = await addPack(storage, bytesOf([recordLine()]), source, onward);
    const before = await listPacks(storage);
    await removePack(storage, id);
    await restorePack(storage);
    expect(await listPacks(storage)).toEqual(before);
    expect(await titles()).toEqual(["The harbour"]);
    await switchPack(storage, id, false);
    await removePack(storage, id);
    await restorePack(storage);
    expect(await listPacks(storage)).toMatchObject([{ id, isOn: false }]);
  });

  it("come back with the one that had waited for their place waiting again", async () => {
    const { storage, titles } = world();
    const { id } = await addPack(storage, bytesOf([recordLine()]), source, onward);
    await addPack(storage, bytesOf([recordLine({ title: "The pier" })]), file, onward);
    const before = await listPacks(storage);
    await removePack(storage, id);
    expect(await titles()).toEqual(["The pier"]);
    await restorePack(storage);
    expect(await listPacks(storage)).toEqual(before);
    expect(await titles()).toEqual(["The harbour"]);
  });

  it("do not come back once another was removed, or one was added", async () => {
    const { storage } = world();
    const { id } = await addPack(storage, bytesOf([recordLine()]), source, onward);
    await removePack(storage, id);
    const other = bytesOf([recordLine()], { name: "Other" });
    const added = await addPack(storage, other, { ...source, address: null }, onward);
    await restorePack(storage);
    expect(await listPacks(storage)).toMatchObject([{ id: added.id }]);
  });

  it("replace their older version from the same address, which stays switched off if it was", async () => {
    const { storage, titles } = world();
    const { id } = await addPack(storage, bytesOf([recordLine()]), source, onward);
    await switchPack(storage, id, false);
    const next = bytesOf([recordLine({ title: "The mole" })], { version: "2" });
    await addPack(storage, next, source, onward);
    expect(await listPacks(storage)).toMatchObject([{ id, version: "2", isOn: false }]);
    await switchPack(storage, id, true);
    expect(await titles()).toEqual(["The mole"]);
  });

  it.each([
    ["a file", file],
    ["another address", { ...file, address: "https://evil.example/shore.pack" }],
  ])("of an installed one's name wait for the reader when they come from %s", async (_, other) => {
    const { storage, titles } = world();
    const installed = await addPack(storage, bytesOf([recordLine()]), source, onward);
    const forged = bytesOf([recordLine({ title: "Forged" })], { version: "9" });
    for (let times = 0; times < 2; times++) {
      const { id, waitsFor } = await addPack(storage, forged, other, onward);
      expect(waitsFor).toBe(installed.id);
      await switchPack(storage, id, true);
      expect(await titles()).toEqual(["The harbour"]);
    }
    expect(await listPacks(storage)).toMatchObject([
      { id: installed.id, version: "1", address: source.address, isOn: true },
      { version: "9", address: other.address, isOn: false, waitsFor: installed.id },
    ]);
  });

  it("that wait are dropped, or replace the other, as the reader decides", async () => {
    const { storage, titles } = world();
    const add = (title: string, version: string, from: typeof source | typeof file) =>
      addPack(storage, bytesOf([recordLine({ title })], { version }), from, onward);
    await add("The harbour", "1", source);
    await answerPack(storage, (await add("Unwanted", "2", file)).id, false);
    expect(await titles()).toEqual(["The harbour"]);
    const { id } = await add("The mole", "3", file);
    await answerPack(storage, id, true);
    expect(await titles()).toEqual(["The mole"]);
    const [left, ...others] = await listPacks(storage);
    expect(left).toMatchObject({ id, version: "3", address: null, isOn: true });
    expect([left?.waitsFor, others]).toEqual([undefined, []]);
    const kept = await storage.read(["packFiles"], (all) =>
      all.objectStore("packFiles").getAllKeys(),
    );
    expect(kept).toEqual([id]);
    // A third one asks again, under a name of its own.
    expect((await add("The pier", "4", source)).waitsFor).toBe(id);
    expect(await titles()).toEqual(["The mole"]);
  });

  it("are installed when the reader removes the one they waited for", async () => {
    const { storage, titles } = world();
    const { id } = await addPack(storage, bytesOf([recordLine()]), source, onward);
    await addPack(storage, bytesOf([recordLine({ title: "The mole" })]), file, onward);
    await removePack(storage, id);
    expect(await titles()).toEqual(["The mole"]);
  });

  it("take no address from inside a file", async () => {
    const { storage } = world();
    const address = "http://192.168.1.1/cgi?reboot=1";
    await addPack(storage, bytesOf([recordLine()], { address }), file, onward);
    expect(await listPacks(storage)).toMatchObject([{ address: null }]);
  });

  it("are named as the source of their articles", async () => {
    const { storage } = world();
    await addPack(storage, bytesOf([recordLine()]), source, onward);
    const { packs } = await createSearchedSegments(storage).current();
    expect(createLibrary(packs).articleHead(0).source).toEqual({ kind: "pack", name: "Shore" });
  });

  it("with a flipped bit or a malformed record change nothing", async () => {
    const { storage, titles } = world();
    await addPack(storage, bytesOf([recordLine()]), source, onward);
    const flipped = bytesOf([recordLine({ title: "The mole" })]);
    flipped[flipped.length - 20]! ^= 0x08;
    for (const bytes of [flipped, bytesOf([recordLine(), "{}"]), Uint8Array.of(1, 2)]) {
      await expect(addPack(storage, bytes, source, onward)).rejects.toThrow(
        expect.objectContaining({ name: "PackError" }),
      );
    }
    expect(await titles()).toEqual(["The harbour"]);
  });

  it("change nothing when any of their writes fails", async () => {
    const { storage, titles } = world();
    await addPack(storage, bytesOf([recordLine()]), source, onward);
    const next = bytesOf([recordLine({ title: "The mole" })]);
    for (let nth = 1; ; nth++) {
      const failing = failWrite(nth);
      const outcome = await addPack(storage, next, source, onward).catch((error) => error);
      if (failing.undo() < nth) break;
      expect(outcome).toMatchObject({ kind: "full" });
      expect(await titles()).toEqual(["The harbour"]);
    }
    expect(await titles()).toEqual(["The mole"]);
  });

  it("have a damaged index rebuilt from their file", async () => {
    const { storage, titles } = world();
    const { segments } = await addPack(storage, bytesOf([recordLine()]), source, onward);
    await storage.change(["segments"], (all) =>
      all.objectStore("segments").put({ madeFor: "", bytes: new Uint8Array(9) }, segments[0]),
    );
    expect(await titles()).toEqual([]);
    const library = createReaderLibrary(storage, () => 1);
    await createUpkeep(storage, library, quietRepairing, () => 1_000).run();
    expect(await titles()).toEqual(["The harbour"]);
  });
});
