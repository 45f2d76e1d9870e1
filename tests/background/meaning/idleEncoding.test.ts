import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Encoding } from "../../../src/background/meaning/encoding.ts";
import { createIdleEncoding } from "../../../src/background/meaning/idleEncoding.ts";
import { createReaderLibrary } from "../../../src/corpora/readerLibrary.ts";
import { createSearchedSegments } from "../../../src/corpora/searchedSegments.ts";
import { createStoredVectors } from "../../../src/corpora/storedVectors.ts";
import { createUpkeep } from "../../../src/corpora/upkeep.ts";
import { EncoderError } from "../../../src/encoder/encoderError.ts";
import { vectorBytes } from "../../../src/engine/meaning/compactVector.ts";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import { createStorage } from "../../../src/platform/storage/transaction.ts";
import { anArticle, bodyAbout } from "../../corpora/articles.ts";
import { failWrite } from "../../corpora/failingStorage.ts";
import { quietRepairing } from "../../corpora/quietRepairing.ts";

const model = "model 1";
/** What the encoder takes for one step. */
const stepMs = 300;

function world() {
  const storage = createStorage();
  let clock = 0;
  const library = createReaderLibrary(storage, () => ++clock);
  const vectors = createStoredVectors(storage, createSearchedSegments(storage));
  const state = {
    steps: [] as (readonly string[])[],
    rests: [] as number[],
    wakesIn: null as number | null,
    isOn: true,
    hasRoom: true,
    isImporting: false,
    isEncoded: (_text: string) => false,
    /** Called after each pause. */
    rested: async () => undefined as unknown,
    /** Called before each step. */
    before: async () => undefined as unknown,
  };
  const encoding: Encoding = {
    version: async () => model,
    async encode(texts) {
      await state.before();
      clock += stepMs;
      state.steps.push(texts);
      return texts.map((text) => new Uint8Array(vectorBytes).fill(text.length));
    },
    problem: async () => null,
  };
  const createIdle = () =>
    createIdleEncoding({
      ...{ encoding, vectors },
      isEncoded: (text) => state.isEncoded(text),
      isOn: async () => state.isOn,
      hasRoom: async () => state.hasRoom,
      isImporting: async () => state.isImporting,
      async wakeIn(ms) {
        state.wakesIn = ms;
      },
      async rest(ms) {
        state.rests.push(ms);
        clock += ms;
        await state.rested();
      },
      clock: () => clock,
    });
  const waiting = async () => (await vectors.waiting(model)).articles.map(({ id }) => String(id));
  const save = (name: string, parts = 1) =>
    library.add([anArticle(name, { body: longBody(name, parts) })], "saved");
  return {
    ...{ storage, state, vectors, createIdle, idle: createIdle(), waiting, save, library },
    clock: () => clock,
  };
}

