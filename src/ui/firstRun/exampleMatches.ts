import type {
  ArticleId,
  PageMatch,
  PassageId,
  PublicationDate,
  Reference,
} from "../../engine/model/index.ts";

/** A passage of a bundled article, and how another bundled article prints it. */
export interface Example {
  readonly outlet: string;
  readonly published: PublicationDate;
  readonly match: PageMatch;
  /** The article's text before and after the passage. */
  readonly before: string;
  readonly after: string;
}

const lavrov: Reference = {
  article: {
    id: "prefnews" as ArticleId,
    outlet: "Pref News",
    title: "Syria: Russia and Turkey agree to “coordinate” after US withdrawal",
    url: "https://www.prefnews.com/syria-russia-and-turkey-agree-to-coordinate-after-us-withdrawal",
    published: { value: "2018-12-29", precision: "day", basis: "inferred" },
  },
  passage: {
    id: "prefnews:lavrov" as PassageId,
    text: "We have agreed that the Russian and Turkish military representatives on the ground will continue to coordinate their actions in this new context with the aim of eradicating the terrorist threat in Syria",
  },
  relation: "reworded",
  score: 1,
  speaker: "Sergey Lavrov",
  via: [],
  differences: [],
};

const jointAction: Reference = {
  article: {
    id: "digitaljournal" as ArticleId,
    outlet: "Digital Journal",
    title: "U.S. and Russia increasing cooperation on Syria",
    url: null,
    published: { value: "2016-07-16", precision: "day", basis: "stated" },
  },
  passage: {
    id: "digitaljournal:independently" as PassageId,
    text: "CNN claims that the agreement does not necessarily apply to attacks on ISIS, as each country would reserve the right to attack the Islamic State independently.",
  },
  relation: "contradicts",
  score: 1,
  speaker: null,
  via: ["CNN"],
  differences: [],
};

/**
 * Two passages from the bundled articles: one statement in two translations, and two statements
 * that disagree. They are fixed, so that the page can show them before anything is loaded.
 */
export const examples: readonly Example[] = [
  {
    outlet: "The Moscow Times",
    published: { value: "2018-12-31", precision: "day", basis: "stated" },
    match: matchOf(
      "We reached an agreement on how Russian and Turkish military representatives on the ground will continue to coordinate their actions in these new conditions, with the goal of decisively defeating the terrorist threat in Syria",
      "quote",
      lavrov,
    ),
    before: "“",
    after: ",” Russian Foreign Minister Sergei Lavrov told reporters after the talks.",
  },
  {
    outlet: "Al-Alam News Network",
    published: { value: "2016-07-18", precision: "day", basis: "stated" },
    match: matchOf(
      "The group would coordinate military operations against al-Nusra Front and increase the efficiency of coordinated actions against Daesh.",
      "claim",
      jointAction,
    ),
    before: "",
    after: "",
  },
];

function matchOf(exact: string, kind: PageMatch["kind"], reference: Reference): PageMatch {
  return {
    in: "body",
    start: 0,
    end: exact.length,
    exact,
    kind,
    relation: reference.relation,
    score: reference.score,
    speaker: reference.speaker,
    references: [reference],
  };
}
