import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeAll, describe, expect, it } from "vitest";
import { corporaRoutes, resumeImports } from "../../../src/background/corpora/corporaRoutes.ts";
import { createReaderLibrary } from "../../../src/corpora/readerLibrary.ts";
import type { OffscreenClient } from "../../../src/messages/client.ts";
import { enqueueImport } from "../../../src/platform/storage/importJobs.ts";
import { createStorage } from "../../../src/platform/storage/transaction.ts";
import { sender } from "../keeping/keepingWorld.ts";

beforeAll(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("the reader's corpora", () => {
  it("tell of an import that the disk had no room to call failed, until it is tried again", async () => {
    const storage = createStorage();
    const answers = ["storageFull", null];
    const sources = {
      storage,
      library: createReaderLibrary(storage, () => 1_000),
      offscreen: (async () => ({ problem: answers.shift() })) as unknown as OffscreenClient,
      isGranted: async () => true,
      unstoredProblems: new Map(),
      onChanged: () => undefined,
    };
    const status = async () => {
      const { imports } = await corporaRoutes(sources)["corpora/status"].answer({}, sender());
      return imports[0];
    };
    await enqueueImport(storage, "job", [{ name: "a.jsonl", content: new Blob(["{}"]) }], 1_000);
    await resumeImports(sources);
    expect(await status()).toMatchObject({ state: "failed", problem: "storageFull" });
    await resumeImports(sources);
    expect(await status()).toMatchObject({ state: "running", problem: null });
  });
});
