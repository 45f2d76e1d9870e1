import type { StoryWording } from "../../engine/export/storyOutline.ts";
import { relationWordsOf } from "../components/relationWords.ts";
import type { Wording } from "../components/wording.ts";
import { changeWords, detailKeys } from "./changeWords.ts";
import { describeFirst } from "./describeFirst.ts";
import { nameOf } from "./outletNames.ts";
import { tollKeys } from "./TollList.tsx";
import { matchOf, referenceOf } from "./versionAsReference.ts";

/** Returns the strings of a story's export in the reader's language. */
export function storyWording(wording: Wording): StoryWording {
  const { t, locale, formats } = wording;
  return {
    language: locale,
    direction: t("textDirection") === "rtl" ? "rtl" : "ltr",
    titles: {
      when: t("timelineTitle"),
      quotes: t("storyQuotes"),
      differing: t("storyDiffering"),
      tolls: t("storyTolls"),
      sources: t("chainTitle"),
      alone: t("storyOnlyOne"),
      shared: t("storyShared"),
    },
    columns: {
      outlet: t("columnOutlet"),
      date: t("columnDate"),
      title: t("columnTitle"),
      words: t("columnWords"),
      change: t("columnChange"),
      speaker: t("columnThrough"),
      detail: t("columnDetail"),
      value: t("columnValue"),
      source: t("columnSource"),
      through: t("columnThrough"),
      count: t("columnPassages"),
    },
    lead: t("storyExportLead"),
    first: t("storyFirstVersion"),
    describeFirst: (articles) => describeFirst(articles, wording),
    dateInferred: t("dateInferred"),
    dateUnknown: t("dateUnknown"),
    formatDate: (published) => formats.moment(published),
    nameOf: (article) => nameOf(article, t),
    relationOf: (version, other) =>
      t(relationWordsOf(matchOf(other), referenceOf(version, null)).labelKey),
    changeOf: (difference) => changeWords(difference, t),
    detailOf: (kind) => t(detailKeys[kind]),
    tollOf: (kind) => t(tollKeys[kind]),
    comparedWith: (outlet) => t("storyComparedWith", [outlet]),
  };
}
