import type { IDBPDatabase } from "idb";
import type { Migration, Schema } from "./database.ts";

/** All steps, from nothing to the present form. */
export const migrations: readonly Migration[] = [
  (database) => {
    database.createObjectStore("segments");
  },
  createLibraryStores,
  (database) => {
    database.createObjectStore("setAside", { autoIncrement: true });
  },
  (database) => {
    const vectors = database.createObjectStore("vectors", { keyPath: ["owner", "article"] });
    vectors.createIndex("byModel", ["model", "owner"]);
  },
  (database) => {
    database.createObjectStore("bin", { keyPath: "id" });
  },
];

function createLibraryStores(database: IDBPDatabase<Schema>): void {
  const articles = database.createObjectStore("articles", { keyPath: "id" });
  articles.createIndex("byAddress", "addressKeys", { multiEntry: true });
  articles.createIndex("byBody", "bodyKeys", { multiEntry: true });
  articles.createIndex("bySegment", "segment");
  articles.createIndex("byAdded", ["addedAt", "id"]);
  articles.createIndex("byOrigin", ["origin", "addedAt"]);
  database.createObjectStore("tombstones", { keyPath: ["segment", "article"] });
  database.createObjectStore("packs", { keyPath: "id" });
  database.createObjectStore("packFiles");
  database.createObjectStore("imports", { keyPath: "id" });
  database.createObjectStore("importFiles");
  database.createObjectStore("state");
}
