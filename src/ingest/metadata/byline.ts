import { tidy } from "./tidy.ts";

const opening =
  /^(?:(?:written|posted|published|reported|story|words|text|interview|analysis)\s+)?(?:by|von|por|par|di|door|author|autor|auteur)\s*:?\s+/iu;
/** What systems fill in where no author is given. */
const placeholder = /^(?:no author|unknown|admin(?:istrator)?|n\/?a|none|null|undefined)$/i;
/** A byline of more words is a sentence or a biography. */
const mostWords = 14;
const pastNames = /[|•·]| [-–—] |\b(?:published|updated|posted|on)\b|\d{1,2}[:.]\d{2}|\d{4}/iu;

/** Names as a byline gives them, without "By", addresses and what follows the names; or null. */
export function tidyByline(line: string): string | null {
  const text = tidy(line).replace(opening, "");
  if (/^https?:|^www\.|^@/i.test(text) || endsInMailAddress(text)) return null;
  const names = before(pastNames, text).replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, "");
  if (placeholder.test(names)) return null;
  if (names.length < 2 || names.split(" ").length > mostWords || !/\p{L}/u.test(names)) return null;
  return names;
}

function endsInMailAddress(text: string): boolean {
  const word = text.slice(text.lastIndexOf(" ") + 1);
  const at = word.indexOf("@", 1);
  return at > 0 && word.lastIndexOf(".", word.length - 2) > at + 1;
}

/** What stands before the first match of a pattern; the whole text where there is none. */
function before(pattern: RegExp, text: string): string {
  const at = text.search(pattern);
  return at < 0 ? text : text.slice(0, at);
}

const dateFollows =
  / (?=(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d)/iu;

/** The name in a line such as "By Ken Hanly     Jul 16, 2016 in Politics", or null. */
export function bylineInLine(line: string): string | null {
  const text = tidy(line);
  if (!opening.test(text)) return null;
  return tidyByline(before(/ \d/, before(dateFollows, text)));
}

/** Several authors as one line, each once; null when there is none. */
export function joinAuthors(authors: readonly string[]): string | null {
  const names = [...new Set(authors.flatMap((author) => tidyByline(author) ?? []))];
  return names.length === 0 ? null : names.slice(0, 6).join(", ");
}
