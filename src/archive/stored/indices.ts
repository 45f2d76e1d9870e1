/**
 * The two indices of an archive. Nothing but these fields is stored: what was sent (`_source`) is not
 * kept, since it would have what the fields have once more.
 *
 *   NAME-passages   one document a passage, ARTICLE.ORDINAL
 *                   terms     keyed names of its terms, a text for BM25
 *   NAME-articles   one document an article, ARTICLE
 *                   passages  how many documents it has, or may have while isWhole is false
 *                   isWhole   false while it is being pushed or deleted
 *                   digest    keyed; another one for another text
 *                   outline   sealed: what its passages are found by and told apart by
 *                   sealed    sealed: the article
 *
 * Both names are aliases, so that a newsroom can push anew under another key and switch.
 */
export interface IndexNames {
  readonly passages: string;
  readonly articles: string;
}

/** The names of an archive's indices. */
export function indexNames(archive: string): IndexNames {
  return { passages: `${archive}-passages`, articles: `${archive}-articles` };
}

/** Rises when what is stored changes. */
export const archiveVersion = 1;

/** What an archive says of itself, in the mappings of both indices. */
export interface ArchiveMeta {
  readonly version: number;
  /** The engine's: the same text would have other terms in another. */
  readonly termsVersion: number;
  /** Tells whether a key is the archive's. */
  readonly check: string;
}

/** How many parts an index has unless its maker says otherwise; fifty million passages a shard at most. */
export const usualShards = 3;
/** More copies can be asked for at any time. */
const copies = 1;

const shared = (shards: number) => ({
  number_of_shards: shards,
  number_of_replicas: copies,
  // A push makes what it stored visible at its end; until then there is no hurry.
  refresh_interval: "30s",
  // What was deleted is kept so long for copies that were away, and counts as long (leases are looked at
  // every 30 s). The price: a node that was away for longer fetches files that changed, not the changes.
  "soft_deletes.retention_lease.period": "30s",
});

/** The body that makes the index of passages. */
export function passagesIndex(meta: ArchiveMeta, shards: number): object {
  return {
    settings: {
      ...shared(shards),
      // What was replaced counts for frequencies until it is merged away, so a push has it merged at its end.
      "merge.policy.expunge_deletes_allowed": 0,
    },
    mappings: {
      ...{ dynamic: "strict", _source: { enabled: false }, _meta: { ...meta } },
      properties: {
        // Each term once a passage: how often, and where, is not asked.
        terms: { type: "text", analyzer: "whitespace", index_options: "docs" },
      },
    },
  };
}

/** The body that makes the index of articles. */
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
