import type { IDBPDatabase } from "idb";
import type { Schema } from "./database.ts";

/**
 * One step of the stored form: from the version that is its place in the list to the next one. It runs
 * inside the browser's own upgrade, which is done whole or not at all. A step makes stores and indexes;
 * records are brought into a new form where they are read, and mended by upkeep, so that no step's time
 * grows with what a reader keeps. A step that was released is never changed.
 */
export type Migration = (database: IDBPDatabase<Schema>) => void;

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
