import type { StoryWording } from "../../engine/export/storyOutline.ts";
import {
  type Difference,
  type DisputedKind,
  firstAmong,
  leadOfFirst,
  type StoryArticle,
  type TollKind,
} from "../../engine/model/index.ts";
import { relationWords } from "../match/matchText.ts";
import { english } from "../print/english.ts";
import { englishExport } from "../print/exportWording.ts";
import { lengthWords } from "../print/textLayout.ts";

/** The words of a story on the command line, as the English interface has them. */
export const englishStory: StoryWording = {
  language: "en",
  direction: "ltr",
  titles: {
    when: english("timelineTitle"),
    quotes: english("storyQuotes"),
    differing: english("storyDiffering"),
    tolls: english("storyTolls"),
    sources: english("chainTitle"),
    alone: english("storyOnlyOne"),
    shared: english("storyShared"),
  },
  columns: {
    outlet: english("columnOutlet"),
    date: english("columnDate"),
    title: english("columnTitle"),
    words: english("columnWords"),
    change: english("columnChange"),
    speaker: english("columnThrough"),
    detail: english("columnDetail"),
    value: english("columnValue"),
    source: english("columnSource"),
    through: english("columnThrough"),
    count: english("columnPassages"),
  },
  lead: "What each outlet printed, compared by Second Source, which does not say who is right.",
  first: english("storyFirstVersion"),
  dateInferred: englishExport.dateInferred,
  dateUnknown: englishExport.dateUnknown,
  formatDate: englishExport.formatDate,
  describeFirst,
  nameOf,
  relationOf: (version) =>
    version.compared === null ? "" : relationWords[version.compared.relation],
  changeOf,
  detailOf: (kind) => detailWords[kind],
  tollOf: (kind) => tollWords[kind],
  comparedWith: (outlet) => english("storyComparedWith", [outlet]),
};

function describeFirst(articles: readonly StoryArticle[]): string {
  const printings = articles.map(({ outlet, published }) => ({ outlet, published }));
  const first = firstAmong(printings, null);
  if (first.kind === "together") {
    return english("firstTogether", [first.outlets.join(", ")]);
  }
  if (first.kind !== "outlet") return english("firstUnknown");
  const { outlet, published } = first.printing;
  const key = published.basis === "inferred" ? "firstInferred" : "firstStated";
  const lead = leadOfFirst(printings);
  const date = englishExport.formatDate(published);
  if (lead === null) return english(key, [outlet, date]);
  return english(key, [
    outlet,
    english("storyAhead", [date, lengthWords(lead.ms), lead.next.outlet]),
  ]);
}

function nameOf({ outlet, isPage }: StoryArticle): string {
  const name = outlet || english("storyOutletUnknown");
  return isPage === true ? english("storyThisPage", [name]) : name;
}

const detailWords: Readonly<Record<DisputedKind, string>> = {
  number: english("differenceNumber"),
  date: english("differenceDate"),
  place: english("differencePlace"),
  actor: english("differenceActor"),
  negation: english("differenceNegation"),
};

const tollWords: Readonly<Record<TollKind, string>> = {
  dead: english("tollDead"),
  hurt: english("tollHurt"),
  missing: english("tollMissing"),
  arrested: english("tollArrested"),
};

function changeOf({ kind, page, corpus }: Difference): string {
  switch (kind) {
    case "joined":
      return english("storyJoined", [page, corpus]);
    case "speaker":
      return english("storySpeaker", [page, corpus]);
    case "number":
    case "date":
    case "place":
    case "actor":
    case "negation":
      return `${detailWords[kind]}: ${changedWords(page, corpus)}`;
    default:
      return changedWords(page, corpus);
  }
}

function changedWords(own: string, other: string): string {
  if (own === "") return english("storyLeftOut", [other]);
  if (other === "") return english("storyAdded", [own]);
  return english("storyInstead", [own, other]);
}