/** Three passages a part, besides the title. */
function longBody(name: string, parts: number): string {
  return Array.from({ length: parts }, (_, part) => bodyAbout(`${name}${part}x`)).join("\n\n");
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("encoding in idle time", () => {
  it("encodes what is kept, the newest first, in small steps, and then sleeps", async () => {
    const { state, idle, save, waiting, vectors } = world();
    await save("quay", 5);
    await save("pier");
    await idle.run();
    expect(state.steps.map((texts) => texts.length)).toEqual([4, 8, 8]);
    expect(state.steps[0]![0]).toContain("pier");
    expect(await waiting()).toEqual([]);
    expect(state.wakesIn).toBeNull();
    const ofQuay = (await vectors.current(model))("shore-quay" as ArticleId)!;
    expect(ofQuay.byteLength).toBe(16 * vectorBytes);
    expect(ofQuay[0]).toBe("The harbour: quay".length);
  });

  it.each([
    ["from its first step on", "run", 0],
    ["but for a moment after something came", "runForNew", 6_000],
  ] as const)("rests as long as it works, %s", async (_, run, atOnceMs) => {
    const { state, idle, save } = world();
    await save("quay", 90);
    await idle[run]();
    const worked = state.steps.length * stepMs;
    const rested = state.rests.reduce((sum, ms) => sum + ms, 0);
    expect(worked).toBeGreaterThan(9_000);
    expect(Math.abs(worked - rested - atOnceMs)).toBeLessThanOrEqual(stepMs);
  });

  it("does not do so for each of many things that come", async () => {
    const { state, idle, save } = world();
    for (const name of ["quay", "pier", "lock", "mole", "slip", "dock"]) {
      await save(name, 40);
      await idle.runForNew();
    }
    const worked = state.steps.length * stepMs;
    const rested = state.rests.reduce((sum, ms) => sum + ms, 0);
    expect(worked - rested).toBeLessThan(6_000 + 0.2 * (worked + rested) + stepMs);
    expect(rested).toBeGreaterThan(5_000);
  });

  it.each([
    ["run", 2_000],
    ["runForNew", 500],
  ] as const)("gives way to a page that is read (%s)", async (run, pauseMs) => {
    const { state, idle, save } = world();
    await save("quay", 5);
    idle.giveWay(Promise.resolve());
    await idle[run]();
    expect(state.rests[0]).toBe(pauseMs);
  });

  it("waits for the answer that a page waits for, and for a moment after it", async () => {
    const { state, idle, save, clock } = world();
    await save("quay", 1);
    const answers: (() => void)[] = [];
    idle.giveWay(new Promise<void>((resolve) => answers.push(resolve)));
    state.rested = async () => {
      if (state.rests.length === 3) answers[0]!();
      // What waits for the answer is told.
      await new Promise((resolve) => setTimeout(resolve));
    };
    const before = clock();
    state.before = async () => expect(clock() - before).toBe(4 * 500);
    await idle.runForNew();
    expect(state.steps).toHaveLength(1);
  });

  it("does not wait for ever for an answer that does not come", async () => {
    const { state, idle, save } = world();
    await save("quay", 1);
    idle.giveWay(new Promise(() => undefined));
    await idle.runForNew();
    expect(state.rests).toEqual(Array.from({ length: 20 }, () => 500));
    expect(state.steps).toHaveLength(1);
  });

  it("takes at once what an open page has encoded", async () => {
    const { state, idle, save } = world();
    state.isEncoded = () => true;
    await save("quay", 5);
    idle.giveWay(Promise.resolve());
    await idle.runForNew();
    expect(state.rests).toEqual([]);
  });

  it("takes what an open page gets encoded while it waits", async () => {
    const { state, idle, save } = world();
    await save("quay", 5);
    idle.giveWay(new Promise(() => undefined));
    state.rested = async () => {
      state.isEncoded = () => state.rests.length >= 2;
    };
    await idle.runForNew();
    expect(state.rests).toEqual([500, 500]);
  });

  it("turns to what was saved meanwhile, and comes back to where it was", async () => {
    const { state, idle, save, waiting } = world();
    await save("quay", 9);
    let isSaved = false;
    state.before = async () => {
      if (isSaved) return;
      isSaved = true;
      await save("pier");
      void idle.run();
    };
    await idle.run();
    expect(state.steps.map((texts) => texts[0]!.match(/quay|pier/)?.[0])).toEqual([
      ...["quay", "pier", "quay", "quay", "quay"],
    ]);
    const encoded = state.steps.flat();
    expect(new Set(encoded).size).toBe(encoded.length);
    expect(await waiting()).toEqual([]);
  });

  it("is woken where its background ends, and goes on with the article that it was at", async () => {
    const { state, save, createIdle, waiting } = world();
    await save("quay", 40);
    const dying = createIdle();
    const died = new Promise<void>((resolve) => {
      state.before = async () => {
        if (state.steps.length < 12) return undefined;
        resolve();
        return new Promise(() => undefined);
      };
    });
    void dying.run();
    await died;
    expect(state.wakesIn).toBe(60_000);
    state.before = async () => undefined;
    await createIdle().run();
    expect(await waiting()).toEqual([]);
    // 121 passages, of which 64 were stored when it ended.
    expect(state.steps).toHaveLength(12 + 8);
  });

  it("does nothing where the reader wants none of it, and stops where that is decided meanwhile", async () => {
    const { state, idle, save, waiting } = world();
    await save("quay", 9);
    state.isOn = false;
    await idle.run();
    expect([state.steps.length, state.wakesIn]).toEqual([0, null]);
    state.isOn = true;
    state.before = async () => {
      state.isOn = false;
    };
    await idle.run();
    expect([state.steps.length, state.wakesIn]).toEqual([1, null]);
    state.isOn = true;
    state.before = async () => undefined;
    await idle.run();
    expect(state.steps).toHaveLength(4);
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ["damaged", null],
    ["wrongVersion", null],
    ["unavailable", 30 * 60_000],
  ] as const)("gives up where the encoder is %s", async (kind, wakesIn) => {
    const { state, idle, save } = world();
    await save("quay");
    state.before = () => Promise.reject(new EncoderError(kind, "so"));
    await idle.run();
    expect(state.wakesIn).toBe(wakesIn);
  });

  it("tries again later where the disk is full, or was", async () => {
    const { state, idle, save, waiting } = world();
    await save("quay");
    const failing = failWrite(1);
    await idle.run();
    failing.undo();
    expect(state.wakesIn).toBe(30 * 60_000);
    state.hasRoom = false;
    await idle.run();
    expect([state.steps.length, state.wakesIn]).toEqual([1, 30 * 60_000]);
    expect(await waiting()).toEqual(["shore-quay"]);
  });

  it("leaves memory and disk to an import, and goes on after it", async () => {
    const { state, idle, save, waiting } = world();
    await save("quay");
    state.isImporting = true;
    await idle.run();
    expect(state.steps).toEqual([]);
    expect(state.wakesIn).toBe(60_000);
    state.isImporting = false;
    await idle.run();
    expect(await waiting()).toEqual([]);
    expect(state.wakesIn).toBeNull();
  });

  it("encodes nothing twice where an article is indexed anew with the text that it had", async () => {
    const { state, idle, save, waiting, library, storage } = world();
    await save("quay");
    await idle.run();
    await storage.change(["segments"], (all) => all.objectStore("segments").clear());
    await createUpkeep(storage, library, quietRepairing, () => 1).run();
    expect(await waiting()).toEqual(["shore-quay"]);
    await idle.run();
    expect(state.steps).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });
});
