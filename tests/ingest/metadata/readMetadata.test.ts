/** What a page says of itself. Long, because it is one list of examples by source of metadata. */
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { readMetadata } from "../../../src/ingest/metadata/readMetadata.ts";

const url = "https://www.coast.example/news/lighthouse";

function metadata(head: string, body = "", lang = "") {
  const html = `<!doctype html><html ${lang}><head>${head}</head><body>${body}</body></html>`;
  return readMetadata(new JSDOM(html).window.document, url);
}

function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

test("JSON-LD comes first, wherever in the graph the article stands", () => {
  const article = {
    "@type": ["NewsArticle"],
    headline: "Harbour council reopens the old lighthouse",
    datePublished: "2019-03-05T18:20:00+01:00",
    author: [{ "@type": "Person", name: "Harbour Desk" }, "Reuters"],
    publisher: { "@type": "Organization", name: "Coast Courier" },
    inLanguage: "en-GB",
  };
  const graph = { "@graph": [{ "@type": "WebSite", name: "Coast" }, article] };
  expect(metadata(`${jsonLd(graph)}<meta name="date" content="2001-01-01">`)).toEqual({
    title: "Harbour council reopens the old lighthouse",
    outlet: { name: "Coast Courier", domain: "coast.example" },
    outletBasis: "stated",
    urls: [url],
    published: { value: "2019-03-05T18:20:00+01:00", precision: "second", basis: "stated" },
    byline: "Harbour Desk, Reuters",
    agencies: ["Reuters"],
    language: "en",
    statedWords: null,
  });
});

test.each<[string, Record<string, unknown>, number | null]>([
  ["by a number", { wordCount: 1250 }, 1250],
  ["by a number in quotation marks", { wordCount: "842" }, 842],
  ["by the text itself", { articleBody: "The lamp is lit again.", wordCount: 99 }, 5],
  ["by an empty text and a number", { articleBody: " ", wordCount: 99 }, 99],
  ["not at all", {}, null],
  ["by no number", { wordCount: "many" }, null],
  ["by a number that no article has", { wordCount: 1e9 }, null],
  ["by less than nothing", { wordCount: -3 }, null],
])("the number of words in an article is stated %s", (_, said, words) => {
  const article = { "@type": "NewsArticle", headline: "A bridge", ...said };
  expect(metadata(jsonLd(article)).statedWords).toBe(words);
});

test.each<[string, string, number | null]>([
  ["microdata", '<meta itemprop="wordCount" content="1250">', 1250],
  ["a tag", '<meta name="word_count" content="842">', 842],
  ["a tag that is no number", '<meta itemprop="wordCount" content="many">', null],
  [
    "structured data before a tag",
    `${jsonLd({ "@type": "NewsArticle", headline: "A bridge", wordCount: 900 })}<meta itemprop="wordCount" content="12">`,
    900,
  ],
])("the number of words in an article is stated by %s", (_, head, words) => {
  expect(metadata(head).statedWords).toBe(words);
});

test("broken JSON-LD is skipped", () => {
  const head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>';
  expect(metadata(`${head}<title>The old lighthouse</title>`).title).toBe("The old lighthouse");
});

describe("titles", () => {
  test.each([
    ["<title>The lighthouse opens | Coast Courier</title>", "", "The lighthouse opens"],
    ["<title>The lighthouse opens - coast.example</title>", "", "The lighthouse opens"],
    [
      "<title>Coast Courier: The lighthouse opens</title>",
      "",
      "Coast Courier: The lighthouse opens",
    ],
    ["<title>Dark - and light again</title>", "", "Dark - and light again"],
    [
      '<meta property="og:title" content="The lighthouse opens – Coast Courier"><meta property="og:site_name" content="Coast Courier">',
      "",
      "The lighthouse opens",
    ],
    [
      "<title>The lighthouse “opens” | News</title>",
      "<h1>The lighthouse ‘opens’</h1>",
      "The lighthouse ‘opens’",
    ],
    ["", "<h1>The lighthouse opens</h1>", "The lighthouse opens"],
    [
      "<title>The lighthouse opens</title>",
      "<h1>Coast: The lighthouse opens</h1>",
      "The lighthouse opens",
    ],
    [
      "<title>Lighthouse opens at last</title>",
      "<h1>Old lighthouse opens again</h1>",
      "Old lighthouse opens again",
    ],
    [
      "<title>Lighthouse opens at last</title>",
      "<h1>Coast Courier Online</h1>",
      "Lighthouse opens at last",
    ],
    ["", "", null],
  ])("%s %s", (head, body, title) => {
    expect(metadata(head, body).title).toBe(title);
  });
});

