import type { ExportWording } from "../../engine/export/citation.ts";
import { type Difference, type DifferenceKind, languageName } from "../../engine/model/index.ts";
import { relationWords } from "../match/matchText.ts";
import { english } from "./english.ts";
import { dateWords } from "./textLayout.ts";

/** The English words of exports on the command line, as the interface has them; dates are in ISO 8601. */
export const englishExport: ExportWording = {
  locale: "en",
  direction: "ltr",
  relationOf: (_, { relation }) => relationWords[relation],
  differenceOf: differenceWords,
  dateInferred: english("dateInferred"),
  dateUnknown: english("dateUnknown"),
  formatDate: (published) => dateWords({ ...published, basis: "stated" }),
  formatMoment: (instant) =>
    dateWords({ value: instant.replace(/\.\d+/, ""), precision: "second", basis: "stated" }),
  inLanguage: (language) => english("inLanguage", [languageName(language, "en")]),
  retrieved: (moment) => english("exportRetrieved", [moment]),
  made: (moment) => english("exportMade", [moment]),
  score: (score) => english("exportScore", [score]),
};

const kindWords: Readonly<Record<DifferenceKind, string>> = {
  number: english("differenceNumber"),
  date: english("differenceDate"),
  place: english("differencePlace"),
  actor: english("differenceActor"),
  negation: english("differenceNegation"),
  omitted: english("differenceOmitted"),
  added: english("differenceAdded"),
  exchanged: english("differenceExchanged"),
  joined: english("differenceJoined"),
  speaker: english("differenceSpeaker"),
  wording: "wording",
};

function differenceWords({ kind, page, corpus }: Difference): string {
  const words = kindWords[kind];
  if (kind === "joined") return `${words}: ${english("differenceApartThere", [corpus])}`;
  if (corpus === "") return `${words}: ${english("differenceOnlyHere", [page])}`;
  if (page === "") return `${words}: ${english("differenceOnlyThere", [corpus])}`;
  return `${words}: ${english("differencePair", [page, corpus])}`;
}
