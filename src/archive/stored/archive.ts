import { termsVersion } from "../../engine/library/segmentLayout.ts";
import { ArchiveError } from "../archiveError.ts";
import { isObject } from "../cluster/answers.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { ArchiveKey } from "../keys/archiveKey.ts";
import { keyCheck } from "../keys/keyedHash.ts";
import { createTermNames, type TermNames } from "../keys/termNames.ts";
import {
  type ArchiveMeta,
  archiveVersion,
  articlesIndex,
  defaultShards,
  type IndexNames,
  indexNames,
  passagesIndex,
} from "./indices.ts";

/** An archive whose key has been checked. */
export interface Archive {
  readonly name: string;
  readonly cluster: Cluster;
  readonly key: ArchiveKey;
  readonly indices: IndexNames;
  readonly termNames: TermNames;
}

/** Opens an existing archive. Throws ArchiveError if there is none, or if the key is wrong. */
export async function openArchive(
  cluster: Cluster,
  name: string,
  key: ArchiveKey,
): Promise<Archive> {
  const indices = indexNames(name);
  for (const index of [indices.articles, indices.passages]) {
    const meta = await metaOf(cluster, index);
    if (meta === null) {
      throw new ArchiveError(
        "notThere",
        `the cluster has no archive "${name}"; \`second-source archive push\` makes one`,
      );
    }
    await checkMeta(meta, name, key);
  }
  return { name, cluster, key, indices, termNames: createTermNames(key.terms) };
}

/**
 * Opens the archive, or creates it with so many shards. Throws ArchiveError if the key is wrong.
 */
export async function openOrMakeArchive(
  cluster: Cluster,
  name: string,
  key: ArchiveKey,
  shards = defaultShards,
): Promise<Archive> {
  const indices = indexNames(name);
  const check = await keyCheck(key.ids);
  const meta: ArchiveMeta = { version: archiveVersion, termsVersion, check };
  await makeIndex(cluster, indices.articles, articlesIndex(meta, shards));
  await makeIndex(cluster, indices.passages, passagesIndex(meta, shards));
  return openArchive(cluster, name, key);
}

async function makeIndex(cluster: Cluster, alias: string, body: object): Promise<void> {
  if ((await metaOf(cluster, alias)) !== null) return;
  try {
    const path = `/${alias}-1?wait_for_active_shards=1`;
    await cluster.ask({ method: "PUT", path, body: { ...body, aliases: { [alias]: {} } } });
  } catch (error) {
    // Another push was quicker, or this request succeeded before and its answer was lost.
    const isThere = error instanceof ArchiveError && (await metaOf(cluster, alias)) !== null;
    if (!isThere) throw error;
  }
}

/** Returns the metadata of an index; null if there is none of that name. */
async function metaOf(cluster: Cluster, index: string): Promise<unknown> {
  const answer = await cluster.ask({ method: "GET", path: `/${index}/_mapping` });
  if (answer === null) return null;
  const found = isObject(answer) ? Object.values(answer) : [];
  const [only] = found;
  if (found.length !== 1 || !isObject(only)) {
    throw new ArchiveError("badAnswer", `${index} stands for ${found.length} indices, not for one`);
  }
  const meta = isObject(only.mappings) ? only.mappings._meta : null;
  if (!isObject(meta)) throw new ArchiveError("badAnswer", `${index} is no index of an archive`);
  return meta;
}

async function checkMeta(meta: unknown, name: string, key: ArchiveKey): Promise<void> {
  const found = meta as Partial<ArchiveMeta>;
  if (found.version !== archiveVersion || found.termsVersion !== termsVersion) {
    throw new ArchiveError(
      "wrongVersion",
      `the archive "${name}" was pushed by another version of Second Source; push it anew under another name, and switch`,
    );
  }
  if (found.check !== (await keyCheck(key.ids))) {
    throw new ArchiveError("wrongKey", `this key does not open this archive ("${name}")`);
  }
}
