import { addArticles } from "../../corpora/addArticles.ts";
import { LibraryChange, libraryStores } from "../../corpora/libraryChange.ts";
import { addPack } from "../../corpora/packs.ts";
import { bounds } from "../../ingest/bounds.ts";
import { headBytes } from "../../ingest/fileHead.ts";
import { createFileReader } from "../../ingest/formats/fileReader.ts";
import { type Item, refused } from "../../ingest/formats/item.ts";
import { createKnownFiles } from "../../ingest/formats/knownFiles.ts";
import { itemOfPdf } from "../../ingest/formats/pdfItem.ts";
import { PackError } from "../../ingest/pack/packError.ts";
import { isPack } from "../../ingest/pack/packHead.ts";
import type { ParseHtml } from "../../ingest/parseHtml.ts";
import { isPdf } from "../../ingest/pdf/isPdf.ts";
import type { PdfAnswer } from "../../ingest/pdf/pdfAnswer.ts";
import type { ImportProblem } from "../../messages/corporaProtocol.ts";
import type { ImportJob } from "../../platform/storage/importJob.ts";
import { beginImport } from "../../platform/storage/importJobs.ts";
import type { Storage } from "../../platform/storage/transaction.ts";
import { arrivingFrom } from "./arrivingFrom.ts";
import { createBatch } from "./batch.ts";
import {
  Cancelled,
  changeJob,
  checkRuns,
  endFile,
  endJob,
  failJob,
  fileOf,
  LibraryFull,
  readJob,
  withOmissions,
  withRefusals,
} from "./importProgress.ts";
import { listsOfFiles } from "./listsOfFiles.ts";

/** What an import needs. */
export interface ImportTools {
  readonly storage: Storage;
  readonly parseHtml: ParseHtml;
  /** Reads a PDF, which takes a part of the program that is loaded only then. */
  readPdf(file: Blob): Promise<PdfAnswer>;
  now(): number;
  /** Lets everything else that waits in this page have its turn. */
  rest(): Promise<void>;
}

/** The longest work without a pause; the reader's requests are answered in between. */
const longestWorkMs = 50;
/**
 * Runs an import from where it stopped to its end. Its progress and its articles are stored in the
 * same transactions, so that it may end anywhere and continue without losing or repeating anything.
 * Resolves when it is done, cancelled or cannot continue; its record says which, unless the disk
 * has no room even for that: then the problem is returned.
 */
export async function runImport(id: string, tools: ImportTools): Promise<ImportProblem | null> {
  const { storage } = tools;
  try {
    let job = await beginImport(storage, id);
    if (job?.state !== "running") return null;
    const known = createKnownFiles(await listsOfFiles(storage, job));
    for (
      ;
      job.state === "running" && job.fileAt < job.files.length;
      job = await readJob(storage, id)
    ) {
      const file = await fileOf(storage, job);
      const start = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
      if (isPack(start)) await importPack(job, file, tools);
      else await importFile(job, file, isPdf(start), { ...tools, known });
    }
    if (job.state === "running") await endJob(storage, job, "done");
    return null;
  } catch (error) {
    if (error instanceof Cancelled) return null;
    return failJob(storage, id, error);
  }
}

async function importFile(
  job: ImportJob,
  file: Blob,
  isPdfFile: boolean,
  tools: ImportTools & { readonly known: ReturnType<typeof createKnownFiles> },
): Promise<void> {
  const name = job.files[job.fileAt] ?? "";
  let toSkip = job.itemsOfFile;
  let batch = createBatch();
  let workSince = performance.now();
  const store = async (bytes: number) => {
    if (batch.items.length > 0) await storeItems(job, batch.items, bytes, tools);
    batch = createBatch();
  };
  const restInTime = async () => {
    if (performance.now() - workSince < longestWorkMs) return;
    await tools.rest();
    await checkRuns(tools.storage, job);
    workSince = performance.now();
  };
  const take = async (items: Iterable<Item>, bytes: number) => {
    for (const item of items) {
      if (toSkip > 0) toSkip--;
      else {
        if (!batch.fits(item)) await store(bytes);
        batch.add(item);
      }
      await restInTime();
    }
  };
  if (isPdfFile) {
    await take([itemOfPdf(name, await tools.readPdf(file), tools.known.of(name))], file.size);
  } else {
    const reader = createFileReader(name, tools);
    let bytes = 0;
    for await (const chunk of chunksOf(file)) {
      bytes += chunk.length;
      await take(reader.push(chunk), bytes);
      await restInTime();
    }
    await take(reader.end(), file.size);
  }
  await store(file.size);
  await endFile(tools.storage, job, file.size);
}

/** Small enough that unpacking a piece of a hostile zip does not take long. */
const chunkBytes = 1 << 16;

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += chunkBytes) {
    yield new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer());
  }
}

/** Articles and the job's record in one transaction. */
async function storeItems(
  { id, fileAt }: ImportJob,
  items: readonly Item[],
  bytesOfFile: number,
  { storage, now }: ImportTools,
): Promise<void> {
  await storage.change([...libraryStores, "imports"], async (transaction) => {
    const job = await transaction.objectStore("imports").get(id);
    if (job?.state !== "running" || job.fileAt !== fileAt) throw new Cancelled();
    const change = await LibraryChange.begin(transaction);
    const file = job.files[fileAt] ?? "";
    const arriving = items.flatMap((item) => arrivingFrom(item, file, now()));
    const additions = await addArticles(transaction, change, arriving, now());
    if (additions.some(({ kind }) => kind === "full")) throw new LibraryFull();
    await change.finish();
    const count = (kind: string) => additions.filter((addition) => addition.kind === kind).length;
    await transaction.objectStore("imports").put({
      ...withOmissions(withRefusals(job, items), items),
      itemsOfFile: job.itemsOfFile + items.length,
      vainStarts: 0,
      bytesOfFile,
      added: job.added + count("new"),
      changed: job.changed + count("changed"),
      known: job.known + count("known") + count("empty"),
    });
  });
}

const packRefusals = {
  notAPack: "refusedPackDamaged",
  wrongVersion: "refusedPackVersion",
  truncated: "refusedPackCutOff",
  damaged: "refusedPackDamaged",
  tooLarge: "refusedPackTooLarge",
} as const;

/** Adds a pack among the files as a pack, at the end in one go. */
async function importPack(job: ImportJob, file: Blob, tools: ImportTools): Promise<void> {
  const { storage, now } = tools;
  const name = job.files[job.fileAt] ?? "";
  try {
    if (file.size > bounds.packBytes) throw new PackError("tooLarge", "it is too large");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const source = { address: null, etag: null, now: now() };
    const { articleCount, waitsFor } = await addPack(storage, bytes, source, (done, { articles }) =>
      showPart(storage, job, Math.floor((file.size * done) / Math.max(1, articles))),
    );
    // What waits for the reader's answer is not there yet.
    const added = waitsFor === undefined ? articleCount : 0;
    await changeJob(storage, job, (its) => ({ ...its, added: its.added + added }));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const refusal = refused(name, { key: packRefusals[error.kind] });
    await changeJob(storage, job, (its) => withRefusals(its, [refusal]));
  }
  await endFile(storage, job, file.size);
}

function showPart(storage: Storage, job: ImportJob, bytesOfFile: number): Promise<void> {
  return changeJob(storage, job, (its) => ({ ...its, bytesOfFile }));
}
