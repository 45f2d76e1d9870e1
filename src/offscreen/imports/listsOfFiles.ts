import { bounds } from "../../ingest/bounds.ts";
import {
  createZipListReader,
  isListName,
  knownFilesIn,
  type ListedFiles,
} from "../../ingest/formats/knownFiles.ts";
import { isZip } from "../../ingest/formats/zipReader.ts";
import { ArticleDataError } from "../../ingest/knownData.ts";
import type { ImportJob } from "../../platform/storage/importJob.ts";
import type { Storage } from "../../platform/storage/transaction.ts";

/**
 * Returns what the lists in an import's files and zips say of the files beside them. All lists
 * together may be as long as one, because their contents stay in memory during the import.
 */
export async function listsOfFiles(storage: Storage, job: ImportJob): Promise<ListedFiles> {
  const listed = new Map<string, NonNullable<ReturnType<ListedFiles["get"]>>>();
  let bytesLeft: number = bounds.listBytes;
  for (const [at, name] of job.files.entries()) {
    const file = await storage.read(["importFiles"], (all) =>
      all.objectStore("importFiles").get([job.id, at]),
    );
    if (file === undefined) continue;
    const found = await listsIn(name, file, bytesLeft);
    bytesLeft -= found.bytes;
    for (const [itsName, known] of found.files) listed.set(itsName, known);
  }
  return listed;
}

interface FoundLists {
  readonly files: ListedFiles;
  readonly bytes: number;
}

const none: FoundLists = { files: new Map(), bytes: 0 };

async function listsIn(name: string, file: Blob, bytesLeft: number): Promise<FoundLists> {
  if (isListName(name)) {
    if (file.size > bytesLeft) return none;
    try {
      return { files: knownFilesIn(name, await file.text()), bytes: file.size };
    } catch (error) {
      // Its fault is reported when its turn among the files comes.
      if (error instanceof ArticleDataError) return none;
      throw error;
    }
  }
  if (!isZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()))) return none;
  const reader = createZipListReader(name, bytesLeft);
  const chunkBytes = 1 << 16;
  for (let at = 0; at < file.size; at += chunkBytes) {
    reader.push(new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer()));
  }
  return reader.end();
}
