/**
 * A name that is followed by the same name in full, glued to the headlines of a list of links that
 * ends in "MORE": what a page shows when the pointer rests on the name, and its text holds always.
 * One large political site prints its names so; others are only touched where they do the same.
 */
const listAfterName =
  /(?<![\p{L}\d])(\p{Lu}[\p{L}'’-]+)(?: \S{1,20}){0,6}? \1(?=[\p{Lu}\d'‘"“])[^\n]{0,700}? MORE(?!\p{L})/gu;

/** The paragraph without lists of links in the midst of its sentences: of each, the name stays. */
export function withoutLinkLists(paragraph: string): string {
  return paragraph.includes(" MORE") ? paragraph.replace(listAfterName, "$1") : paragraph;
}
