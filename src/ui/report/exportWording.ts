import type { ExportWording } from "../../engine/export/citation.ts";
import { toldRelation } from "../components/toldRelation.ts";
import type { Wording } from "../components/wording.ts";

/** The words that an export needs, in the reader's language. */
export function exportWording({ t, formats }: Wording): ExportWording {
  return {
    relationOf: (match, reference) => t(toldRelation(match, reference).labelKey),
    dateInferred: t("dateInferred"),
    dateUnknown: t("dateUnknown"),
    formatDate: (published) => formats.moment(published),
    inLanguage: (language) => t("inLanguage", [formats.languageName(language)]),
  };
}
