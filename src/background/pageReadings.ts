import type { ArticleReading } from "../engine/model/index.ts";
import type { PageText } from "../messages/protocol.ts";

/** A page is asked about twice; between the two what was understood of it is kept, for so many pages. */
const mostKept = 4;

/** What was made of a page for its first answer, until the second one is asked for. */
export interface PageReadings<Made extends { readonly reading: ArticleReading }> {
  keep(page: PageText, made: Made): void;
  /** Returns what was kept of this very text, once; null if nothing is there any more. */
  take(page: PageText): Made | null;
}

/** An empty memory. It is nothing but a saving: all of it can be made again. */
export function createPageReadings<
  Made extends { readonly reading: ArticleReading },
>(): PageReadings<Made> {
  let kept: readonly { readonly page: PageText; readonly made: Made }[] = [];
  return {
    keep(page, made) {
      kept = [...kept, { page, made }].slice(-mostKept);
    },
    take(page) {
      const found = kept.find((one) => isSame(one.page, page)) ?? null;
      kept = kept.filter((one) => one !== found);
      return found?.made ?? null;
    },
  };
}

function isSame(a: PageText, b: PageText): boolean {
  return a.body === b.body && metadataOf(a) === metadataOf(b);
}

function metadataOf({ body: _, ...rest }: PageText): string {
  return JSON.stringify(rest);
}
