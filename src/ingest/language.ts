/** The commonest small words of a language, which hardly occur in the others. */
const smallWords: Readonly<Record<string, readonly string[]>> = {
  en: ["the", "and", "of", "to", "that", "with", "was", "for", "said", "which", "from", "has"],
  de: ["der", "und", "die", "das", "nicht", "ist", "mit", "von", "auf", "für", "eine", "auch"],
  fr: ["les", "des", "est", "dans", "une", "pour", "que", "qui", "du", "sur", "avec", "pas"],
  es: ["los", "las", "una", "para", "con", "por", "del", "que", "más", "pero", "como", "según"],
  pt: ["não", "uma", "para", "com", "dos", "mais", "foi", "ao", "pelo", "são", "também", "os"],
  it: ["che", "della", "per", "una", "sono", "del", "con", "gli", "nel", "anche", "più", "alla"],
  nl: ["het", "een", "van", "niet", "zijn", "voor", "met", "dat", "ook", "maar", "wordt", "naar"],
  tr: ["bir", "için", "ile", "olarak", "olan", "daha", "çok", "ancak", "göre", "kadar", "dedi"],
  ru: ["что", "как", "его", "для", "это", "также", "был", "из", "по", "на", "не", "он"],
};

/** The words that are read from the beginning of a text. */
const readWords = 600;
/** A smaller share of small words proves nothing. */
const leastShare = 0.06;

/**
 * Returns the language in which a text is written, as a BCP 47 primary tag, or null when unsure.
 */
export function guessLanguage(text: string): string | null {
  const words =
    text
      .slice(0, readWords * 8)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, readWords) ?? [];
  if (words.length < 20) return null;
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: string | null = null;
  let bestCount = words.length * leastShare;
  for (const [language, small] of Object.entries(smallWords)) {
    const count = small.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    if (count > bestCount) {
      best = language;
      bestCount = count;
    }
  }
  return best;
}
