import { emptyState, stateKey } from "./database.ts";
import type { Storage } from "./transaction.ts";

/**
 * Resolves to the generation of the stored library, which rises with each change of what is
 * searched. Throws StorageError.
 */
export async function storedGeneration(storage: Storage): Promise<number> {
  const state = await storage.read(["state"], (all) => all.objectStore("state").get(stateKey));
  return state?.generation ?? emptyState.generation;
}
