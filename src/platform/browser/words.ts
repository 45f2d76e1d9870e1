import { browser } from "./api.ts";

/**
 * Returns a message of _locales in the language that the browser chose; "" if it does not exist.
 */
export function message(key: string, substitutions: readonly string[] = []): string {
  return browser.i18n.getMessage(key, [...substitutions]);
}

/** Returns the language of the browser's own interface (BCP 47). */
export function interfaceLanguage(): string {
  return browser.i18n.getUILanguage();
}
