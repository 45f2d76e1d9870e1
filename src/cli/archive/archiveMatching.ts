import { type ArchiveMatcher, createArchiveMatcher } from "../../archive/search/matchInArchive.ts";
import { openArchive } from "../../archive/stored/archive.ts";
import { InputError } from "../inputError.ts";
import type { MatchCommandOptions } from "../match/matchOptions.ts";
import { archiveAccess, asInputError, readingTimeouts } from "./openArchive.ts";

/**
 * Matches pages against the archive that the options name; errors are InputErrors. Each page has
 * the same time; the first one's includes opening the archive.
 */
export async function openArchiveMatcher(options: MatchCommandOptions): Promise<ArchiveMatcher> {
  const { archive = [], key, user } = options;
  if (key === undefined) {
    throw new InputError("--archive needs --key, the file with the archive's key");
  }
  const place = archive.join(", ");
  const named = { archive, key, ...(user === undefined ? {} : { user }) };
  const { totalTimeoutMs } = readingTimeouts;
  let begunAt = performance.now();
  const limits = { ...readingTimeouts, deadlineMs: () => begunAt + totalTimeoutMs };
  const { cluster, name, key: opened } = await archiveAccess(named, limits);
  const found = await asInputError(place, openArchive(cluster, name, opened));
  const matcher = await asInputError(place, createArchiveMatcher(found));
  let isFirst = true;
  return {
    match(page, how) {
      if (!isFirst) begunAt = performance.now();
      isFirst = false;
      return asInputError(place, matcher.match(page, how));
    },
  };
}
