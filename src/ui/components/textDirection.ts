import { directionOf } from "../../engine/model/index.ts";

/**
 * Returns the attributes of an element with text in a language; if it is unknown, the text
 * determines the direction.
 */
export function textAttributes(language: string | null | undefined): {
  readonly lang?: string;
  readonly dir: "ltr" | "rtl" | "auto";
} {
  if (language == null) return { dir: "auto" };
  return { lang: language.replaceAll("_", "-"), dir: directionOf(language) ?? "auto" };
}
