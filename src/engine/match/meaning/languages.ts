/**
 * True for texts in one language, as far as is stated ("en" and "en-GB"): words can then be set
 * against words. What is not stated is taken to be the other's.
 */
export function isOneLanguage(a: string | null, b: string | null): boolean {
  return a === null || b === null || primary(a) === primary(b);
}

function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0]!;
}
