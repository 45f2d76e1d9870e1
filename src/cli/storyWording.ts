import type { StoryWording } from "../engine/export/storyOutline.ts";
import {
  type Difference,
  type DisputedKind,
  firstAmong,
  leadOfFirst,
  type StoryArticle,
} from "../engine/model/index.ts";
import { englishExport } from "./exportWording.ts";
import { relationWords } from "./matchText.ts";
import { lengthWords } from "./textLayout.ts";

/** The words of a story on the command line, as the English interface has them. */
export const englishStory: StoryWording = {
  language: "en",
  direction: "ltr",
  titles: {
    when: "Who printed it when",
    quotes: "Quotes in every version",
    differing: "Where outlets differ",
    sources: "Sources named by each outlet",
    alone: "What only one outlet has",
    shared: "What several outlets say",
  },
  columns: {
    outlet: "Outlet",
    date: "Date",
    title: "Title",
    words: "Words",
    change: "Comparison",
    speaker: "From",
    detail: "Detail",
    value: "As printed",
    source: "Source",
    through: "From",
    count: "Passages",
  },
  lead: "What each outlet printed, compared by Second Source. It does not say who is right.",
  first: "first version",
  dateInferred: englishExport.dateInferred,
  dateUnknown: englishExport.dateUnknown,
  formatDate: englishExport.formatDate,
  describeFirst,
  nameOf,
  relationOf: (version) =>
    version.compared === null ? "" : relationWords[version.compared.relation],
  changeOf,
  detailOf: (kind) => detailWords[kind],
  comparedWith: (outlet) => `compared with ${outlet}`,
};

function describeFirst(articles: readonly StoryArticle[]): string {
  const printings = articles.map(({ outlet, published }) => ({ outlet, published }));
  const first = firstAmong(printings, null);
  if (first.kind === "together") {
    return `At about the same time, judging by the dates: ${first.outlets.join(", ")}`;
  }
  if (first.kind !== "outlet") return "It is not known who was first.";
  const { outlet, published } = first.printing;
  const start = published.basis === "inferred" ? "First, if the inferred date is right" : "First";
  const lead = leadOfFirst(printings);
  const ahead = lead === null ? "" : `, ${lengthWords(lead.ms)} before ${lead.next.outlet}`;
  return `${start}: ${outlet}, ${englishExport.formatDate(published)}${ahead}.`;
}

function nameOf({ outlet, isPage }: StoryArticle): string {
  const name = outlet || "Unknown outlet";
  return isPage === true ? `${name} (this page)` : name;
}

const detailWords: Readonly<Record<DisputedKind, string>> = {
  number: "number",
  date: "date",
  place: "place",
  actor: "who",
  negation: "affirmed or denied",
};

function changeOf({ kind, page, corpus }: Difference): string {
  switch (kind) {
    case "joined":
      return `one quote in one version, two in the other: “${page}”, “${corpus}”`;
    case "speaker":
      return `said by ${page} here, by ${corpus} there`;
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
  if (own === "") return `left out: “${other}”`;
  if (other === "") return `added: “${own}”`;
  return `“${own}” instead of “${other}”`;
}
