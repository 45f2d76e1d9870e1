/** What a browser's profile holds of the reader's own articles, read past the extension's own code. */
import type { Page } from "puppeteer-core";
import type { ArticleRecord } from "../../src/platform/storage/articleRecord.ts";

/** All records, by id. */
export async function storedRecords(own: Page): Promise<readonly ArticleRecord[]> {
  return own.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("second-source"));
    const articles = database.transaction("articles").objectStore("articles");
    const records = await done(articles.getAll());
    database.close();
    return records;
  });
}

/** The zip of an export, once the background has made it. */
export async function exportedZip(own: Page, format: "jsonl" | "ninjs"): Promise<Uint8Array> {
  const base64 = await own.evaluate(async (its) => {
    const message = { secondSource: "corpora/export", request: { format: its } };
    const { value } = await chrome.runtime.sendMessage(message);
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("second-source"));
    const files = database.transaction("importFiles").objectStore("importFiles");
    const zip: Blob = await done(files.get([value.id, 0]));
    database.close();
    const bytes = new Uint8Array(await zip.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, format);
  return new Uint8Array(Buffer.from(base64, "base64"));
}
