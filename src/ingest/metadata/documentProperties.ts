import { tidyByline } from "./byline.ts";
import { tidy } from "./tidy.ts";
import { printedTitle } from "./title.ts";

/** What the file of a document states besides its text; empty for nothing. */
export interface DocumentProperties {
  readonly title: string;
  readonly author: string;
}

/** Names of files, and what programs fill in for a title. */
const noTitle =
  /\.(?:docx?|dotx?|odt|rtf|pdf|indd|qxp|pages|pptx?|html?|xps)$|^(?:microsoft word|untitled|unbenannt|sans (?:titre|nom)|sin título|документ|belge|document|dokument|documento|print|layout|about:)(?!\p{L})|^https?:/iu;
/** Names of accounts and programs where an author belongs. */
const noAuthor =
  /(?<!\p{L})(?:microsoft|office|windows|user|admin|administrator|owner|python|reportlab|libreoffice|openoffice|adobe|canva|word)(?!\p{L})/iu;

/** Returns the title that the properties state; null for the name of a file and the like. */
export function documentTitle({ title }: DocumentProperties): string | null {
  const text = tidy(title);
  return text.includes(" ") && !noTitle.test(text) ? text : null;
}

/**
 * Returns the heading that is the document's title: the one that says the same as the properties,
 * else the first; null if there is none.
 */
export function documentHeadline(
  stated: DocumentProperties,
  headings: readonly string[],
): string | null {
  const title = documentTitle(stated);
  const printed = title === null ? null : printedTitle([title], headings, []);
  return printed !== null && headings.includes(printed) ? printed : (headings[0] ?? null);
}

/** Returns the names that the properties state; null for an account or a program. */
export function documentAuthor({ author }: DocumentProperties): string | null {
  const text = tidy(author);
  return text.includes(" ") && !noAuthor.test(text) ? tidyByline(text) : null;
}
