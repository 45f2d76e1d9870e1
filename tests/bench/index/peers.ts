import flexsearch from "flexsearch";
import MiniSearch from "minisearch";
import sqlite from "node-sqlite3-wasm";

/** Another search engine, filled with sentences: the yardstick on the same machine in the same run. */
export interface Peer {
  readonly name: string;
  /** The best ten for a whole sentence. */
  search(sentence: string): unknown;
  /** Loads what was stored; null if it works in place. */
  readonly reload: (() => unknown) | null;
  close(): void;
}

/** Words of a sentence without signs, for engines that read signs as operators. */
function wordsOf(sentence: string): readonly string[] {
  return sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function flexSearch(sentences: readonly string[]): Peer {
  const index = new flexsearch.Index({ tokenize: "strict" });
  sentences.forEach((text, i) => {
    index.add(i, text);
  });
  const stored: [string, string][] = [];
  index.export((key, data) => {
    stored.push([key, data]);
  });
  return {
    name: "FlexSearch",
    search: (sentence) => index.search(sentence, { limit: 10, suggest: true }),
    reload() {
      const again = new flexsearch.Index({ tokenize: "strict" });
      for (const [key, data] of stored) again.import(key, data);
    },
    close() {},
  };
}

export function miniSearch(sentences: readonly string[]): Peer {
  const options = { fields: ["text"] };
  const index = new MiniSearch<{ id: number; text: string }>(options);
  index.addAll(sentences.map((text, id) => ({ id, text })));
  const stored = JSON.stringify(index);
  return {
    name: "MiniSearch",
    search: (sentence) => index.search(sentence).slice(0, 10),
    reload: () => MiniSearch.loadJSON(stored, options),
    close() {},
  };
}

export function sqliteFts(sentences: readonly string[]): Peer {
  const database = new sqlite.Database(":memory:");
  database.exec("CREATE VIRTUAL TABLE sentences USING fts5(text, tokenize='porter unicode61')");
  database.exec("BEGIN");
  const insert = database.prepare("INSERT INTO sentences(rowid, text) VALUES (?, ?)");
  sentences.forEach((text, i) => {
    insert.run([i, text]);
  });
  insert.finalize();
  database.exec("COMMIT");
  const query = "SELECT rowid FROM sentences WHERE sentences MATCH ? ORDER BY rank LIMIT 10";
  return {
    name: "SQLite FTS5",
    search: (sentence) =>
      database.all(query, [
        wordsOf(sentence)
          .map((w) => `"${w}"`)
          .join(" OR "),
      ]),
    reload: null,
    close: () => database.close(),
  };
}
