/** The stored progress of a running import: what it has done and refused, and how it ended. */
import type { Item } from "../../ingest/formats/item.ts";
import type { ImportProblem } from "../../messages/corporaProtocol.ts";
import type { ImportJob, OmittedValue, RefusedItem } from "../../platform/storage/importJob.ts";
import { afterFile, filesOf } from "../../platform/storage/importJobs.ts";
import { StorageError } from "../../platform/storage/storageError.ts";
import type { Storage } from "../../platform/storage/transaction.ts";

/** The most refusals, and the most omissions, that are listed; the others are counted. */
const mostListed = 500;
/** The same, including those for the rest of a file. */
const mostListedOfAll = 1_000;

/** Thrown inside a transaction when the reader has ended the import: what was done in it is undone. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** Thrown inside a transaction when the library has no more room for articles. */
export class LibraryFull extends Error {
  override readonly name = "LibraryFull";
}

/** Reads the record of an import. Throws Cancelled if the reader has removed it. */
export async function readJob(storage: Storage, id: string): Promise<ImportJob> {
  const job = await storage.read(["imports"], (all) => all.objectStore("imports").get(id));
  if (job === undefined) throw new Cancelled();
  return job;
}

/** Reads the file that an import has reached. Throws Cancelled if it is gone. */
export async function fileOf(storage: Storage, { id, fileAt }: ImportJob): Promise<Blob> {
  const file = await storage.read(["importFiles"], (all) =>
    all.objectStore("importFiles").get([id, fileAt]),
  );
  if (file === undefined) throw new Cancelled();
  return file;
}

/** Returns a record with the refusals among these items counted, and the first of them listed. */
export function withRefusals(job: ImportJob, items: readonly Item[]): ImportJob {
  const refused: RefusedItem[] = [...job.refused];
  let refusedCount = job.refusedCount;
  for (const item of items) {
    if (item.kind !== "refused") continue;
    refusedCount++;
    const isListed = refused.length < (item.isRest ? mostListedOfAll : mostListed);
    if (isListed) refused.push({ item: item.name, reason: item.reason });
  }
  return { ...job, refusedCount, refused };
}

/** Returns a record with the omissions of these items counted, and the first of them listed. */
export function withOmissions(job: ImportJob, items: readonly Item[]): ImportJob {
  const found = items.flatMap((item): readonly OmittedValue[] =>
    item.kind === "refused" ? [] : item.omissions.map((its) => ({ item: item.name, ...its })),
  );
  if (found.length === 0) return job;
  return {
    ...job,
    omittedCount: (job.omittedCount ?? 0) + found.length,
    omitted: [...(job.omitted ?? []), ...found].slice(0, mostListed),
  };
}

/** Records that a file is done, and removes it. Throws Cancelled. */
export async function endFile(
  storage: Storage,
  { id, fileAt }: ImportJob,
  bytes: number,
): Promise<void> {
  await storage.change(["imports", "importFiles"], async (transaction) => {
    const job = await transaction.objectStore("imports").get(id);
    if (job?.state !== "running" || job.fileAt !== fileAt) throw new Cancelled();
    await transaction.objectStore("imports").put(afterFile(job, bytes));
    await transaction.objectStore("importFiles").delete([id, fileAt]);
  });
}

/** Changes the record of a running import. Throws Cancelled if it does not run any more. */
export async function changeJob(
  storage: Storage,
  { id }: ImportJob,
  change: (job: ImportJob) => ImportJob,
): Promise<void> {
  await storage.change(["imports"], async (transaction) => {
    const job = await transaction.objectStore("imports").get(id);
    if (job?.state !== "running") throw new Cancelled();
    await transaction.objectStore("imports").put(change(job));
  });
}

/** Throws Cancelled if the reader has ended the import. */
export async function checkRuns(storage: Storage, { id }: ImportJob): Promise<void> {
  const { state } = await readJob(storage, id);
  if (state !== "running") throw new Cancelled();
}

/** Ends an import, and removes its files. */
export function endJob(storage: Storage, job: ImportJob, state: ImportJob["state"]): Promise<void> {
  return storage.change(["imports", "importFiles"], async (transaction) => {
    await transaction.objectStore("imports").put({ ...job, state });
    await transaction.objectStore("importFiles").delete(filesOf(job.id));
  });
}

/** Records why the import stopped; its files are kept, so that it can be tried again. */
export async function failJob(
  storage: Storage,
  id: string,
  error: unknown,
): Promise<ImportProblem | null> {
  const problem = problemOf(error);
  try {
    await storage.change(["imports"], async (transaction) => {
      const job = await transaction.objectStore("imports").get(id);
      if (job?.state !== "running") return;
      await transaction.objectStore("imports").put({ ...job, state: "failed", problem });
    });
  } catch (unstored) {
    if (unstored instanceof StorageError) return problem;
    throw unstored;
  }
  if (problem === "failed") throw error;
  return null;
}

function problemOf(error: unknown): ImportProblem {
  if (error instanceof LibraryFull) return "libraryFull";
  return error instanceof StorageError && error.kind === "full" ? "storageFull" : "failed";
}
