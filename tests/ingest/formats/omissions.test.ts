import { strToU8, zipSync } from "fflate";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { englishReason } from "../../../src/cli/print/english.ts";
import { createFileReader } from "../../../src/ingest/formats/fileReader.ts";
import { createKnownFiles, knownFilesIn } from "../../../src/ingest/formats/knownFiles.ts";

const parseHtml = (html: string) => parseHTML(html).document as unknown as Document;
const text = "The town council voted on Tuesday evening to build a new bridge over the river.";

/** What the articles of a file were kept without, as "kind: value"; fails for a refused item. */
function omittedIn(name: string, content: string | Uint8Array): readonly string[] {
  const reader = createFileReader(name, { parseHtml, known: createKnownFiles(new Map()) });
  const bytes = typeof content === "string" ? strToU8(content) : content;
  return [...reader.push(bytes), ...reader.end()].flatMap((item) => {
    if (item.kind === "refused") throw new Error(`${item.name}: ${englishReason(item.reason)}`);
    return item.omissions.map(({ kind, value }) => `${kind}: ${value}`);
  });
}

const record = (values: object) =>
  JSON.stringify({ title: "T", outlet: "The Daily", body: text, ...values });
const rss = (parts: string, link = "<link>https://coast.example/a</link>") =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Coast Courier</title><link>https://coast.example/</link><item><title>T</title>${link}<description>${text}</description>${parts}</item></channel></rss>`;
const page = (head: string, line = "") =>
  `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>The bridge</h1>${line}<p>${text}</p><p>${text} Yes.</p></article></body></html>`;

describe("a date that cannot be read, or is refused, is named and its article kept", () => {
  it.each([
    ["a word in a record", "a.jsonl", record({ published: "yesterday" }), ["date: yesterday"]],
    [
      "a day or a month, who knows",
      "a.jsonl",
      record({ date: "05/06/2019" }),
      ["date: 05/06/2019"],
    ],
    ["a day that no month has", "a.jsonl", record({ date: "2019-02-31" }), ["date: 2019-02-31"]],
    ["a number that is no time", "a.jsonl", record({ date: 7 }), ["date: 7"]],
    ["a list", "a.jsonl", record({ published_at: [1, 2] }), ["date: …"]],
    [
      "one for which the last change stands",
      "a.jsonl",
      record({ published: "soon", updated: "2019-03-05" }),
      ["date: soon"],
    ],
    ["that of the last change", "a.jsonl", record({ updated: "late" }), ["date: late"]],
    [
      "one of our own with a broken value",
      "a.jsonl",
      record({ published: { value: "2019-3-5", precision: "day", basis: "stated" } }),
      ["date: 2019-3-5"],
    ],
    [
      "one of our own with a word for a value",
      "a.jsonl",
      record({ published: { value: "soon", precision: "day", basis: "stated" } }),
      ["date: soon"],
    ],
    [
      "one of our own that no month has",
      "a.jsonl",
      record({ published: { value: "2019-02-31", precision: "day", basis: "stated" } }),
      ["date: 2019-02-31"],
    ],
    [
      "one of our own, for which the last change stands",
      "a.jsonl",
      record({
        published: { value: "soon", precision: "day", basis: "stated" },
        updated: "2019-03-05",
      }),
      ["date: soon"],
    ],
    [
      "the day that relative dates count from",
      "a.jsonl",
      record({ relativeDatesCountFrom: "5 March" }),
      ["date: 5 March"],
    ],
    [
      "one of a body in HTML",
      "a.jsonl",
      record({ date: "soon", body: `<p>${text}</p><p>${text}</p>` }),
      ["date: soon"],
    ],
    [
      "one of ninjs",
      "a.json",
      JSON.stringify({ uri: "urn:a", headline: "T", body_text: text, firstcreated: "March" }),
      ["date: March"],
    ],
    [
      "one of JSON-LD",
      "a.json",
      JSON.stringify({
        "@type": "NewsArticle",
        headline: "T",
        articleBody: text,
        datePublished: "around noon",
      }),
      ["date: around noon"],
    ],
    ["one of RSS", "a.xml", rss("<pubDate>Tue, 05 Maerz</pubDate>"), ["date: Tue, 05 Maerz"]],
    [
      "one of JSON Feed",
      "a.json",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Coast",
        items: [{ id: "1", title: "T", content_text: text, date_modified: "today" }],
      }),
      ["date: today"],
    ],
    [
      "one of a page's head",
      "a.html",
      page('<meta property="article:published_time" content="31.31.2019">'),
      ["date: 31.31.2019"],
    ],
    [
      "one of a page's structured data",
      "a.html",
      page(
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge","datePublished":"{{date}}"}</script>',
      ),
      ["date: {{date}}"],
    ],
    [
      "one that a page prints for machines",
      "a.html",
      page("", '<time datetime="31.31.2019">soon</time>'),
      ["date: 31.31.2019"],
    ],
    [
      "one of a page's microdata",
      "a.html",
      page("", '<span itemprop="datePublished" content="Spring 2019">last spring</span>'),
      ["date: Spring 2019"],
    ],
    [
      "one that a page prints, of which nobody knows day and month",
      "a.html",
      page("", '<p class="date">Published 05/06/2019 10:20</p>'),
      ["date: Published 05/06/2019 10:20"],
    ],
    [
      "one that a text prints below its title",
      "a.txt",
      `The bridge\n\nPublished: 32 March 2019\n\n${text}\n\n${text} Yes.\n`,
      ["date: Published: 32 March 2019"],
    ],
    [
      "one of a page in a zip",
      "a.zip",
      zipSync({ "b.html": strToU8(page('<meta name="date" content="never">')) }),
      ["date: never"],
    ],
  ])("%s", (_, name, content, expected) => {
    expect(omittedIn(name, content)).toEqual(expected);
  });
});

