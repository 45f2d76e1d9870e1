import type { ExportWording } from "../../../src/engine/export/citation.ts";
import type { ExportFacts } from "../../../src/engine/export/exportFacts.ts";

/** Words of an interface that speaks plainly. */
export const wording: ExportWording = {
  locale: "en",
  direction: "ltr",
  relationOf: (match, { relation }) => `${relation} of ${match.exact}`,
  differenceOf: ({ kind, page, corpus }) => `${kind}: ${page} here, ${corpus} there`,
  dateInferred: "date inferred",
  dateUnknown: "date not known",
  formatDate: ({ value }) => value,
  formatMoment: (instant) => instant,
  inLanguage: (language) => `in ${language}`,
  retrieved: (moment) => `retrieved ${moment}`,
  made: (moment) => `Made with Second Source, ${moment}`,
  score: (score) => `score ${score}`,
};

/** A page that was read an hour after its articles came. */
export const facts: ExportFacts = {
  created: "2019-03-05T10:00:00.000Z",
  pageRetrieved: "2019-03-05T10:00:00.000Z",
  retrieved: () => "2019-03-05T09:00:00.000Z",
  contextOf: () => ({ prefix: "Before it. ", suffix: " After it." }),
};
