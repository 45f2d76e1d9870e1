import type { Article } from "../model/index.ts";

/** Equal for two articles of one outlet, as far as domain or name tell; an unnamed outlet is each its own. */
export function outletKey({ outlet, id }: Pick<Article, "outlet" | "id">): string {
  return outlet.domain ?? (outlet.name.toLowerCase().trim() || id);
}