describe("dates", () => {
  test.each([
    [
      '<meta property="article:published_time" content="2019-03-05T18:20:00Z">',
      "",
      "2019-03-05T18:20:00Z",
    ],
    ['<meta name="DC.date.issued" content="2019-03-05">', "", "2019-03-05"],
    ["", '<time datetime="2019-03-05T18:20">5 March</time>', "2019-03-05T18:20"],
    ["", '<span class="publish-date">5 March 2019</span>', "2019-03-05"],
    ["", '<div class="comment"><time datetime="2019-03-06">x</time></div>', undefined],
    ["", '<span class="fecha">5 de marzo de 2019</span>', "2019-03-05"],
  ])("%s %s", (head, body, value) => {
    expect(metadata(head, body).published?.value).toBe(value);
  });
});

const ownTime = '<time datetime="2019-03-05T08:15:11+09:00">5 March 2019</time>';
const own = "2019-03-05T08:15:11+09:00";

describe("dates that are not the article's are not taken:", () => {
  test.each([
    [
      "today's, in the masthead",
      `<div class="masthead"><p class="today-date">11.08.2022</p></div>`,
    ],
    [
      "today's, in the page's header",
      `<header><time datetime="2022-08-11">Thursday</time></header>`,
    ],
    [
      "today's, in a bar above it",
      `<div id="topbar"><span class="date">11 August 2022</span></div>`,
    ],
    ["a teaser's, beside it", `<aside><time datetime="2022-08-11T10:00Z">today</time></aside>`],
    ["a teaser's, before it", `<div><time datetime="2022-08-11T10:00Z">today</time></div>`],
    [
      "a reader's comment's",
      `<section class="comments"><time datetime="2022-08-11">x</time></section>`,
    ],
  ])("%s", (_, before) => {
    const body = `${before}<article><h1>A bridge</h1>${ownTime}</article>`;
    expect(metadata("", body).published?.value).toBe(own);
  });

  test.each([
    ["the body's class", `<body class="single comments-open">`, ""],
    ["a class of what holds all", `<body><div class="page with-comments">`, "</div>"],
    ["the article's own class", `<body><article class="commentary">`, "</article>"],
  ])("%s, although it mentions comments", (_, open, close) => {
    const html = `<!doctype html><html>${open}<h1>A bridge</h1>${ownTime}${close}</body></html>`;
    expect(readMetadata(new JSDOM(html).window.document, url).published?.value).toBe(own);
  });

  test.each([
    ["the time of the last change", '<time class="updated" datetime="2019-03-07T10:00Z">x</time>'],
    [
      "of a change, by its own name",
      '<time itemprop="dateModified" datetime="2019-03-07">x</time>',
    ],
  ])("%s", (_, changed) => {
    const body = `<article>${changed}<h1>A bridge</h1>${ownTime}</article>`;
    expect(metadata("", body).published?.value).toBe(own);
  });

  test.each([
    ["Published 5 March 2019, updated 7 March 2019", "2019-03-05"],
    ["05.04.2025 - Güncelleme : 06.04.2025", "2025-04-05"],
    ["5. März 2019, aktualisiert am 7. März 2019 um 18:20 Uhr", "2019-03-05"],
  ])("%s", (text, value) => {
    expect(metadata("", `<p class="date">${text}</p>`).published?.value).toBe(value);
  });
});

describe("the article's own date is found", () => {
  test.each([
    ["in its header, below the headline", `<h1>A</h1><header class="meta">${ownTime}</header>`],
    [
      "in its footer, as weblogs have it",
      `<h1>A</h1><footer class="entry-meta">${ownTime}</footer>`,
    ],
    ["in a paper that is called after today", `<h1>A</h1><p class="usatoday-date">${ownTime}</p>`],
    ["in a commentary", `<h1>A</h1><div class="commentary-body">${ownTime}</div>`],
    [
      "where a class says that comments are open",
      `<div class="post comments-open">${ownTime}</div>`,
    ],
  ])("%s", (_, inside) => {
    expect(metadata("", `<article>${inside}</article>`).published?.value).toBe(own);
  });

  test("after the teasers that precede it", () => {
    const teaser = '<article><h3>Ferry</h3><time datetime="2022-08-11T10:00Z">x</time></article>';
    const body = `<main>${teaser}${teaser}<h1>A bridge</h1>${ownTime}</main>`;
    expect(metadata("", body).published?.value).toBe(own);
  });
});

