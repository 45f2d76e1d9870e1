import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { reportCsv } from "../../../src/engine/export/csv.ts";
import { exportName } from "../../../src/engine/export/exportFacts.ts";
import { reportHtml } from "../../../src/engine/export/html.ts";
import { reportMarkdown } from "../../../src/engine/export/markdown.ts";
import { webAnnotations } from "../../../src/engine/export/webAnnotations.ts";
import type { MatchReport } from "../../../src/engine/model/index.ts";
import { match, reference, report } from "../../ui/support/reportBuilder.ts";
import { facts, wording } from "./exportTools.ts";

const one = report([
  match({
    exact: "Seven were hurt.",
    references: [
      reference({
        ...{ outlet: "Coast Courier", title: "Eight hurt", url: "https://coast.example/eight" },
        ...{ text: "Eight were hurt.", prefix: "It sank. ", suffix: " Boats came." },
        ...{ relation: "differs", score: 0.934, speaker: "Anna Lind" },
        differences: [{ kind: "number", page: "Seven", corpus: "Eight" }],
      }),
    ],
  }),
]);

/** What a newsroom needs of a finding, as each form writes it. */
const fields = [
  ...["Moscow and Ankara Prepare", "The Demonstration", "http://localhost/", "2018-12-31"],
  ...["Seven were hurt.", "Eight were hurt.", "Coast Courier", "Eight hurt", "Anna Lind"],
  ...["https://coast.example/eight", "differs of Seven", "0.93", "Second Source"],
  ...["2019-03-05T10:00:00.000Z", "2019-03-05T09:00:00.000Z"],
];

const forms: readonly (readonly [string, (its: MatchReport) => string])[] = [
  ["Markdown", (its) => reportMarkdown(its, facts, wording)],
  ["CSV", (its) => reportCsv(its, facts, wording)],
  ["HTML", (its) => reportHtml([{ report: its, facts }], wording)],
  ["JSON-LD", (its) => JSON.stringify(webAnnotations(its, facts, wording))],
];

describe.each(forms)("an export as %s", (form, write) => {
  it("holds names, titles, addresses, times, relation, score, words, speaker and creator", () => {
    const text = write(one);
    expect(fields.filter((field) => !text.includes(field))).toEqual([]);
    // JSON-LD has what differs in fields of its own.
    if (form !== "JSON-LD") expect(text).toContain("number: Seven here, Eight there");
  });

  it("says nothing of times that are not known", () => {
    const unknown = { ...facts, pageRetrieved: null, retrieved: () => null };
    const texts = [
      reportMarkdown(one, unknown, wording),
      reportHtml([{ report: one, facts: unknown }], wording),
      JSON.stringify(webAnnotations(one, unknown, wording)),
    ];
    expect(texts.join()).not.toMatch(/retrieved|T09:00|sourceDate|undefined|null/);
  });
});

describe("the quotes of an export", () => {
  it("can be found again by the text before and after them", () => {
    const [annotation] = webAnnotations(one, facts, wording)?.items ?? [];
    expect(annotation?.target).toMatchObject({
      selector: {
        ...{ type: "TextQuoteSelector", exact: "Seven were hurt." },
        ...{ prefix: "Before it. ", suffix: " After it." },
      },
      state: { type: "TimeState", sourceDate: facts.pageRetrieved },
    });
    expect(reportCsv(one, facts, wording)).toContain(",Before it. , After it.,");
  });

  it("can be found again in the outlet's article, too", () => {
    const [annotation] = webAnnotations(one, facts, wording)?.items ?? [];
    expect(annotation?.body[1]).toMatchObject({
      selector: {
        ...{ type: "TextQuoteSelector", exact: "Eight were hurt." },
        ...{ prefix: "It sank. ", suffix: " Boats came." },
      },
    });
    expect(reportCsv(one, facts, wording)).toMatch(/,It sank\. , Boats came\.\r\n$/);
    const html = new JSDOM(reportHtml([{ report: one, facts }], wording)).window.document;
    expect(html.querySelector(".words")?.textContent).toBe("It sank. Eight were hurt. Boats came.");
  });

  it("have no text around them where that is not known", () => {
    const bare = report([match({ references: [reference()] })]);
    const [annotation] = webAnnotations(bare, facts, wording)?.items ?? [];
    expect(annotation?.body[1]).toMatchObject({ selector: { exact: expect.any(String) } });
    expect(JSON.stringify(annotation?.body)).not.toMatch(/"(?:prefix|suffix)"/);
    expect(reportCsv(bare, facts, wording)).toMatch(/,,\r\n$/);
  });

  it("say in JSON-LD what differs, and who said it", () => {
    const [annotation] = webAnnotations(one, facts, wording)?.items ?? [];
    expect(annotation).toMatchObject({
      creator: { type: "Software", name: "Second Source" },
      created: facts.created,
    });
    expect(annotation?.body[1]).toMatchObject({
      "secondSource:differences": [{ kind: "number", page: "Seven", corpus: "Eight" }],
      "secondSource:score": 0.93,
      "secondSource:speaker": "Anna Lind",
      source: { "schema:publisher": "Coast Courier", "schema:name": "Eight hurt" },
    });
  });
});

describe("a report as HTML", () => {
  it("lets no printed text become markup, and links only to web addresses", () => {
    const hostile = `</p><script>alert(1)</script><img src=x onerror="alert(1)">'`;
    const text = reportHtml(
      [
        {
          report: report([
            match({
              exact: hostile,
              references: [
                reference({
                  outlet: hostile,
                  title: hostile,
                  text: hostile,
                  prefix: hostile,
                  suffix: hostile,
                  url: "javascript:alert(1)",
                }),
              ],
            }),
          ]),
          facts: { ...facts, contextOf: () => ({ prefix: hostile, suffix: hostile }) },
        },
      ],
      wording,
    );
    expect(text).not.toMatch(/<script|<img|onerror="|javascript:/);
    expect(text).toContain("default-src 'none'");
  });
});

describe("the name of an export's file", () => {
  const named = (outlet: string | null, title: string) =>
    exportName({ page: { ...one.page, outlet, title } }, facts.created);

  it.each([
    ["The Hill", "Talks: “a start”", "the-hill-talks-a-start-2019-03-05"],
    ["Нойз", "Мост/река?", "нойз-мост-река-2019-03-05"],
    [null, "../../etc/passwd", "etc-passwd-2019-03-05"],
    [null, "…", "second-source-2019-03-05"],
  ])("says of which page it is, and of which day: %s, %s", (outlet, title, name) => {
    expect(named(outlet, title)).toBe(name);
  });

  it("is short enough for every file system", () => {
    expect(named("A".repeat(300), "B").length).toBeLessThan(80);
  });
});
