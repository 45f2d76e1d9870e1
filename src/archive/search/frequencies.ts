import { HashTable } from "../../engine/library/hashTable.ts";
import type { LibraryStatistics } from "../../engine/library/library.ts";
import { isObject, numberIn, objectIn, objectsIn } from "../cluster/answers.ts";
import { type AnsweredParts, MissingParts } from "../cluster/missingParts.ts";
import { askAllShards } from "../cluster/searches.ts";
import type { Archive } from "../stored/archive.ts";

/** The counts of an archive: of all its passages, and of the requested terms. */
export interface Frequencies {
  readonly passageCount: number;
  readonly meanTerms: number;
  /** The shards that were counted, if some stayed away; else null. */
  readonly answered: AnsweredParts | null;
  /** Requests the counts of terms that are not known yet. Throws ArchiveError. */
  learn(hashes: Iterable<number>): Promise<void>;
  /** Returns the number of passages with a term; undefined if it was not requested. */
  of(hash: number): number | undefined;
}

/** The most terms of one request: each shard looks all of them up. */
const termsAtOnce = 4000;
/** The most cached counts, of 16 bytes each. */
const mostKnown = 1_000_000;

/**
 * Counts the archive's passages now, and its terms on request. Shards that stay away are not
 * counted at all, so the figures are those of the others. Throws ArchiveError.
 */
export async function createFrequencies(archive: Archive): Promise<Frequencies> {
  const { cluster, indices } = archive;
  const body = { size: 0, track_total_hits: true, query: { match_all: {} } };
  const missing = new MissingParts();
  const all = await askAllShards(cluster, `/${indices.passages}/_search`, body, missing);
  const passageCount = numberIn(objectIn(objectIn(all, "hits"), "total"), "value");
  const shardCount = numberIn(objectIn(all, "_shards"), "total");
  const every = Array.from({ length: shardCount }, (_, shard) => shard);
  const shards = missing.answered === null ? every : await answeringShards(archive, every);
  // An empty text is answered with the figures of the field.
  const { terms } = await countTerms(archive, shards, []);
  let known = new HashTable();
  let learning: Promise<void> = Promise.resolve();
  const learnSome = async (hashes: readonly number[]) => {
    const names = await archive.termNames.of(Uint32Array.from(hashes));
    const { times } = await countTerms(archive, shards, names);
    hashes.forEach((hash, i) => {
      known.set(hash, times[i]!);
    });
  };
  return {
    passageCount,
    answered: missing.answered,
    meanTerms: Math.max(1, terms) / Math.max(1, passageCount),
    of: (hash) => known.get(hash),
    learn(hashes) {
      // One after the other, so that none is requested twice.
      const learnt = learning.then(() => learnUnknown(hashes));
      learning = learnt.catch(() => undefined);
      return learnt;
    },
  };

  async function learnUnknown(hashes: Iterable<number>): Promise<void> {
    const unknown = new Set<number>();
    for (const hash of hashes) if (known.get(hash) === undefined) unknown.add(hash);
    if (known.size + unknown.size > mostKnown) known = new HashTable();
    const all = [...unknown];
    const starts = Array.from({ length: Math.ceil(all.length / termsAtOnce) }, (_, i) => i);
    await Promise.all(
      starts.map((i) => learnSome(all.slice(i * termsAtOnce, (i + 1) * termsAtOnce))),
    );
  }
}

async function answeringShards({ cluster, indices }: Archive, shards: readonly number[]) {
  const body = shards.flatMap((shard) => [
    { index: indices.passages, preference: `_shards:${shard}` },
    { size: 0 },
  ]);
  const answer = await cluster.ask({ method: "POST", path: "/_msearch", body });
  const answers = objectsIn(answer, "responses");
  return shards.filter((_, i) => {
    const shard = answers[i]?._shards;
    return isObject(shard) && numberIn(shard, "successful") === 1;
  });
}

/**
 * Returns the figures of the field and of each term, summed over these shards, since each shard
 * reports only its own.
 */
async function countTerms(archive: Archive, shards: readonly number[], names: readonly string[]) {
  const ofShards = await Promise.all(shards.map((shard) => countInShard(archive, shard, names)));
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
  return {
    terms: sum(ofShards.map(({ terms }) => terms)),
    times: names.map((_, i) => sum(ofShards.map(({ times }) => times[i]!))),
  };
}

/**
 * A word that no passage has, since terms have eight letters. It is requested if there is no term.
 */
const noTerm = "-";

async function countInShard(archive: Archive, shard: number, names: readonly string[]) {
  const path = `/${archive.indices.passages}/_termvectors?preference=_shards:${shard}`;
  const answer = await archive.cluster.ask({
    method: "POST",
    path,
    body: {
      ...{ doc: { terms: names.join(" ") || noTerm }, fields: ["terms"] },
      ...{ term_statistics: true, field_statistics: true },
      ...{ positions: false, offsets: false, payloads: false },
    },
  });
  const field = objectIn(objectIn(answer, "term_vectors"), "terms");
  const found = objectIn(field, "terms");
  return {
    // A shard without any passage reports -1.
    terms: Math.max(0, numberIn(objectIn(field, "field_statistics"), "sum_doc_freq")),
    times: names.map((name) => {
      const term = found[name];
      return isObject(term) && typeof term.doc_freq === "number" ? term.doc_freq : 0;
    }),
  };
}

/**
 * Returns the archive's figures for the engine. Unknown terms count as 0 and are added to
 * `unknown`.
 */
export function statisticsOf(
  { passageCount, meanTerms, of }: Frequencies,
  unknown: Set<number>,
): LibraryStatistics {
  return {
    passageCount,
    meanTerms,
    documentFrequency(hash) {
      const times = of(hash);
      if (times === undefined) unknown.add(hash);
      return times ?? 0;
    },
  };
}
