import { tidy } from "./tidy.ts";

const opening =
  /^(?:(?:written|posted|published|reported|story|words|text|interview|analysis)\s+)?(?:by|von|por|par|di|door|author|autor|auteur)\s*:?\s+/iu;
/** Names that systems fill in if no author is given. */
const placeholder =
  /^(?:by|von|no author|unknown|anonymous|admin(?:istrator)?|editor|author|n\/?a|none|null|undefined)$/i;
/** Things in the place of an author that are not a name: a day, a reading time. */
const noName =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|^\d|\bmin(?:ute)?s?\.? read\b/i;
/** A byline of more words is a sentence or a biography. */
const mostWords = 14;
const pastNames = /[|•·@]| [-–—] |\b(?:published|updated|posted|on)\b|\d{1,2}[:.]\d{2}|\d{4}/iu;

/** Names as a byline gives them, without "By", addresses and what follows the names; or null. */
export function tidyByline(line: string): string | null {
  const text = tidy(line)
    .replace(opening, "")
    .replace(/^[\s|•·]+/, "");
  if (/^https?:|^www\.|^@/i.test(text) || endsInMailAddress(text)) return null;
  const names = before(pastNames, text).replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, "");
  if (placeholder.test(names) || noName.test(names)) return null;
  if (names.length < 2 || names.split(" ").length > mostWords || !/\p{L}/u.test(names)) return null;
  return withoutRoles(names);
}

/** Words for what an author is, and where. */
const role =
  /(?:^|[\s-])(?:editor|reporter|correspondent|writer|journalist|columnist|producer|analyst|contributor|photographer|chief|head|staff|redakteur(?:in)?|korrespondent(?:in)?|chefredakteur(?:in)?|reporterin|autorin|volontär(?:in)?|journaliste|rédact(?:eur|rice)|correspondante?|redactora?|periodista|corresponsal|giornalista|redattore|jornalista|muhabiri|muhabir|editörü|yazarı|корреспондент|журналист|обозреватель)(?![\p{L}])/iu;
const listParting =
  /(?<!\s)\s*[,;/]\s*(?:(?:and|und|et|y|e|ve|и)\s+)?|(?<!\s)\s+(?:and|und|et|y|&|ve|и)\s+/iu;
const placeAfter = /(?<!\s)\s+(?:in|aus|for|für|à|en|da|at)\s+(?:the\s+)?\p{Lu}.*$/u;

/**
 * The names of a line that also says what their bearers are; a line without roles stays as it is. The
 * first is always a name: people are called Writer and Head.
 */
function withoutRoles(line: string): string {
  const [first = "", ...others] = line.split(listParting).map((part) => part.trim());
  if (!others.some((part) => role.test(part))) return line;
  const names = others.filter((part) => /^\p{Lu}\S*\s+\S/u.test(part) && !role.test(part));
  return [first, ...names].map((name) => name.replace(placeAfter, "")).join(", ");
}

function endsInMailAddress(text: string): boolean {
  const word = text.slice(text.lastIndexOf(" ") + 1);
  const at = word.indexOf("@", 1);
  return at > 0 && word.lastIndexOf(".", word.length - 2) > at + 1;
}

/** Returns the text before the first match of a pattern, or the whole text if there is none. */
function before(pattern: RegExp, text: string): string {
  const at = text.search(pattern);
  return at < 0 ? text : text.slice(0, at);
}

const dateFollows =
  / (?=(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d)/iu;

/** A name, a stroke and a day: "Ayşe Yazar | 05.04.2025". */
const signedName =
  /^(?<name>\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{0,20}){1,3}) ?[|•·–—] ?(?=[^|•·]{0,30}\d)/u;

/** Returns the name in a line such as "By Ken Hanly     Jul 16, 2016 in Politics", or null. */
export function bylineInLine(line: string): string | null {
  const text = tidy(line);
  if (!opening.test(text)) return signedName.exec(text)?.groups?.name ?? null;
  return tidyByline(before(/ \d/, before(dateFollows, text)));
}

/** Several authors as one line, each once; null when there is none. */
export function joinAuthors(authors: readonly string[]): string | null {
  const names = [...new Set(authors.flatMap((author) => tidyByline(author) ?? []))];
  return names.length === 0 ? null : names.slice(0, 6).join(", ");
}
