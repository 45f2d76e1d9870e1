import { lengthNorm } from "../../engine/match/libraryMemory.ts";

/**
 * The two indices of an archive. Only these fields are stored; the documents as sent (`_source`) are
 * not kept, since they would duplicate the fields.
 *
 *   NAME-passages   one document per passage, ARTICLE.ORDINAL
 *                   terms     keyed names of its terms, a text for BM25
 *   NAME-articles   one document per article, ARTICLE
 *                   passages  how many documents it has, or may have while isWhole is false
 *                   isWhole   false while it is being pushed or deleted
 *                   digest    keyed; differs for another text
 *                   outline   sealed: what candidates and estimates need of its passages
 *                   sealed    sealed: the article as it was read, with its texts; compressed
 *
 * Both names are aliases, so a newsroom can push again under another key and switch.
 */
export interface IndexNames {
  readonly passages: string;
  readonly articles: string;
}

/** Returns the names of an archive's indices. */
export function indexNames(archive: string): IndexNames {
  return { passages: `${archive}-passages`, articles: `${archive}-articles` };
}

/** The version of the stored form, increased with each change. */
export const archiveVersion = 4;

/** The metadata of an archive, in the mappings of both indices. */
export interface ArchiveMeta {
  readonly version: number;
  /** The engine's version of terms: the same text has other terms in another version. */
  readonly termsVersion: number;
  /** A value that shows whether a key is the archive's. */
  readonly check: string;
}

/** The usual number of an index's shards; a shard should have fifty million passages at most. */
export const defaultShards = 3;
/** The number of copies; more can be requested at any time. */
const copies = 1;

const shared = (shards: number) => ({
  number_of_shards: shards,
  number_of_replicas: copies,
  // A push makes its documents visible at its end; until then a slow refresh is enough.
  refresh_interval: "30s",
  // Deleted documents are kept, and counted, this long for copies that were offline (leases are
  // checked every 30 s). The cost: a node that was offline longer copies whole files instead of
  // changes.
  "soft_deletes.retention_lease.period": "30s",
});

/** Returns the request body that creates the index of passages. */
export function passagesIndex(meta: ArchiveMeta, shards: number): object {
  return {
    settings: {
      ...shared(shards),
      // The engine's own, so that searches rank as it does.
      "similarity.default": { type: "BM25", ...lengthNorm },
      // Replaced documents count in frequencies until they are merged away, so a push merges them
      // at its end.
      "merge.policy.expunge_deletes_allowed": 0,
    },
    mappings: {
      ...{ dynamic: "strict", _source: { enabled: false }, _meta: { ...meta } },
      properties: {
        // Each term counts once per passage; frequencies and positions within it are not needed.
        terms: { type: "text", analyzer: "whitespace", index_options: "docs" },
      },
    },
  };
}

/** Returns the request body that creates the index of articles. */
export function articlesIndex(meta: ArchiveMeta, shards: number): object {
  const stored = { index: false, doc_values: false, store: true };
  return {
    settings: shared(shards),
    mappings: {
      ...{ dynamic: "strict", _source: { enabled: false }, _meta: { ...meta } },
      properties: {
        passages: { type: "integer", index: false, store: true },
        isWhole: { type: "boolean", store: true, doc_values: false },
        digest: { type: "keyword", ...stored },
        outline: { type: "binary", store: true },
        sealed: { type: "binary", store: true },
      },
    },
  };
}
