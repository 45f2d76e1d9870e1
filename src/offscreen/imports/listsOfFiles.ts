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

/** What the lists among an import's files, and in its zips, say of the files beside them. */
export async function listsOfFiles(storage: Storage, job: ImportJob): Promise<ListedFiles> {
  const listed: [string, ReturnType<ListedFiles["get"]>][] = [];
  for (const [at, name] of job.files.entries()) {
    const file = await storage.read(["importFiles"], (all) =>
      all.objectStore("importFiles").get([job.id, at]),
    );
    if (file !== undefined) listed.push(...(await listsIn(name, file)));
  }
  return new Map(listed.flatMap(([name, known]) => (known === undefined ? [] : [[name, known]])));
}

async function listsIn(name: string, file: Blob): Promise<ListedFiles> {
  if (isListName(name)) {
    try {
      return knownFilesIn(name, await file.text());
    } catch (error) {
      // Its own turn among the files says what is wrong with it.
      if (error instanceof ArticleDataError) return new Map();
      throw error;
    }
  }
  if (!isZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()))) return new Map();
  const reader = createZipListReader(name);
  const chunkBytes = 1 << 18;
  for (let at = 0; at < file.size; at += chunkBytes) {
    reader.push(new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer()));
  }
  return reader.end();
}
