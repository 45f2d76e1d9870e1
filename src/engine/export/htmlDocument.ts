/**
 * HTML documents that need no other file, run no script and make no request. Text is escaped, and
 * only web addresses become links.
 */

/** The head of a document. */
export interface HtmlHead {
  readonly title: string;
  /** BCP 47 */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly style: string;
}

/** Returns everything before the text. */
export function htmlHead({ title, language, direction, style }: HtmlHead): string {
  return `<!doctype html>
<html lang="${htmlText(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Second Source">
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
<body>`;
}

/** Everything after the text. */
export const htmlFoot = "</body>\n</html>\n";

/** Text that HTML shows as it is, in an element as in an attribute's quotes. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Returns a link if the address is a web address; otherwise the words alone. */
export function htmlLink(url: string | null, words: string): string {
  if (url === null || !/^https?:\/\//i.test(url)) return htmlText(words);
  return `<a href="${htmlText(url)}" rel="noopener noreferrer">${htmlText(words)}</a>`;
}
