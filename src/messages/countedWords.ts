/** Looks up a message of _locales; the substitutions fill its placeholders in order. */
type Translate = (key: string, substitutions?: readonly string[]) => string;

/**
 * Returns a counted phrase: of the messages `<key>_one`, `<key>_few`, … the one that the language
 * uses for this count, else `<key>_other`. The count, as it is to be written, is the first
 * substitution.
 */
export function countedWords(
  t: Translate,
  key: string,
  form: Intl.LDMLPluralRule,
  substitutions: readonly string[],
): string {
  return t(`${key}_${form}`, substitutions) || t(`${key}_other`, substitutions);
}
