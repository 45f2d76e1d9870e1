import type { ArticleReading } from "../engine/model/index.ts";
import type { PageText } from "../messages/protocol.ts";

/** The most pages whose reading is cached between their requests. */
const mostKept = 4;

/** A cache of the readings from pages' first answers. */
export interface PageReadings<Made extends { readonly reading: ArticleReading }> {
  keep(page: PageText, made: Made): void;
  /** Returns the cached reading of exactly this text; null if there is none. */
  find(page: PageText): Made | null;
}

/** Returns an empty cache. All of it can be computed again. */
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
