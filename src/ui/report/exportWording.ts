import type { ExportWording } from "../../engine/export/citation.ts";
import { relations } from "../../engine/model/index.ts";
import { relationStyles } from "../components/tokens.ts";
import type { Wording } from "../components/wording.ts";

/** The words that an export needs, in the reader's language. */
export function exportWording({ t, formats }: Wording): ExportWording {
  const names = relations.map((relation) => [relation, t(relationStyles[relation].labelKey)]);
  return {
    relations: Object.fromEntries(names) as ExportWording["relations"],
    dateInferred: t("dateInferred"),
    dateUnknown: t("dateUnknown"),
    formatDate: (published) => formats.day(published),
  };
}
