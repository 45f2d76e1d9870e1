/**
 * A name followed by the same name in full, which runs into the headlines of a list of links that
 * ends in "MORE": the box that a page shows when the pointer rests on the name, and that is always
 * in its text. One large political site prints names this way; other sites are only affected if
 * they do the same.
 */
const listAfterName =
  /(?<![\p{L}\d])(\p{Lu}[\p{L}'’-]+)(?: \S{1,20}){0,6}? \1(?=[\p{Lu}\d'‘"“])[^\n]{0,700}? MORE(?!\p{L})/gu;

/**
 * Returns the paragraph without lists of links in the midst of its sentences: of each, the name
 * stays.
 */
export function withoutLinkLists(paragraph: string): string {
  return paragraph.includes(" MORE") ? paragraph.replace(listAfterName, "$1") : paragraph;
}
