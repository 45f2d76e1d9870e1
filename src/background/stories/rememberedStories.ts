/**
 * The stories of a library, kept until the browser is closed: the background ends whenever it is idle, and
 * finding them anew would make a reader wait each time. Nothing is kept but numbers.
 */
import type { Library } from "../../engine/library/library.ts";
import { hashNext, termHash } from "../../engine/text/termHash.ts";

/** Where they are kept, given by main.ts; what is read may be anything. */
export interface StoryMemory {
  read(): Promise<unknown>;
  write(remembered: RememberedStories): Promise<void>;
}

/** Stories as numbers of articles, and the library that these belong to. */
export interface RememberedStories {
  readonly library: string;
  readonly stories: readonly (readonly number[])[];
}

/** Tells a library by its articles, which of them are deleted, and in which order they stand. */
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

/** The stories that were kept of this very library; null where there are none, or what was kept is none. */
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
