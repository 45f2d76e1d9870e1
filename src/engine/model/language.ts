/**
 * Language tags (BCP 47) as articles and pages state them: "de", "de-AT", and, on pages, "en_US".
 * Only the language itself counts here; region and script are left out.
 */

/** Returns the language of a tag in lower case ("de" for "de-AT"); null if it is not a tag. */
export function primaryLanguage(tag: string): string | null {
  return /^[a-z]{2,8}(?=$|[-_])/i.exec(tag.trim())?.[0].toLowerCase() ?? null;
}

/** True if both languages are known and differ. */
export function isOtherLanguage(a: string | null, b: string | null): boolean {
  const one = a === null ? null : primaryLanguage(a);
  const other = b === null ? null : primaryLanguage(b);
  return one !== null && other !== null && one !== other;
}

/** The scripts of living languages that are written from the right. */
const rightToLeftScripts = "Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi";

/**
 * Returns the direction in which a language is usually written; null where its script is not known.
 */
export function directionOf(tag: string): "ltr" | "rtl" | null {
  const { script } = localeOf(tag)?.maximize() ?? {};
  if (script === undefined) return null;
  return rightToLeftScripts.includes(script) ? "rtl" : "ltr";
}

/** Returns the name of a language in `locale` ("German"), or the tag itself if there is none. */
export function languageName(tag: string, locale: string): string {
  const language = primaryLanguage(tag);
  if (language === null) return tag;
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.trim().replaceAll("_", "-"));
  } catch {
    return null;
  }
}
