/** Text that HTML shows as it is, in an element as in an attribute's quotes. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A link where the address is one of the web; else the words alone. */
export function htmlLink(url: string | null, words: string): string {
  if (url === null || !/^https?:\/\//i.test(url)) return htmlText(words);
  return `<a href="${htmlText(url)}" rel="noopener noreferrer">${htmlText(words)}</a>`;
}
