import type { ExportWording } from "../../engine/export/citation.ts";
import { differenceWords } from "../components/DifferenceList.tsx";
import { relationWordsOf } from "../components/relationWords.ts";
import type { Wording } from "../components/wording.ts";

/** Returns the strings of an export in the reader's language. */
export function exportWording(wording: Wording): ExportWording {
  const { t, formats, locale } = wording;
  return {
    locale,
    direction: t("textDirection") === "rtl" ? "rtl" : "ltr",
    relationOf: (match, reference) => t(relationWordsOf(match, reference).labelKey),
    differenceOf: (difference) => differenceWords(difference, wording),
    dateInferred: t("dateInferred"),
    dateUnknown: t("dateUnknown"),
    formatDate: (published) => formats.moment(published),
    formatMoment: (instant) =>
      formats.moment({ value: instant, precision: "minute", basis: "stated" }),
    inLanguage: (language) => t("inLanguage", [formats.languageName(language)]),
    retrieved: (moment) => t("exportRetrieved", [moment]),
    made: (moment) => t("exportMade", [moment]),
    score: (score) => t("exportScore", [score]),
  };
}
