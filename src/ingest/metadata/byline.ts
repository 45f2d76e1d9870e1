import { tidy } from "./tidy.ts";

const opening =
  /^(?:(?:written|posted|published|reported|story|words|text|interview|analysis)\s+)?(?:by|von|por|par|di|door|author|autor|auteur)\s*:?\s+/iu;
/** What systems fill in where no author is given. */
const placeholder = /^(?:no author|unknown|admin(?:istrator)?|n\/?a|none|null|undefined)$/i;
/** A byline of more words is a sentence or a biography. */
const mostWords = 14;
const cut =
  /\s*(?:[|•·]|\s[-–—]\s|\b(?:published|updated|posted|on)\b|\d{1,2}[:.]\d{2}|\d{4}).*$/iu;

/** Names as a byline gives them, without "By", addresses and what follows the names; or null. */
export function tidyByline(line: string): string | null {
  const text = tidy(line).replace(opening, "");
  if (/^https?:|^www\.|^@|\S+@\S+\.\S+$/i.test(text)) return null;
  const names = text.replace(cut, "").replace(/[\s,;:–—-]+$/, "");
  if (placeholder.test(names)) return null;
  if (names.length < 2 || names.split(" ").length > mostWords || !/\p{L}/u.test(names)) return null;
  return names;
}

const dateFollows =
  /\s+(?=(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d)/iu;

/** The name in a line such as "By Ken Hanly     Jul 16, 2016 in Politics", or null. */
export function bylineInLine(line: string): string | null {
  const text = tidy(line);
  if (!opening.test(text)) return null;
  return tidyByline(text.split(dateFollows)[0]!.replace(/\s+\d.*$/, ""));
}

/** Several authors as one line, each once; null when there is none. */
export function joinAuthors(authors: readonly string[]): string | null {
  const names = [...new Set(authors.flatMap((author) => tidyByline(author) ?? []))];
  return names.length === 0 ? null : names.slice(0, 6).join(", ");
}
