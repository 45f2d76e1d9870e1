import type { ExportWording } from "../engine/export/citation.ts";
import { type Difference, type DifferenceKind, languageName } from "../engine/model/index.ts";
import { relationWords } from "./matchText.ts";
import { dateWords } from "./textLayout.ts";

/** The English words of exports on the command line, as the interface has them; dates are in ISO 8601. */
export const englishExport: ExportWording = {
  locale: "en",
  direction: "ltr",
  relationOf: (_, { relation }) => relationWords[relation],
  differenceOf: differenceWords,
  dateInferred: "date inferred",
  dateUnknown: "date unknown",
  formatDate: (published) => dateWords({ ...published, basis: "stated" }),
  formatMoment: (instant) =>
    dateWords({ value: instant.replace(/\.\d+/, ""), precision: "second", basis: "stated" }),
  inLanguage: (language) => `in ${languageName(language, "en")}`,
  retrieved: (moment) => `retrieved ${moment}`,
  made: (moment) => `Made with Second Source, ${moment}`,
  score: (score) => `score ${score}`,
};

const kindWords: Readonly<Record<DifferenceKind, string>> = {
  number: "number",
  date: "date",
  place: "place",
  actor: "who",
  negation: "affirmed or denied",
  omitted: "left out of the quote here",
  added: "added to the quote here",
  exchanged: "different words in the quote",
  joined: "two quotes joined into one here",
  speaker: "who said it",
  wording: "wording",
};

function differenceWords({ kind, page, corpus }: Difference): string {
  const words = kindWords[kind];
  if (kind === "joined") return `${words}: two separate quotes there: “${corpus}”`;
  if (corpus === "") return `${words}: “${page}” only here`;
  if (page === "") return `${words}: “${corpus}” only there`;
  return `${words}: “${page}” here, “${corpus}” there`;
}
