import type { ArticleReading } from "../engine/model/index.ts";
import type { PageText } from "../messages/protocol.ts";

/** A page is asked about several times; what was understood of it is kept meanwhile, for so many pages. */
const mostKept = 4;

/** What was made of pages for their first answers. */
export interface PageReadings<Made extends { readonly reading: ArticleReading }> {
  keep(page: PageText, made: Made): void;
  /** Returns what was kept of this very text; null if nothing is there any more. */
  find(page: PageText): Made | null;
}

/** An empty memory. It is nothing but a saving: all of it can be made again. */
export function createPageReadings<
  Made extends { readonly reading: ArticleReading },
>(): PageReadings<Made> {
  let kept: readonly { readonly page: PageText; readonly made: Made }[] = [];
  return {
    keep(page, made) {
      const others = kept.filter((one) => !isSame(one.page, page));
      kept = [...others, { page, made }].slice(-mostKept);
    },
    find(page) {
      return kept.find((one) => isSame(one.page, page))?.made ?? null;
    },
  };
}

function isSame(a: PageText, b: PageText): boolean {
  return a.body === b.body && metadataOf(a) === metadataOf(b);
}

function metadataOf({ body: _, ...rest }: PageText): string {
  return JSON.stringify(rest);
}
