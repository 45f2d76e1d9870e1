import type { PageText, PageUnderstanding } from "../messages/protocol.ts";
import type { PageReading, ReadingScope } from "../page/readPage.ts";

/** What the background accepts; beyond it only the beginning is matched. */
const longestLineChars = 4_000;
const longestBodyChars = 4_000_000;

/** What of a page is sent to be matched; null: nothing is known of it but its text. */
export function pageText(
  { title, body }: PageReading,
  understood: PageUnderstanding | null,
  { selected }: ReadingScope,
): PageText {
  const { url = null, outlet = null, published = null, language = null } = understood ?? {};
  return {
    url: url !== null && url.length > longestLineChars ? null : url,
    title: title.slice(0, longestLineChars),
    body: body.slice(0, longestBodyChars),
    outlet,
    published,
    language,
    scope: selected.length === 0 ? "article" : "selection",
  };
}
