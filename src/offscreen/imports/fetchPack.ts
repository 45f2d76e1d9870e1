import { addPack } from "../../corpora/packs.ts";
import { bounds } from "../../ingest/bounds.ts";
import { PackError } from "../../ingest/pack/packError.ts";
import type { PackOutcome } from "../../messages/corporaProtocol.ts";
import type { PackQuestion } from "../../messages/offscreenProtocol.ts";
import type { Confine } from "../../platform/network/confine.ts";
import { fetchFromWeb, WebError } from "../../platform/network/fetchFromWeb.ts";
import { StorageError } from "../../platform/storage/storageError.ts";
import type { Storage } from "../../platform/storage/transaction.ts";

const timeoutMs = 600_000;

/** Fetches a pack from the address that the reader gave, unless it is still the same, and adds it. */
export async function fetchPack(
  { address, etag, within }: PackQuestion,
  storage: Storage,
  confine: Confine,
): Promise<PackOutcome> {
  try {
    const answer = await fetchFromWeb(
      {
        url: address,
        accept: "application/octet-stream, */*;q=0.5",
        ...{ etag, lastModified: null, mostBytes: bounds.packBytes, timeoutMs },
        within,
      },
      confine,
    );
    if (answer.kind === "notModified") return "notModified";
    const source = { address, etag: answer.etag, now: Date.now() };
    const { waitsFor } = await addPack(storage, answer.bytes, source, async () => undefined);
    return waitsFor === undefined ? "added" : "waiting";
  } catch (error) {
    if (error instanceof PackError) return "notAPack";
    if (error instanceof WebError)
      return error.failure === "redirected" ? "redirected" : "unreachable";
    if (error instanceof StorageError && error.kind === "full") return "storageFull";
    throw error;
  }
}
