import type { ArticleVersion } from "../engine/model/index.ts";
import { isReadersOwn } from "../engine/model/index.ts";
import { bareText } from "../ingest/duplicates/bodyKeys.ts";

/**
 * The most versions from feeds and visits that are kept of an article, the newest. Versions that
 * the reader saved or imported are never dropped for this limit.
 */
const mostBrought = 5;

/** Returns the versions without the oldest of those from feeds and visits. */
export function allowedVersions(versions: readonly ArticleVersion[]): readonly ArticleVersion[] {
  const brought = versions.filter((version) => !isProtected(version));
  const dropped = new Set(brought.slice(0, Math.max(0, brought.length - mostBrought)));
  return dropped.size === 0 ? versions : versions.filter((version) => !dropped.has(version));
}

/**
 * True for versions that the reader saved or imported; those without a recorded origin may be
 * theirs.
 */
function isProtected({ origin }: ArticleVersion): boolean {
  return origin === undefined || isReadersOwn(origin);
}

/**
 * Returns the versions with further ones, by when they were found, each text once; the same list if
 * all were there.
 */
export function withVersions(
  versions: readonly ArticleVersion[],
  more: readonly ArticleVersion[],
): readonly ArticleVersion[] {
  const known = new Set(versions.map(textOf));
  const fresh = more.filter((version) => {
    const isNew = !known.has(textOf(version));
    known.add(textOf(version));
    return isNew;
  });
  if (fresh.length === 0) return versions;
  return allowedVersions([...versions, ...fresh].toSorted((a, b) => a.foundAt - b.foundAt));
}

function textOf({ title, body }: ArticleVersion): string {
  return bareText(`${title}\n${body}`);
}
