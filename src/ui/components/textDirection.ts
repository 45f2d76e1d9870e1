import { directionOf } from "../../engine/model/index.ts";

/** The attributes of an element whose text is in a language; of one that is not stated, the text tells its direction. */
export function textAttributes(language: string | null | undefined): {
  readonly lang?: string;
  readonly dir: "ltr" | "rtl" | "auto";
} {
  if (language == null) return { dir: "auto" };
  return { lang: language.replaceAll("_", "-"), dir: directionOf(language) ?? "auto" };
}
