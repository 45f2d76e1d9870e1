/** HTML that stands alone: it runs no script and asks for nothing. Texts are escaped, and only web addresses become links. */

/** What a document says of itself before its text. */
export interface HtmlHead {
  readonly title: string;
  /** BCP 47 */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly style: string;
}

/** Everything before the text. */
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

/** Everything after it. */
export const htmlFoot = "</body>\n</html>\n";

/** Text that HTML shows as it is, in an element as in an attribute's quotes. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A link where the address is one of the web; else the words alone. */
export function htmlLink(url: string | null, words: string): string {
  if (url === null || !/^https?:\/\//i.test(url)) return htmlText(words);
  return `<a href="${htmlText(url)}" rel="noopener noreferrer">${htmlText(words)}</a>`;
}
