import type { PageMatch, Reference } from "../engine/model/index.ts";
import { type DismissedVersion, identifyingChars } from "./protocol.ts";

/** Returns what is remembered of a reference that the reader removes from a match. */
export function dismissedVersion(
  { exact }: PageMatch,
  { article, passage }: Reference,
): DismissedVersion {
  return {
    page: exact.slice(0, identifyingChars),
    article: article.id,
    outlet: article.outlet,
    corpus: passage.text.slice(0, identifyingChars),
  };
}
