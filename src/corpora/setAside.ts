import type { SetAside } from "../platform/storage/database.ts";
import type { Storage, Transaction } from "../platform/storage/transaction.ts";

/** Keeps a value found in a store that is not one of its records. The caller removes it there. */
export async function setAside(
  transaction: Transaction<"setAside", "readwrite">,
  found: SetAside,
): Promise<void> {
  await transaction.objectStore("setAside").add(found);
}

/** Returns the number of records that were set aside. */
export function countSetAside(storage: Storage): Promise<number> {
  return storage.read(["setAside"], (all) => all.objectStore("setAside").count());
}

/**
 * Returns everything that was set aside as JSON, for the reader or for somebody who can repair it.
 */
export async function setAsideAsText(storage: Storage): Promise<string> {
  const found = await storage.read(["setAside"], (all) => all.objectStore("setAside").getAll());
  return `${JSON.stringify(found, null, 1)}\n`;
}

/** Deletes what was set aside, with files left by imports. */
export function forgetSetAside(storage: Storage): Promise<void> {
  return storage.change(["setAside", "importFiles"], async (transaction) => {
    for (const { store, value } of await transaction.objectStore("setAside").getAll()) {
      const id = (value as { readonly id?: unknown } | null)?.id;
      if (store !== "imports" || typeof id !== "string") continue;
      await transaction.objectStore("importFiles").delete(IDBKeyRange.bound([id], [id, []]));
    }
    await transaction.objectStore("setAside").clear();
  });
}
