import type { Storage } from "./transaction.ts";

/** Removes the zip of an export from storage and returns it; null if there is none. */
export async function takeExported(storage: Storage, id: string): Promise<Blob | null> {
  return storage.change(["importFiles"], async (transaction) => {
    const files = transaction.objectStore("importFiles");
    const file = await files.get([id, 0]);
    await files.delete([id, 0]);
    return file ?? null;
  });
}
