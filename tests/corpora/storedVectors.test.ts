import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { addPack, dropRemovedPacks, removePack } from "../../src/corpora/packs.ts";
import { hashOfTexts, passageTexts } from "../../src/corpora/passageTexts.ts";
import { createReaderLibrary } from "../../src/corpora/readerLibrary.ts";
import { hasRoomForVectors, withRoomFromVectors } from "../../src/corpora/roomFromVectors.ts";
import { createSearchedSegments } from "../../src/corpora/searchedSegments.ts";
import { createStoredVectors } from "../../src/corpora/storedVectors.ts";
import { createUpkeep } from "../../src/corpora/upkeep.ts";
import type { WaitingArticle } from "../../src/corpora/waitingArticles.ts";
import type { ArticleId } from "../../src/engine/model/index.ts";
import { createStorage } from "../../src/platform/storage/transaction.ts";
import { packOf, recordLine } from "../ingest/pack/packOf.ts";
import { anArticle, bodyAbout, listedIn } from "./articles.ts";
import { failWrite } from "./failingStorage.ts";
import { quietRepairing } from "./quietRepairing.ts";

const model = "model 1";
const onward = async () => undefined;
const packSource = { address: "https://good.example/shore.pack", etag: null, now: 1 };
const idOf = (name: string) => `shore-${name}` as ArticleId;

