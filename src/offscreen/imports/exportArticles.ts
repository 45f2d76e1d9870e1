import { strToU8, Zip, ZipDeflate } from "fflate";
import { ninjsOf } from "../../ingest/formats/ninjs.ts";
import type { ExportFormat } from "../../messages/corporaProtocol.ts";
import type { ArticleRecord } from "../../platform/storage/articleRecord.ts";
import type { Storage } from "../../platform/storage/transaction.ts";

/** Under this id the zip waits in storage until it is fetched or another is made. */
const exportId = "export";

/** Writes all of the reader's own articles as a zip into storage; returns where. Throws StorageError. */
export async function exportArticles(storage: Storage, format: ExportFormat): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const file = new ZipDeflate(format === "jsonl" ? "articles.jsonl" : "articles.ninjs.json");
  zip.add(file);
  let count = 0;
  for await (const record of allRecords(storage)) {
    file.push(strToU8(entryOf(record, format, count)));
    count++;
  }
  file.push(strToU8(format === "jsonl" ? "" : count === 0 ? "[]\n" : "\n]\n"), true);
  zip.end();
  const blob = new Blob(parts, { type: "application/zip" });
  await storage.change(["importFiles"], (transaction) =>
    transaction.objectStore("importFiles").put(blob, [exportId, 0]),
  );
  return exportId;
}

function entryOf({ article }: ArticleRecord, format: ExportFormat, count: number): string {
  if (format === "jsonl") return `${JSON.stringify(article)}\n`;
  return `${count === 0 ? "[\n" : ",\n"}${JSON.stringify(ninjsOf(article))}`;
}

/** Read in parts, each in a transaction of its own: an export must not hold up what is being read. */
async function* allRecords(storage: Storage): AsyncGenerator<ArticleRecord> {
  const recordsAtOnce = 100;
  let after: IDBKeyRange | undefined;
  for (;;) {
    const range = after;
    const records = await storage.read(["articles"], (all) =>
      all.objectStore("articles").getAll(range, recordsAtOnce),
    );
    yield* records;
    const last = records.at(-1);
    if (last === undefined) return;
    after = IDBKeyRange.lowerBound(last.id, true);
  }
}
