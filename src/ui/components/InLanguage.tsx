import { useWording } from "./wording.ts";

/**
 * Shows the language ("in German") of text that is in another language than the page; else nothing.
 */
export function InLanguage({ language }: { readonly language: string | undefined }) {
  const { t, formats } = useWording();
  if (language === undefined) return null;
  return <span class="taken"> · {t("inLanguage", [formats.languageName(language)])}</span>;
}
