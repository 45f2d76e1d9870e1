import type { Page } from "puppeteer-core";
import type { ArticleRecord } from "../../src/platform/storage/articleRecord.ts";
import type { LibraryState, StoredSegment } from "../../src/platform/storage/database.ts";

/** What stands in the extension's database. */
export interface StoredLibrary {
  readonly records: readonly Pick<ArticleRecord, "id" | "article" | "origin" | "segment">[];
  readonly segments: readonly StoredSegmentHead[];
  readonly tombstones: number;
  /** Missing until something is stored. */
  readonly state?: LibraryState;
}

/** A stored segment without its bytes. */
export interface StoredSegmentHead extends Pick<StoredSegment, "covers"> {
  readonly name: string;
  readonly byteLength: number;
}

/** Reads the database past the extension's own code, from one of its pages. */
export async function readStoredLibrary(own: Page): Promise<StoredLibrary> {
  const json = await own.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open("second-source"));
    const all = database.transaction(["articles", "segments", "tombstones", "state"]);
    const segments = all.objectStore("segments");
    const names = (await asked(segments.getAllKeys())) as string[];
    const heads = [];
    for (const name of names.filter((each) => each.includes("/"))) {
      const { bytes, covers } = await asked(segments.get(name));
      heads.push({ name, covers, byteLength: bytes.size ?? bytes.byteLength });
    }
    const records = await asked(all.objectStore("articles").getAll());
    const tombstones = await asked(all.objectStore("tombstones").count());
    const state = await asked(all.objectStore("state").get("library"));
    database.close();
    return JSON.stringify({ records, segments: heads, tombstones, state });
  });
  return JSON.parse(json);
}
