import { describe, expect, it } from "vitest";
import { citation } from "../../../src/engine/export/citation.ts";
import { reportCsv } from "../../../src/engine/export/csv.ts";
import { reportHtml } from "../../../src/engine/export/html.ts";
import { reportMarkdown } from "../../../src/engine/export/markdown.ts";
import { inferred, match, reference, report } from "../../ui/support/reportBuilder.ts";
import { facts, wording } from "./exportTools.ts";

describe("a citation", () => {
  it("names words, speaker, outlet, title, date and address", () => {
    const cited = reference({ text: "We agreed.", title: "Talks", speaker: "Sergei Lavrov" });
    expect(citation(cited, wording)).toBe(
      "“We agreed.” (Sergei Lavrov) — The Moscow Times, “Talks”, 2018-12-31. https://outlet.example/article",
    );
  });

  it("adds no second quotation marks, and says that a date is inferred or not known", () => {
    const quoted = reference({
      text: "“We agreed.”",
      published: inferred("2018-12-29"),
      url: null,
    });
    expect(citation(quoted, wording)).toMatch(/^“We agreed\.” — .*2018-12-29 \(date inferred\)\.$/);
    expect(citation(reference({ published: null }), wording)).toContain("date not known");
  });

  it("says in which language the words are, if not in the page's", () => {
    const cited = reference({ text: "Wir einigten uns.", language: "de" });
    expect(citation(cited, wording)).toContain(", 2018-12-31, in de. https://");
  });
});

it("an article whose title stands for its unknown outlet is named once", () => {
  const notes = { outlet: "My notes", title: "My notes", url: null, text: "We agreed." };
  const cited = reference(notes);
  expect(citation(cited, wording)).toBe("“We agreed.” — “My notes”, 2018-12-31.");
  const exported = report([match({ references: [cited] })]);
  expect(reportMarkdown(exported, facts, wording)).toContain("- My notes, 2018-12-31");
  expect(reportHtml([{ report: exported, facts }], wording)).toContain(
    '<p><cite dir="auto">My notes</cite>, 2018',
  );
});

describe("a report as Markdown", () => {
  it("quotes each passage and lists its references", () => {
    const text = reportMarkdown(
      report([
        match({ exact: "First.", references: [reference({ text: "Theirs.", via: ["TASS"] })] }),
      ]),
      facts,
      wording,
    );
    expect(text).toContain("\n\n> First.\n\n- **The Moscow Times**, [Russia, Turkey");
    expect(text).toContain(
      "2018-12-31, retrieved 2019-03-05T09:00:00.000Z (TASS): *reworded of First., score 0.90*: Theirs.\n",
    );
  });

  it("says which references are in another language", () => {
    const references = [reference({ language: "de" }), reference()];
    const text = reportMarkdown(report([match({ references })]), facts, wording);
    expect(text.match(/2018-12-31, in de, /g)).toHaveLength(1);
  });

  it("lets no printed text become markup", () => {
    const hostile = "[x](javascript:alert(1)) <b>*bold*</b>\n# Heading";
    const url = "https://outlet.example/a> <script>";
    const text = reportMarkdown(
      report([match({ exact: hostile, references: [reference({ text: hostile, url })] })]),
      facts,
      wording,
    );
    expect(text).not.toMatch(/(?<!\\)<b>|(?<!\\)\[x\]|\n# Heading|<script>/);
  });
});

describe("a report as CSV", () => {
  it("has one line per reference, below the names of its columns", () => {
    const lines = reportCsv(
      report([match({ exact: "First.", references: [reference(), reference({ outlet: "B" })] })]),
      facts,
      wording,
    ).split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^passage,in,start,end,kind,relation,score,outlet,published/);
    expect(lines[2]).toContain(",B,2018-12-31,stated,");
    expect(lines[3]).toBe("");
  });

  it("has the language of each reference, and its order to the page by dates", () => {
    const references = [
      reference({ language: "de" }),
      reference({ published: { value: "2010", precision: "year", basis: "stated" } }),
    ];
    const lines = reportCsv(report([match({ references })]), facts, wording).split("\r\n");
    expect(lines[0]).toContain(",language,order,");
    expect(lines[1]).toContain(",de,about the same time,");
    expect(lines[2]).toContain(",en,before the page,");
  });

  it.each([
    ['=HYPERLINK("https://x")', `"'=HYPERLINK(""https://x"")"`],
    ["+1", `"'+1"`],
    ["-2+3", `"'-2+3"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["\t=1", `"'\t=1"`],
    [" =1", `"' =1"`],
    ["＝1", `"'＝1"`],
  ])("keeps %j from being a formula", (text, cell) => {
    const csv = reportCsv(report([match({ exact: text })]), facts, wording);
    expect(csv.split("\r\n")[1]?.startsWith(`${cell},`)).toBe(true);
  });

  it("sets commas, quotation marks and line ends in quotation marks", () => {
    expect(reportCsv(report([match({ exact: 'a, "b"\nc' })]), facts, wording)).toContain(
      '"a, ""b""\nc",body',
    );
  });
});
