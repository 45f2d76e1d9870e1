/**
 * Keeps the stories of a library until the browser is closed. The background ends whenever it is
 * idle, and readers would have to wait if stories were found anew each time. Kept are numbers, and the
 * beginning of the list, which can be shown before the library has been read.
 */
import type { Library } from "../../engine/library/library.ts";
import { hashNext, termHash } from "../../engine/text/termHash.ts";
import type { StoryBeginning } from "../../messages/storyBeginning.ts";

/** The storage of stories, given by main.ts; what it reads is not validated. */
export interface StoryMemory {
  read(): Promise<unknown>;
  write(remembered: RememberedStories): Promise<void>;
}

/** Stories as article numbers, and the name of their library. */
export interface RememberedStories {
  readonly library: string;
  readonly stories: readonly (readonly number[])[];
  readonly beginning: StoryBeginning;
}

/** Returns a name that identifies a library by its articles, their order and which are deleted. */
export function nameOfLibrary({ parts, articleEnd, passageEnd }: Library): string {
  let hash = 0;
  for (const { segment } of parts) {
    hash = hashNext(hash, segment.byteLength);
    for (let article = 0; article < segment.articleCount; article++) {
      const isGone = segment.deleted?.isArticle(article) ?? false;
      hash = hashNext(hash, isGone ? 0 : termHash("article", segment.rows.articleId(article)));
    }
  }
  return `${articleEnd} ${passageEnd} ${hash}`;
}

/**
 * Resolves to the stored stories of exactly this library; null if there are none or they are
 * malformed.
 */
export async function recallStories(
  memory: StoryMemory,
  { articleEnd }: Library,
  name: string,
): Promise<RememberedStories["stories"] | null> {
  const kept = await memory.read().catch(() => null);
  if (!isRemembered(kept) || kept.library !== name) return null;
  const numbers = kept.stories.flat();
  const areThere = numbers.every((its) => Number.isInteger(its) && its >= 0 && its < articleEnd);
  return areThere && new Set(numbers).size === numbers.length ? kept.stories : null;
}

function isRemembered(kept: unknown): kept is RememberedStories {
  if (typeof kept !== "object" || kept === null) return false;
  const { library, stories } = kept as Partial<RememberedStories>;
  return (
    typeof library === "string" &&
    Array.isArray(stories) &&
    stories.every((story) => Array.isArray(story) && story.length > 1)
  );
}
