import { expect, test } from "vitest";
import type { ExportFacts } from "../../../src/engine/export/exportFacts.ts";
import { webAnnotations } from "../../../src/engine/export/webAnnotations.ts";
import {
  type ArticleId,
  type MatchReport,
  type PassageId,
  quoteContext,
  type Reference,
} from "../../../src/engine/model/index.ts";
import { wording } from "./exportTools.ts";

const body =
  "Before it stands this sentence. “The lamp is old,” he said. After it stands this one.";
const exact = "“The lamp is old,” he said.";
const start = body.indexOf(exact);

function reference(url: string | null): Reference {
  return {
    article: {
      id: "coast-1" as ArticleId,
      outlet: "Coast Courier",
      title: "The lamp",
      url,
      published: { value: "2019-03-05", precision: "day", basis: "inferred" },
    },
    passage: { id: "coast-1:1" as PassageId, text: "“The lamp is old,” said the keeper." },
    relation: "verbatim",
    score: 1,
    kind: "quote",
    speaker: "the keeper",
    via: ["AFP"],
    differences: [],
  };
}

const report: MatchReport = {
  schema: 1,
  page: {
    title: "A page",
    outlet: null,
    url: "https://shore.example/lamp",
    published: null,
    language: "en",
    passageCount: 4,
  },
  copyOf: null,
  matches: [
    {
      ...{ in: "body", start, end: start + exact.length, exact, kind: "quote" },
      ...{ relation: "verbatim", score: 1, speaker: null },
      references: [reference("https://coast.example/lamp"), reference(null)],
    },
  ],
};
const facts: ExportFacts = {
  ...{ created: "2019-03-06T10:00:00Z", pageRetrieved: null, retrieved: () => null },
  contextOf: (match) => quoteContext(match, { title: "A page", body }),
};
const annotate = (its: MatchReport) => webAnnotations(its, facts, wording)!;

test("a match becomes an annotation whose target quotes the page with its surroundings", () => {
  const page = annotate(report);
  expect(page).toMatchObject({
    "@context": ["http://www.w3.org/ns/anno.jsonld", expect.anything()],
    id: "https://shore.example/lamp#second-source",
    type: "AnnotationPage",
  });
  expect(page.items[0]).toMatchObject({
    id: "https://shore.example/lamp#second-source-1",
    type: "Annotation",
    motivation: "linking",
    target: {
      source: { id: report.page.url, "schema:name": "A page" },
      selector: {
        type: "TextQuoteSelector",
        exact,
        prefix: "Before it stands this sentence. ",
        suffix: " After it stands this one.",
      },
    },
  });
});

test("the other wording is linked at its address, or by a name of ours where none is known", () => {
  const [classified, linked, described, unlinked] = annotate(report).items[0]!.body;
  expect(classified).toMatchObject({ purpose: "classifying", value: "verbatim" });
  expect(linked).toMatchObject({
    purpose: "linking",
    source: { id: "https://coast.example/lamp", "secondSource:dateBasis": "inferred" },
    selector: { type: "TextQuoteSelector", exact: "“The lamp is old,” said the keeper." },
  });
  expect(described).toMatchObject({
    purpose: "describing",
    value: `Coast Courier, 2019-03-05 (date inferred), verbatim of ${exact}, AFP, the keeper: “The lamp is old,” said the keeper.`,
  });
  expect(unlinked).toMatchObject({ source: { id: "urn:second-source:article:coast-1" } });
});

test("text in another language is marked as such", () => {
  const [match] = report.matches;
  const [first] = match!.references;
  const foreign: Reference = { ...first!, article: { ...first!.article, language: "de" } };
  const [, linked, described] = annotate({
    ...report,
    matches: [{ ...match!, references: [foreign] }],
  }).items[0]!.body;
  expect(linked).toMatchObject({ source: { id: "https://coast.example/lamp", language: "de" } });
  expect(described).toMatchObject({ value: expect.stringContaining("(date inferred), in de, v") });
});

test("a page without an address has none", () => {
  const page = { ...report.page, url: null };
  expect(webAnnotations({ ...report, page }, facts, wording)).toBeNull();
});
