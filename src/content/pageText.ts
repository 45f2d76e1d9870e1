import type { PageText, PageUnderstanding } from "../messages/protocol.ts";
import type { PageReading, ReadingScope } from "../page/readPage.ts";

/**
 * The most characters that the background accepts; only the beginning of a longer line is matched.
 */
const longestLineChars = 4_000;
const longestBodyChars = 4_000_000;

/**
 * Returns the text of a page to be matched. If `understood` is null, nothing but the text is known.
 */
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
