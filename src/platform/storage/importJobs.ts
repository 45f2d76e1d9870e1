import type { ImportJob, RefusedItem } from "./importJob.ts";
import type { Storage } from "./transaction.ts";

/** A file to import, with the name that shows its type. */
export interface ImportFile {
  readonly name: string;
  readonly content: Blob;
}

/**
 * Stores files to be imported: from then on the import continues after any interruption. Throws
 * StorageError.
 */
export function enqueueImport(
  storage: Storage,
  id: string,
  files: readonly ImportFile[],
  now: number,
): Promise<void> {
  const job: ImportJob = {
    id,
    state: "running",
    files: files.map(({ name }) => name),
    totalBytes: files.reduce((sum, { content }) => sum + content.size, 0),
    ...{ fileAt: 0, itemsOfFile: 0, bytesDone: 0, bytesOfFile: 0 },
    ...{ added: 0, changed: 0, known: 0, refusedCount: 0, refused: [] },
    startedAt: now,
  };
  return storage.change(["imports", "importFiles"], async (transaction) => {
    for (const [at, { content }] of files.entries()) {
      await transaction.objectStore("importFiles").put(content, [id, at]);
    }
    await transaction.objectStore("imports").put(job);
  });
}

/** Resolves to the imports that are under way or ended, the newest first. */
export async function listImports(storage: Storage): Promise<readonly ImportJob[]> {
  const jobs = await storage.read(["imports"], (all) => all.objectStore("imports").getAll());
  return jobs.filter(isSoundImport).sort((one, other) => other.startedAt - one.startedAt);
}

/** True if a stored value is a usable record of an import. */
export function isSoundImport(stored: ImportJob): boolean {
  const { files, refused, fileAt, itemsOfFile, totalBytes, startedAt } = stored;
  const counts = [fileAt, itemsOfFile, totalBytes, startedAt];
  const isKnown = ({ reason }: Partial<RefusedItem>) => typeof reason?.key === "string";
  return (
    Array.isArray(files) &&
    Array.isArray(refused) &&
    refused.every(isKnown) &&
    counts.every(Number.isFinite)
  );
}

/**
 * Counts a start of an import before its work begins, because the work may crash or hang its process.
 * After too many starts without progress, the import waits for the reader. Resolves to its record, or
 * null if there is none.
 */
export function beginImport(storage: Storage, id: string): Promise<ImportJob | null> {
  return storage.change(["imports"], async (transaction) => {
    const job = await transaction.objectStore("imports").get(id);
    if (job?.state !== "running") return job ?? null;
    const vainStarts = job.vainStarts ?? 0;
    const begun: ImportJob =
      vainStarts < mostVainStarts
        ? { ...job, vainStarts: vainStarts + 1 }
        : { ...job, state: "waiting" };
    await transaction.objectStore("imports").put(begun);
    return begun;
  });
}

/** The most starts without progress: closing the browser explains one, hardly two in a row. */
const mostVainStarts = 2;

/** Ends an import; what it has added stays. */
export function cancelImport(storage: Storage, id: string): Promise<void> {
  return storage.change(["imports", "importFiles"], async (transaction) => {
    const job = await transaction.objectStore("imports").get(id);
    if (job?.state !== "running" && job?.state !== "waiting") return;
    await transaction.objectStore("imports").put({ ...job, state: "cancelled" });
    await transaction.objectStore("importFiles").delete(filesOf(id));
  });
}

/**
 * Continues an import that failed or waits where it stopped; one that waited gets only one more
 * try.
 */
export function retryImport(storage: Storage, id: string): Promise<void> {
  return storage.change(["imports"], async (transaction) => {
    const job = await transaction.objectStore("imports").get(id);
    if (job?.state !== "failed" && job?.state !== "waiting") return;
    const { problem: _, ...again } = job;
    const vainStarts = job.state === "waiting" ? mostVainStarts - 1 : 0;
    await transaction.objectStore("imports").put({ ...again, state: "running", vainStarts });
  });
}

/** Continues a waiting import without the file that it stopped at. */
export function skipImportFile(storage: Storage, id: string): Promise<void> {
  return storage.change(["imports", "importFiles"], async (transaction) => {
    const job = await transaction.objectStore("imports").get(id);
    if (job?.state !== "waiting") return;
    const { fileAt } = job;
    const file = await transaction.objectStore("importFiles").get([id, fileAt]);
    const item = job.files[fileAt] ?? "";
    await transaction.objectStore("imports").put({
      ...afterFile(job, file?.size ?? 0),
      state: "running",
      refusedCount: job.refusedCount + 1,
      refused: [...job.refused, { item, reason: { key: "refusedSkipped" } }],
    });
    await transaction.objectStore("importFiles").delete([id, fileAt]);
  });
}

/** Returns an import's record after it has finished its current file. */
export function afterFile(job: ImportJob, fileBytes: number): ImportJob {
  return {
    ...job,
    ...{ fileAt: job.fileAt + 1, itemsOfFile: 0, bytesOfFile: 0, vainStarts: 0 },
    bytesDone: job.bytesDone + fileBytes,
  };
}

/** Forgets an import that has ended. */
export function forgetImport(storage: Storage, id: string): Promise<void> {
  return storage.change(["imports", "importFiles"], async (transaction) => {
    await transaction.objectStore("imports").delete(id);
    await transaction.objectStore("importFiles").delete(filesOf(id));
  });
}

/** Returns the keys of an import's files. */
export function filesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}
