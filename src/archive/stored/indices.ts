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

/** How many parts an index of passages has: fifty million passages a shard at most. */
const usualShards = 3;
const usualReplicas = 1;

const shared = {
  number_of_shards: usualShards,
  number_of_replicas: usualReplicas,
  // A push makes what it stored visible at its end; until then there is no hurry.
  refresh_interval: "30s",
};

/** The body that makes the index of passages. */
export function passagesIndex(meta: ArchiveMeta): object {
  return {
    settings: {
      ...shared,
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
export function articlesIndex(meta: ArchiveMeta): object {
  const stored = { index: false, doc_values: false, store: true };
  return {
    settings: shared,
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
