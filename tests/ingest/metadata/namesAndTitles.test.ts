import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { articleFromHtml } from "../../../src/ingest/articleFromHtml.ts";
import { bylineInLine, joinAuthors, tidyByline } from "../../../src/ingest/metadata/byline.ts";
import { printedOutlet } from "../../../src/ingest/metadata/printedOutlet.ts";
import { readMetadata } from "../../../src/ingest/metadata/readMetadata.ts";
import { withoutSiteName } from "../../../src/ingest/metadata/title.ts";

const parse = (head: string, body = "") =>
  parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)
    .document as unknown as Document;
const caseOf = (name: string) => {
  const file = new URL(`../../fixtures/cases/${name}.html`, import.meta.url);
  return parseHTML(readFileSync(file, "utf8")).document as unknown as Document;
};

describe("of an author's element the name is taken", () => {
  it.each<[string, string | null]>([
    [
      '<div class="byline">By <a rel="author">Anna Writer</a><a>@annawriter</a><span>5 Min Read</span></div>',
      "Anna Writer",
    ],
    [
      '<div class="byline"><a rel="author">Anna Writer</a><a rel="author">Carl Sample</a>Dec 1st</div>',
      "Anna Writer, Carl Sample",
    ],
    [
      '<div class="byline"><span>By</span><span>Anna Writer</span><span>Updated 5 March</span></div>',
      "Anna Writer",
    ],
    ['<p class="byline">By Anna Writer and Carl Sample</p>', "Anna Writer and Carl Sample"],
    [
      '<div class="byline"><a href="/author/anna">Anna Writer</a><span>Political Editor</span></div>',
      "Anna Writer",
    ],
    [
      '<span itemprop="author"><span itemprop="name">Anna Writer</span>Reporter</span>',
      "Anna Writer",
    ],
    ['<div class="byline">December 15</div>', null],
    ['<div class="byline">By</div>', null],
    ['<div class="byline">5 min read</div>', null],
  ])("%s", (html, expected) => {
    expect(readMetadata(parse("", html), null).byline).toBe(expected);
  });
});

describe("of a byline the names are kept", () => {
  it.each<[string, string | null]>([
    ["By Anna Writer, Political Editor", "Anna Writer"],
    ["Anna Writer, Berlin correspondent, and Carl Sample in London", "Anna Writer, Carl Sample"],
    ["Von Anna Beispiel, Redakteurin, und Carl Muster", "Anna Beispiel, Carl Muster"],
    ["Par Anne Exemple, journaliste", "Anne Exemple"],
    ["Anna Writer and Carl Sample", "Anna Writer and Carl Sample"],
    ["Harbour Desk", "Harbour Desk"],
    ["Staff Writer", "Staff Writer"],
    ["Dec 1st", null],
  ])("%s", (line, expected) => {
    expect(tidyByline(line)).toBe(expected);
  });

  it("each once, of several authors", () => {
    expect(joinAuthors(["Anna Writer", "By Anna Writer", "Carl Sample, reporter"])).toBe(
      "Anna Writer, Carl Sample",
    );
  });

  it.each([
    ["Ayşe Yazar | 05.04.2025 - Güncelleme : 06.04.2025", "Ayşe Yazar"],
    ["Ayşe Nur Yazar • 5 Nisan 2025", "Ayşe Nur Yazar"],
    ["Anna Writer | March 5, 2019", "Anna Writer"],
    ["Politics | March 5, 2019", null],
    ["05.04.2025 | 12:30", null],
  ])("even before a day: %s", (line, expected) => {
    expect(bylineInLine(line)).toBe(expected);
  });
});

describe("the outlet is no section and no address", () => {
  const known = { siteName: null, publisher: null, section: null, url: null };
  it.each([
    [
      "a section for the site's name",
      { siteName: "Security", publisher: "Coast Courier" },
      "Coast Courier",
    ],
    [
      "the article's own section",
      { siteName: "Harbour life", section: "Harbour Life", publisher: "Coast Courier" },
      "Coast Courier",
    ],
    [
      "a publisher's address",
      { publisher: "https://www.coast.example", siteName: "Coast Courier" },
      "Coast Courier",
    ],
    ["an address alone", { publisher: "https://www.coast.example" }, "coast.example"],
    [
      "the name that the domain bears",
      {
        siteName: "Big Media Group",
        publisher: "Coast Courier",
        url: "https://coastcourier.example/1",
      },
      "Coast Courier",
    ],
    [
      "a publisher that is a company",
      { siteName: "Coast Courier", publisher: "Big Media Group" },
      "Coast Courier",
    ],
    ["a section alone", { siteName: "Politics" }, "Politics"],
    ["nothing", {}, null],
  ])("%s", (_, statements, expected) => {
    expect(printedOutlet({ ...known, ...statements })).toBe(expected);
  });

  it("of the input that failed", () => {
    expect(readMetadata(caseOf("18-outlet-is-section"), null).outlet?.name).toBe("Coast Courier");
  });
});

describe("a title that was escaped twice is read as it was meant", () => {
  it.each([
    ["&amp;quot;Otter bridge&amp;quot; at last", '"Otter bridge" at last'],
    ["Fish &amp;amp; chips for all", "Fish & chips for all"],
    ["The mayor&amp;#8217;s bridge is built", "The mayor’s bridge is built"],
    ["Br&amp;uuml;cke wird gebaut", "Brücke wird gebaut"],
    ["Fish &amp; chips for all", "Fish & chips for all"],
    ["Profits &amp;up; again at last", "Profits &up; again at last"],
  ])("%s", (source, expected) => {
    const document = parse(`<meta property="og:title" content="${source}">`);
    expect(readMetadata(document, null).title).toBe(expected);
  });

  it("of the input that failed", () => {
    expect(readMetadata(caseOf("26-title-escaped"), null).title).toBe(
      'Council votes for "otter bridge" at last',
    );
  });
});

describe("a title in Chinese or Japanese is read without its site's name", () => {
  it.each([
    ["漁協の前組合長を起訴｜海辺新聞", ["海辺新聞"], "漁協の前組合長を起訴"],
    ["漁協の前組合長を起訴 - 海辺新聞", ["海辺新聞"], "漁協の前組合長を起訴"],
    ["市议会决定在河上修建一座新桥_海岸新闻网", [], "市议会决定在河上修建一座新桥"],
    ["市议会决定修建新桥_新闻频道_海岸网", [], "市议会决定修建新桥"],
    ["市议会决定在河上修建一座新桥-海岸新闻", ["海岸新闻"], "市议会决定在河上修建一座新桥"],
    ["漁協の前組合長を起訴", ["海辺新聞"], "漁協の前組合長を起訴"],
  ])("%s", (title, sites, expected) => {
    expect(withoutSiteName(title, sites)).toBe(expected);
  });
});

it("reads names as in the inputs that failed", () => {
  expect(articleFromHtml(caseOf("17-byline-glued")).byline).toBe("Anna Writer");
  const turkish = articleFromHtml(caseOf("22-turkish-dateline"));
  expect(turkish.byline).toBe("Ayşe Yazar");
  expect(turkish.body).toMatch(/^Belediye Başkanı/);
});
