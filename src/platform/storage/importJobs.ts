import type { ImportJob } from "./importJob.ts";
import type { Storage } from "./transaction.ts";

/** A file to import, under the name that tells what it is. */
export interface ImportFile {
  readonly name: string;
  readonly content: Blob;
}

/** Stores files to be imported: from then on the import goes on whatever ends. Throws StorageError. */
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

/** The imports that are under way or ended, the newest first. */
export async function listImports(storage: Storage): Promise<readonly ImportJob[]> {
  const jobs = await storage.read(["imports"], (all) => all.objectStore("imports").getAll());
  return jobs.filter(isSoundImport).sort((one, other) => other.startedAt - one.startedAt);
}

/** Whether what lies among the imports can be worked with as the record of one. */
export function isSoundImport(stored: ImportJob): boolean {
  const { files, refused, fileAt, itemsOfFile, totalBytes, startedAt } = stored;
  const counts = [fileAt, itemsOfFile, totalBytes, startedAt];
  return Array.isArray(files) && Array.isArray(refused) && counts.every(Number.isFinite);
}

/** Ends an import; what it has added stays. */
export function cancelImport(storage: Storage, id: string): Promise<void> {
  return storage.change(["imports", "importFiles"], async (transaction) => {
    const job = await transaction.objectStore("imports").get(id);
    if (job?.state !== "running") return;
    await transaction.objectStore("imports").put({ ...job, state: "cancelled" });
    await transaction.objectStore("importFiles").delete(filesOf(id));
  });
}

/** Has an import that failed go on from where it stands. */
export function retryImport(storage: Storage, id: string): Promise<void> {
  return storage.change(["imports"], async (transaction) => {
    const job = await transaction.objectStore("imports").get(id);
    if (job?.state !== "failed") return;
    const { problem: _, ...again } = job;
    await transaction.objectStore("imports").put({ ...again, state: "running" });
  });
}

/** Forgets an import that has ended. */
export function forgetImport(storage: Storage, id: string): Promise<void> {
  return storage.change(["imports", "importFiles"], async (transaction) => {
    await transaction.objectStore("imports").delete(id);
    await transaction.objectStore("importFiles").delete(filesOf(id));
  });
}

/** The keys of an import's files. */
export function filesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}
