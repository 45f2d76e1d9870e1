/**
 * Returns a text in lower case without accents, so that the spellings of a name that outlets use are one.
 * Also without the vowel signs of scripts that write them as marks.
 */
export function withoutAccents(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
