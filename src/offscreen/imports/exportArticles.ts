import { strToU8, Zip, ZipDeflate } from "fflate";
import { isSoundRecord } from "../../corpora/soundRecord.ts";
import type { ArticleVersion } from "../../engine/model/index.ts";
import { exportedRecord, keptPart } from "../../ingest/formats/exportedRecord.ts";
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
  const files = createFiles(zip, format);
  for await (const record of allRecords(storage)) {
    for (const entry of entriesOf(record, format)) files.put(entry);
  }
  files.end();
  zip.end();
  const blob = new Blob(parts, { type: "application/zip" });
  await storage.change(["importFiles"], (transaction) =>
    transaction.objectStore("importFiles").put(blob, [exportId, 0]),
  );
  return exportId;
}

/**
 * Lists are parsed as a whole when they are read again, so a large library becomes several. Lines
 * are read one by one.
 */
const mostListChars = 50_000_000;

/** Writes entries into the zip's files, one after the other. */
function createFiles(zip: Zip, format: ExportFormat) {
  const isList = format === "ninjs";
  let file: ZipDeflate | null = null;
  let number = 0;
  let chars = 0;
  const start = (): ZipDeflate => {
    number++;
    chars = 0;
    const suffix = number === 1 ? "" : `-${number}`;
    const begun = new ZipDeflate(isList ? `articles${suffix}.ninjs.json` : "articles.jsonl");
    zip.add(begun);
    return begun;
  };
  const close = () => {
    const ending = !isList ? "" : chars === 0 ? "[]\n" : "\n]\n";
    file?.push(strToU8(ending), true);
    file = null;
  };
  return {
    put(entry: string): void {
      if (isList && chars > 0 && chars + entry.length > mostListChars) close();
      file ??= start();
      const before = !isList ? "" : chars === 0 ? "[\n" : ",\n";
      file.push(strToU8(`${before}${entry}${isList ? "" : "\n"}`));
      chars += entry.length;
    },
    end(): void {
      file ??= start();
      close();
    },
  };
}

/** A longer line would not be read again: the versions of an article that has many are on several. */
const mostVersionChars = 2_000_000;

function* entriesOf(
  { article, ...history }: ArticleRecord,
  format: ExportFormat,
): Generator<string> {
  for (const versions of partsOf(history.versions)) {
    const part = { ...history, versions };
    const entry =
      format === "jsonl"
        ? exportedRecord(article, part)
        : ninjsOf(article, keptPart(article, part));
    yield JSON.stringify(entry);
  }
}

/** Each part begins a line; an article without versions has one, too. */
function partsOf(versions: readonly ArticleVersion[]): readonly (readonly ArticleVersion[])[] {
  const parts: ArticleVersion[][] = [[]];
  let chars = 0;
  for (const version of versions) {
    if (chars > 0 && chars + version.body.length > mostVersionChars) {
      parts.push([]);
      chars = 0;
    }
    parts.at(-1)!.push(version);
    chars += version.body.length;
  }
  return parts;
}

/**
 * Yields all records, read in parts with a transaction each: an export must not delay other
 * reading.
 */
async function* allRecords(storage: Storage): AsyncGenerator<ArticleRecord> {
  const recordsAtOnce = 100;
  let after: IDBKeyRange | undefined;
  for (;;) {
    const range = after;
    const records = await storage.read(["articles"], (all) =>
      all.objectStore("articles").getAll(range, recordsAtOnce),
    );
    yield* records.filter(isSoundRecord);
    const last = records.at(-1);
    if (last === undefined) return;
    after = IDBKeyRange.lowerBound(last.id, true);
  }
}
