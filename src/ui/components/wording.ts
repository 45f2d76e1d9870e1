import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { countedWords } from "../../messages/countedWords.ts";
import { createFormats, type Formats } from "./formats.ts";

/** Looks up a message of _locales; the substitutions fill its placeholders in order. */
export type Translate = (key: string, substitutions?: readonly string[]) => string;

/** The interface strings and their language. */
export interface Wording {
  readonly t: Translate;
  /** BCP 47 tag: numbers, dates and plurals follow it. */
  readonly locale: string;
  readonly formats: Formats;
}

/**
 * Returns the wording in the language that the browser chose for messages. Dates follow the
 * reader's own region if it has the same language ("en-GB" for "en"), so that a sentence is in one
 * language.
 */
export function createWording(t: Translate, readersLanguage: string): Wording {
  const language = t("languageTag");
  const isSame = readersLanguage.split("-")[0] === language.split("-")[0];
  const isRightToLeft = t("textDirection") === "rtl";
  const isolatedIfOther = (text: string) =>
    isRightToLeft || rightToLeftLetter.test(text) ? isolated(text) : text;
  const locale = isSame ? readersLanguage : language;
  return {
    t: (key, substitutions) => t(key, substitutions?.map(isolatedIfOther)),
    locale,
    formats: createFormats(locale),
  };
}

/** Letters of Hebrew, Arabic, Syriac, Thaana and N'Ko, also as forms of presentation. */
const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Isolates the direction of a text from its surroundings (Unicode's first strong isolate).
 * Otherwise the number after a Latin name in an Arabic sentence appears on the other side of the
 * name, as does the quotation mark after an Arabic name in an English one.
 */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Provides the interface strings to a view. Without it, views show message keys. */
export const WordingContext = createContext<Wording>({
  t: (key) => key,
  locale: "en",
  formats: createFormats("en"),
});

/** Returns the wording of the component's view. */
export function useWording(): Wording {
  return useContext(WordingContext);
}

/**
 * Returns a counted phrase: of the messages `<key>_one`, `<key>_few`, … the one that the language
 * uses for this count, else `<key>_other`. The count is the first substitution.
 */
export function plural(
  { t, formats }: Wording,
  key: string,
  count: number,
  ...more: readonly string[]
): string {
  return countedWords(t, key, formats.pluralOf(count), [formats.number(count), ...more]);
}
