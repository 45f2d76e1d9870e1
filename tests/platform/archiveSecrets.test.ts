import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeAll, expect, it } from "vitest";
import { newKeyText, readArchiveKey } from "../../src/archive/keys/archiveKey.ts";
import { keyedId } from "../../src/archive/keys/keyedHash.ts";
import { createArchiveSecrets } from "../../src/platform/storage/archiveSecrets.ts";

beforeAll(() => {
  globalThis.indexedDB = new IDBFactory();
});

it("an archive's key is kept as something to be used, and is gone when it is removed", async () => {
  const secrets = createArchiveSecrets();
  expect(await secrets.read()).toBeNull();
  const key = await readArchiveKey(newKeyText());
  await secrets.write({ key, password: "grün" });
  const found = await createArchiveSecrets().read();
  expect(found?.password).toBe("grün");
  expect(found?.key.ids.extractable).toBe(false);
  expect(await keyedId(found!.key.ids, "an article")).toBe(await keyedId(key.ids, "an article"));
  await secrets.remove();
  expect(await secrets.read()).toBeNull();
});