function world() {
  const storage = createStorage();
  const clock = { now: 1_000 };
  const library = createReaderLibrary(storage, () => clock.now++);
  const vectors = createStoredVectors(storage, createSearchedSegments(storage));
  const waiting = async (of = model) =>
    (await vectors.waiting(of)).articles.map(({ id }) => String(id));
  /** Stores a vector of one byte, which stands for the texts. */
  async function encode(article: WaitingArticle, generation: number): Promise<boolean> {
    const begun = await vectors.begin(article, generation);
    if (begun === null) return false;
    const texts = passageTexts(article.segment, article.index);
    const textsHash = hashOfTexts(texts);
    const made = { madeBy: model, textsHash, done: texts.length };
    return vectors.put(begun, { ...made, model, vectors: Uint8Array.of(textsHash & 255) });
  }
  async function encodeAll(): Promise<void> {
    const { articles, generation } = await vectors.waiting(model);
    for (const article of articles) expect(await encode(article, generation)).toBe(true);
  }
  const stored = () => storage.read(["vectors"], (all) => all.objectStore("vectors").count());
  const add = (...names: string[]) =>
    library.add(
      names.map((name) => anArticle(name)),
      "saved",
    );
  return { storage, library, vectors, waiting, encode, encodeAll, stored, add, clock };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("stored vectors", () => {
  it("are waited for by the newest article first, and by packs after the reader's own", async () => {
    const { add, waiting, storage, encodeAll, vectors } = world();
    await addPack(storage, new Uint8Array(packOf([recordLine({ id: "a" })])), packSource, onward);
    await add("quay");
    await add("pier");
    expect(await waiting()).toEqual(["shore-pier", "shore-quay", "a"]);
    await encodeAll();
    expect(await waiting()).toEqual([]);
    expect((await vectors.waiting(model)).of).toBe(3);
    const of = await vectors.current(model);
    expect(["pier", "quay"].map((name) => of(idOf(name))?.byteLength)).toEqual([1, 1]);
    expect(of("a" as ArticleId)?.byteLength).toBe(1);
  });

  it("are the same object as long as nothing changes, whoever asks", async () => {
    const { add, vectors, encodeAll } = world();
    await add("quay");
    const before = await vectors.current(model);
    expect(await vectors.current(model)).toBe(before);
    await encodeAll();
    const after = await vectors.current(model);
    expect(after).not.toBe(before);
    expect(await vectors.current(model)).toBe(after);
  });

  it("of another model wait to be replaced, and no longer count", async () => {
    const { add, waiting, encodeAll, vectors } = world();
    await add("quay");
    await encodeAll();
    expect(await waiting("model 2")).toEqual(["shore-quay"]);
    expect((await vectors.current("model 2"))(idOf("quay"))).toBeNull();
  });

  it("are deleted with their article, and with everything", async () => {
    const { add, library, encodeAll, stored, vectors } = world();
    await add("quay", "pier");
    await encodeAll();
    expect(await stored()).toBe(2);
    await library.remove([idOf("quay")]);
    expect(await stored()).toBe(1);
    expect((await vectors.current(model))(idOf("quay"))).toBeNull();
    await library.removeEverything();
    expect(await stored()).toBe(0);
  });

  it("are deleted with their pack, and with a replaced version of it", async () => {
    const { storage, encodeAll, stored, waiting } = world();
    const pack = (title: string) =>
      new Uint8Array(packOf([recordLine({ id: "a", title })], { version: title }));
    await addPack(storage, pack("One"), packSource, onward);
    await encodeAll();
    expect(await stored()).toBe(1);
    const { id } = await addPack(storage, pack("Two"), packSource, onward);
    expect(await stored()).toBe(0);
    expect(await waiting()).toEqual(["a"]);
    await encodeAll();
    await removePack(storage, id);
    // They took long to make, and its removal may be undone.
    expect(await stored()).toBe(1);
    expect(await waiting()).toEqual([]);
    await dropRemovedPacks(storage);
    expect(await stored()).toBe(0);
  });

  it("stay through merging", async () => {
    const { add, storage, library, encodeAll, waiting, vectors } = world();
    for (const name of ["quay", "pier", "lock", "mole", "slip"]) await add(name);
    await encodeAll();
    const before = (await vectors.current(model))(idOf("lock"));
    await createUpkeep(storage, library, quietRepairing, () => 1).run();
    expect(await waiting()).toEqual([]);
    expect((await vectors.current(model))(idOf("lock"))).toEqual(before);
  });

  it("do not count while the article has another text, but are kept for the old one", async () => {
    const { add, library, encodeAll, waiting, vectors, stored } = world();
    await add("quay");
    await encodeAll();
    const before = (await vectors.current(model))(idOf("quay"));
    await library.add([anArticle("quay", { body: bodyAbout("later") })], "saved");
    expect((await vectors.current(model))(idOf("quay"))).toBeNull();
    expect(await waiting()).toEqual(["shore-quay"]);
    expect(await stored()).toBe(1);
    await encodeAll();
    expect((await vectors.current(model))(idOf("quay"))).not.toEqual(before);
  });

  it("are not stored for a text that was replaced while it was encoded", async () => {
    const { add, library, encode, vectors } = world();
    await add("quay");
    const { articles, generation } = await vectors.waiting(model);
    const begun = await vectors.begin(articles[0]!, generation);
    await library.add([anArticle("quay", { body: bodyAbout("later") })], "saved");
    const made = { model, madeBy: model, textsHash: 1, done: 4, vectors: Uint8Array.of(1) };
    expect(await vectors.put(begun!, made)).toBe(false);
    expect(await encode(articles[0]!, generation)).toBe(false);
    await library.remove([idOf("quay")]);
    expect(await vectors.put(begun!, made)).toBe(false);
  });

  it("belong to no id that two different articles have", async () => {
    const { add, storage, encodeAll, vectors } = world();
    await add("quay");
    const line = recordLine({ id: idOf("quay") });
    await addPack(storage, new Uint8Array(packOf([line])), packSource, onward);
    await encodeAll();
    expect((await vectors.current(model))(idOf("quay"))).toBeNull();
  });

  it("are deleted if the disk has no room for an article, and not made again for a day", async () => {
    const { add, encodeAll, storage, stored, clock } = world();
    await add("quay");
    await encodeAll();
    const roomy = createReaderLibrary(
      withRoomFromVectors(storage, () => clock.now),
      () => clock.now,
    );
    const failing = failWrite(1);
    await roomy.add([anArticle("pier")], "saved");
    failing.undo();
    expect(await stored()).toBe(0);
    expect(await listedIn(roomy)).toHaveLength(2);
    expect(await hasRoomForVectors(storage, clock.now + 1)).toBe(false);
    expect(await hasRoomForVectors(storage, clock.now + 25 * 3_600_000)).toBe(true);
  });

  it("let a change fail if there are none to delete", async () => {
    const { storage } = world();
    const roomy = createReaderLibrary(
      withRoomFromVectors(storage, () => 1),
      () => 1,
    );
    const failing = failWrite(1, Number.POSITIVE_INFINITY);
    const added = roomy.add([anArticle("pier")], "saved");
    await expect(added).rejects.toMatchObject({ name: "StorageError", kind: "full" });
    failing.undo();
    expect(await hasRoomForVectors(storage, 2)).toBe(true);
  });
});