describe("a date that is only of a change is inferred:", () => {
  const changed = { value: "2019-03-07T10:00Z", precision: "minute", basis: "inferred" };
  const time = '<time datetime="2019-03-07T10:00Z">7 March</time>';
  test.each([
    ["by its class", "", '<time class="updated" datetime="2019-03-07T10:00Z">7 March</time>'],
    ["by the class around it", "", `<span class="last-modified">${time}</span>`],
    ["by the word before it", "", `<p>Last updated: ${time}</p>`],
    ["by its line", "", '<p class="date">Updated 7 March 2019 10:00 GMT</p>'],
    ["in the head", '<meta property="article:modified_time" content="2019-03-07T10:00Z">', ""],
    [
      "in structured data",
      jsonLd({ "@type": "NewsArticle", headline: "A", dateModified: "2019-03-07T10:00Z" }),
      "",
    ],
  ])("%s", (_, head, line) => {
    expect(metadata(head, `<article><h1>A</h1>${line}</article>`).published).toEqual(changed);
  });

  test("not if it is called the time of publication too", () => {
    const body = `<article><h1>A</h1>${ownTime.replace("<time", '<time class="published updated"')}</article>`;
    expect(metadata("", body).published).toMatchObject({ value: own, basis: "stated" });
  });
});

describe("of dates in the head", () => {
  const tag = (value: string) => `<meta property="article:published_time" content="${value}">`;
  const script = (more: object) =>
    jsonLd({ "@type": "NewsArticle", headline: "A bridge", ...more });

  test("a live blog's first time counts, however much structured data it has", () => {
    const updates = Array.from({ length: 3_000 }, (_, i) => ({
      "@type": "BlogPosting",
      datePublished: "2024-08-05T19:49:50Z",
      articleBody: `Post ${i}. ${"The bridge is still standing. ".repeat(8)}`,
    }));
    const blog = { "@type": "LiveBlogPosting", headline: "A bridge" };
    const data = { ...blog, liveBlogUpdate: updates, datePublished: "2024-08-04T13:23:00Z" };
    const head = `${tag("2024-08-05T19:49:50Z")}${jsonLd(data)}`;
    expect(metadata(head).published?.value).toBe("2024-08-04T13:23:00Z");
  });

  test("even if the structured data have the last time, and another tag the first", () => {
    const last = "2024-08-05T19:49:50Z";
    const head = `${script({ datePublished: last, dateModified: last })}${tag("2024-08-04T13:23:00Z")}`;
    expect(metadata(head).published?.value).toBe("2024-08-04T13:23:00Z");
  });

  test.each([
    ["seconds since 1970", 1_551_806_400],
    ["milliseconds", 1_551_806_400_000],
    ["a list of one", ["2019-03-05T17:20:00Z"]],
  ])("it may be given as %s", (_, datePublished) => {
    expect(metadata(script({ datePublished })).published?.value).toBe("2019-03-05T17:20:00Z");
  });

  test.each([
    ["a day and its time", "2019-03-05", "2019-03-05T18:20:00+01:00", "2019-03-05T18:20:00+01:00"],
    [
      "a time and its zone",
      "2019-03-05T18:20:00",
      "2019-03-05T18:20:00-05:00",
      "2019-03-05T18:20:00-05:00",
    ],
    ["another day", "2019-03-05", "2019-03-07T18:20:00Z", "2019-03-05"],
  ])("%s: the more precise of dates that agree", (_, first, second, value) => {
    expect(metadata(script({ datePublished: first }) + tag(second)).published?.value).toBe(value);
  });
});

test("an outlet without a printed name is its domain, and is marked as inferred", () => {
  expect(metadata("")).toMatchObject({
    outlet: { name: "coast.example", domain: "coast.example" },
    outletBasis: "inferred",
  });
});

describe("bylines", () => {
  test.each([
    ['<meta name="author" content="Harbour Desk">', "", "Harbour Desk"],
    ['<meta name="author" content="admin">', "", null],
    ['<meta property="article:author" content="https://face.example/desk">', "", null],
    ["", '<p class="byline">By Harbour Desk | March 5, 2019</p>', "Harbour Desk"],
    ["", '<a rel="author" href="/desk">Harbour Desk</a>', "Harbour Desk"],
  ])("%s %s", (head, body, byline) => {
    expect(metadata(head, body).byline).toBe(byline);
  });
});

test("a canonical address of a front page is a mistake and ignored", () => {
  expect(metadata('<link rel="canonical" href="https://www.coast.example/">').urls).toEqual([url]);
});

test("the language is the page's primary tag", () => {
  expect(metadata("", "", 'lang="pt-BR"').language).toBe("pt");
});

test("reading does not change the document", () => {
  const dom = new JSDOM(
    `<title>The lighthouse</title><h1>The lighthouse</h1><time>5 March 2019</time>`,
  );
  const before = dom.serialize();
  readMetadata(dom.window.document, url);
  expect(dom.serialize()).toBe(before);
});
