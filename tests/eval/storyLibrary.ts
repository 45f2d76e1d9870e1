import type { BulkRow } from "./bulkArticles.ts";
import { type Story, storiesOf } from "./stories.ts";

/** A reader's library: so many articles, in stories of three outlets or more. */
const articleCount = 200;
const fewestOutlets = 3;
const storiesTried = 300;

/** Returns the stories of such a library, the same ones for the same seed. */
export function storyLibrary(rows: readonly BulkRow[], seed: number): readonly Story[] {
  const chosen: Story[] = [];
  let count = 0;
  for (const story of storiesOf(rows, storiesTried, seed)) {
    if (story.length < fewestOutlets || count + story.length > articleCount) continue;
    chosen.push(story);
    count += story.length;
  }
  return chosen;
}
