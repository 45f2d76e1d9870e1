import { pageAddress } from "../../engine/library/pageAddress.ts";
import type { Article } from "../../engine/model/index.ts";

/** One form for each of an article's addresses: tracking parameters, AMP and mobile parts aside. */
export function addressKeysOf({ urls }: Pick<Article, "urls">): readonly string[] {
  return [...new Set(urls.map(pageAddress).filter((address) => address !== ""))];
}
