import type { StoryList } from "./storyProtocol.ts";

/** The first part of the list, and the generation of the stored library; null if that is not known. */
export interface StoryBeginning {
  readonly generation: number | null;
  readonly list: StoryList;
}

/**
 * Returns the first part of the list as the background remembered it at this generation, else null.
 * The stories page reads it itself: waking the background would take several times as long.
 * @param remembered what the browser's session storage has; not validated
 */
export function storyBeginning(remembered: unknown, generation: number): StoryList | null {
  const { beginning } = (remembered ?? {}) as { beginning?: Partial<StoryBeginning> | null };
  if (beginning?.generation !== generation) return null;
  return Array.isArray(beginning.list?.stories) ? beginning.list : null;
}
