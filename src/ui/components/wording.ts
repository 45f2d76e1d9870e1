import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { countedWords } from "../../messages/countedWords.ts";
import { createFormats, type Formats } from "./formats.ts";

/** Looks up a message of _locales; the substitutions fill its placeholders in order. */
export type Translate = (key: string, substitutions?: readonly string[]) => string;

/** The words of the interface and the language they are in. */
export interface Wording {
  readonly t: Translate;
  /** BCP 47 tag: numbers, dates and plurals follow it. */
  readonly locale: string;
  readonly formats: Formats;
}

/**
 * The wording of the messages that the browser chose. Dates follow the reader's own region where
 * it speaks the language of the messages ("en-GB" for "en"), so that a sentence is of one piece.
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
 * Text with its own direction, whatever stands around it (Unicode's first strong isolate): without
 * it, the number after a Latin name in an Arabic sentence lands on the name's other side, and the
 * quotation mark after an Arabic name in an English one.
 */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Given once at the root of a view. Without it, messages show as their keys. */
export const WordingContext = createContext<Wording>({
  t: (key) => key,
  locale: "en",
  formats: createFormats("en"),
});

/** The wording of the view that the component stands in. */
export function useWording(): Wording {
  return useContext(WordingContext);
}

/**
 * A counted phrase: of the messages `<key>_one`, `<key>_few`, … the one that the language uses
 * for this count, else `<key>_other`. The count is the first substitution.
 */
export function plural(
  { t, formats }: Wording,
  key: string,
  count: number,
  ...more: readonly string[]
): string {
  return countedWords(t, key, formats.pluralOf(count), [formats.number(count), ...more]);
}