describe("another value that cannot be used is named, too", () => {
  it.each([
    ["an address outside the web", record({ url: "file:///home/a" }), ["address: file:///home/a"]],
    [
      "one of many addresses",
      record({ urls: ["https://a.example/1", "ftp://a.example/1"] }),
      ["address: ftp://a.example/1"],
    ],
    ["a title that is no text", record({ title: { en: "T" } }), ["title: …"]],
    ["a title of nothing but markup", record({ title: "<br>" }), ["title: "]],
    ["an outlet that is a number", record({ outlet: 17 }), ["outlet: 17"]],
    [
      "a domain that is none",
      record({ outlet: { name: "The Daily", domain: "the daily/news" } }),
      ["outlet: the daily/news"],
    ],
    ["an author that is a number", record({ author: 17 }), ["author: 17"]],
    ["a language by its name", record({ language: "english" }), ["language: english"]],
    [
      "agencies beyond the twentieth",
      record({ agencies: Array.from({ length: 22 }, (_, i) => `Agency ${i + 1}`) }),
      ["agency: Agency 21"],
    ],
    [
      "several of one record",
      record({ date: "soon", url: "a b", lang: "?" }),
      ["date: soon", "address: a b", "language: ?"],
    ],
  ])("%s", (_, line, expected) => {
    expect(omittedIn("a.jsonl", line)).toEqual(expected);
  });

  it("such as a feed's link that leads nowhere", () => {
    const feed = rss("", "<link>javascript:void(0)</link>");
    expect(omittedIn("a.xml", feed)).toEqual(["address: javascript:void(0)"]);
  });
});

describe("nothing is named", () => {
  it.each([
    [
      "where all could be read",
      "a.jsonl",
      record({ date: "2019-03-05", url: "https://a.example/" }),
    ],
    [
      "where nothing is stated",
      "a.jsonl",
      record({ date: "", url: null, author: [], language: " " }),
    ],
    [
      "where another name has the date",
      "a.jsonl",
      record({ date: "soon", published_at: "2019-03-05" }),
    ],
    ["where a system filled in an author", "a.jsonl", record({ authors: ["admin"] })],
    ["of a feed that states little", "a.xml", rss("", "")],
    [
      "of a page that prints its date",
      "a.html",
      page('<meta name="date" content="never">', "<p>Published 5 March 2019, 18:20</p>"),
    ],
    [
      "of a page that says how long it takes to read",
      "a.html",
      page("", '<time datetime="PT2M">2 min</time><span class="read-date">3 minutes ago</span>'),
    ],
    [
      "of a page that prints only when it was changed",
      "a.html",
      page("", '<p class="updated">Updated 05/06/2019</p>'),
    ],
    [
      "of a text that prints its date",
      "a.txt",
      `The bridge\n\nPublished 5 March 2019\n\n${text}\n\n${text} Yes.\n`,
    ],
    [
      "of a page whose head has a second, good date",
      "a.html",
      page('<meta name="date" content="never"><meta name="pubdate" content="2019-03-05">'),
    ],
  ])("%s", (_, name, content) => {
    expect(omittedIn(name, content)).toEqual([]);
  });
});

it("a value is shown as one line of text, and no longer than a date or an address", () => {
  const [omitted = ""] = omittedIn(
    "a.jsonl",
    record({ date: `so\non\u0007 <b>${"x".repeat(900)}` }),
  );
  expect(omitted).toMatch(/^date: so on x+$/);
  expect(omitted.length).toBeLessThan(140);
});

describe("what a list says of the files beside it, and cannot be used, is named", () => {
  const list = (published: object) =>
    JSON.stringify([
      { file: "a.txt", title: "T", published },
      { file: "b.txt", title: "The bridge", outlet: { name: "Coast Courier" } },
    ]);
  it.each([
    ["a word", { value: "soon", precision: "day", basis: "stated" }, ["published.value", "soon"]],
    [
      "a day that no month has",
      { value: "2019-02-31", precision: "day", basis: "stated" },
      ["published.value", "2019-02-31"],
    ],
  ])("%s for a date, and its file and the other entries are read", (_, published, values) => {
    const lists = knownFilesIn("articles.json", list(published));
    expect([...lists.keys()]).toEqual(["b.txt"]);
    const known = createKnownFiles(lists);
    const items = ["articles.json", "a.txt", "b.txt"].flatMap((name) => {
      const reader = createFileReader(name, { parseHtml, known });
      const bytes = strToU8(name === "articles.json" ? list(published) : text);
      return [...reader.push(bytes), ...reader.end()];
    });
    expect(items).toEqual([
      {
        kind: "refused",
        name: "articles.json: entry 1",
        reason: { key: "refusedNotDate", values },
      },
      expect.objectContaining({ kind: "article", name: "a.txt" }),
      expect.objectContaining({
        kind: "article",
        article: expect.objectContaining({ title: "The bridge" }),
      }),
    ]);
  });
});
