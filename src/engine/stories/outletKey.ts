import type { Article } from "../model/index.ts";

/**
 * Returns a key that is equal for two articles of one outlet, by domain or name; each unnamed
 * outlet is its own.
 */
export function outletKey({ outlet, id }: Pick<Article, "outlet" | "id">): string {
  return outlet.domain ?? (outlet.name.toLowerCase().trim() || id);
}
