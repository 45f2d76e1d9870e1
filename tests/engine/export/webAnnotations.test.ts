import { expect, test } from "vitest";
import { webAnnotations } from "../../../src/engine/export/webAnnotations.ts";
import type {
  ArticleId,
  MatchReport,
  PassageId,
  Reference,
} from "../../../src/engine/model/index.ts";

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
const text = { url: "https://shore.example/lamp#top", title: "A page", body };

test("a match becomes an annotation whose target quotes the page with its surroundings", () => {
  const page = webAnnotations(report, text);
  expect(page).toMatchObject({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "https://shore.example/lamp#second-source",
    type: "AnnotationPage",
  });
  expect(page.items[0]).toMatchObject({
    id: "https://shore.example/lamp#second-source-1",
    type: "Annotation",
    motivation: "linking",
    target: {
      source: text.url,
      selector: {
        type: "TextQuoteSelector",
        exact,
        prefix: "Before it stands this sentence. ",
        suffix: " After it stands this one.",
      },
    },
  });
});

test("the other wording is linked where its address is known, and described where not", () => {
  const description =
    "Coast Courier, 2019-03-05 (inferred), verbatim, said by the keeper, via AFP: “The lamp is old,” said the keeper.";
  const described = {
    ...{ type: "TextualBody", purpose: "describing", format: "text/plain", value: description },
  };
  expect(webAnnotations(report, text).items[0]!.body).toEqual([
    { type: "TextualBody", purpose: "classifying", format: "text/plain", value: "verbatim" },
    {
      type: "SpecificResource",
      purpose: "linking",
      source: "https://coast.example/lamp",
      selector: { type: "TextQuoteSelector", exact: "“The lamp is old,” said the keeper." },
    },
    described,
    described,
  ]);
});

test("what is in another language is said to be", () => {
  const [match] = report.matches;
  const [first] = match!.references;
  const foreign: Reference = { ...first!, article: { ...first!.article, language: "de" } };
  const [, linked, described] = webAnnotations(
    { ...report, matches: [{ ...match!, references: [foreign] }] },
    text,
  ).items[0]!.body;
  expect(linked).toMatchObject({ source: { id: "https://coast.example/lamp", language: "de" } });
  expect(described).toMatchObject({ value: expect.stringContaining("(inferred), in German, v") });
});
