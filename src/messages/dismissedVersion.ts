import type { PageMatch, Reference } from "../engine/model/index.ts";
import { type DismissedVersion, dismissedChars } from "./protocol.ts";

/** A reference of a match as it is remembered when the reader takes it out. */
export function dismissedVersion(
  { exact }: PageMatch,
  { article, passage }: Reference,
): DismissedVersion {
  return {
    page: exact.slice(0, dismissedChars),
    article: article.id,
    outlet: article.outlet,
    corpus: passage.text.slice(0, dismissedChars),
  };
}
