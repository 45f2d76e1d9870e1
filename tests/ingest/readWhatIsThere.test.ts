import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { articleFromHtml } from "../../src/ingest/articleFromHtml.ts";
import { createFileReader } from "../../src/ingest/formats/fileReader.ts";
import { createKnownFiles } from "../../src/ingest/formats/knownFiles.ts";

const parsers = {
  linkedom: (html: string) => parseHTML(html).document as unknown as Document,
  jsdom: (html: string) => new JSDOM(html).window.document,
};

const prose = [
  "The town council voted on Tuesday evening to build a new bridge over the river, after a debate that lasted for four hours.",
  "The mayor said that the work would begin in May and would take two years, and that the old ford would stay open for farmers.",
  "Opponents of the plan wanted the money for the breakwater, which lost forty metres in the storms of last winter.",
  "“We have waited ten years for this day,” the mayor told reporters after the vote, “and I do not want to wait for another one.”",
  "The bridge will cost forty-two million crowns, of which the county pays a third, according to a paper of the council.",
  "The first stone is to be laid by the oldest ferryman of the town, who has crossed the river some sixty thousand times.",
];
const head =
  '<title>Harbourville to build a bridge</title><meta property="og:type" content="article">';
const p = (text: string, attributes = "") => `<p ${attributes}>${text}</p>`;
const all = prose.map((text) => p(text)).join("");
const h1 = "<h1>Harbourville to build a bridge</h1>";

function page(body: string): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
}

function paragraphsOf(html: string, parse: (html: string) => Document): readonly string[] {
  return articleFromHtml(parse(html)).body.split("\n\n");
}

const [one, two, ...others] = prose.map((text) => p(text));
const later = prose.slice(2);
const nested = (html: string, levels: number): string =>
  levels === 0 ? html : nested(`<div><section>${html}</section></div>`, levels - 1);

/** Each holds the six paragraphs, in order, and nothing else that a reader would call the article. */
const pages: readonly (readonly [name: string, html: string])[] = [
  [
    "marks what subscribers read, paragraph by paragraph",
    page(
      `<article>${h1}${one}${two}${later.map((text) => p(text, 'class="paywall"')).join("")}</article>`,
    ),
  ],
  [
    "marks what subscribers read as a section",
    page(`<main>${h1}${one}${two}<section class="paywall">${others.join("")}</section></main>`),
  ],
  [
    "names its article's box after the paywall",
    page(`<article>${h1}<div class="c-paywall__content">${all}</div></article>`),
  ],
  [
    "marks its text with an id of the paywall's",
    page(`<div>${h1}${one}${two}<div id="regwall-text">${others.join("")}</div></div>`),
  ],
  [
    "is streamed into a place that a template keeps",
    page(
      `<div id="app"><template id="B:0"></template></div><div hidden id="S:0"><article>${h1}${all}</article></div>`,
    ),
  ],
  [
    "is streamed in two parts, of which the second stands first",
    page(
      `<main>${h1}<template id="B:0"></template><template id="B:1"></template></main><div hidden id="S:1">${others.join("")}</div><div hidden id="S:0">${one}${two}</div>`,
    ),
  ],
  ["hides itself until its script runs", page(`<main style="display: none">${h1}${all}</main>`)],
  [
    "hides its body until its script runs",
    `<!doctype html><html><head>${head}</head><body style="visibility:hidden"><article>${h1}${all}</article></body></html>`,
  ],
  [
    "has its paragraphs in sections, each deep in boxes",
    page(`<main>${h1}${prose.map((text) => nested(p(text), 4)).join("")}</main>`),
  ],
  [
    "is cut in two by advertisements",
    page(
      `<main>${h1}${nested(one! + two!, 3)}<div class="ad">Advertisement</div>${nested(others.join(""), 3)}</main>`,
    ),
  ],
  ["has line breaks for paragraphs", page(`<div>${h1}<div>${prose.join("<br><br>")}</div></div>`)],
  [
    "keeps a script in a template of its head",
    `<!doctype html><html><head>${head}<template><div><script>var a = {"b":[[1,2],[3,4]]};</script></div></template></head><body><article>${h1}${all}</article></body></html>`,
  ],
  [
    "keeps another article in a template",
    page(
      `<template><article><h1>Old news</h1>${p("The council of another town voted on Monday to sell its old ferry to a museum on the coast.")}</article></template><article>${h1}${all}</article>`,
    ),
  ],
  [
    "writes its shadow root as HTML",
    page(
      `<x-article><template shadowrootmode="open"><article>${h1}${all}</article></template></x-article>`,
    ),
  ],
  [
    "has no head and no body",
    `<!doctype html><title>Harbourville to build a bridge</title>${h1}${all}`,
  ],
  ["has a head and no body", `<html><head>${head}</head>${h1}${all}</html>`],
  ["has a body and nothing else", `<body>${h1}${all}</body>`],
  ["stands in a table", page(`<table><tr><td>${h1}${all}</td></tr></table>`)],
];

describe.each(Object.entries(parsers))(
  "parsed by %s, the whole article is read of a page that",
  (_, parse) => {
    it.each(pages)("%s", (_, html) => {
      expect(paragraphsOf(html, parse)).toEqual(prose);
    });
  },
);

describe("what no reader sees is not read", () => {
  const hidden =
    "The council of another town voted on Monday to sell its old ferry to a museum on the coast.";
  it.each([
    ["a hidden paragraph", p(hidden, "hidden")],
    ["a paragraph that its style hides", p(hidden, 'style="display:none"')],
    ["a template", `<template>${p(hidden)}</template>`],
    [
      "a closed shadow root",
      `<x-a><template shadowrootmode="closed">${p(hidden)}</template></x-a>`,
    ],
    ["a text for screen readers", p(hidden, 'class="sr-only"')],
  ])("%s", (_, extra) => {
    const html = page(`<article>${h1}${one}${two}${extra}${others.join("")}</article>`);
    expect(paragraphsOf(html, parsers.linkedom)).toEqual(prose);
  });
});

it("reads an article in open shadow roots of a live page, slots filled, and leaves the page as it is", () => {
  const { document } = new JSDOM(page("<x-page><p>Slotted.</p></x-page>")).window;
  const host = document.querySelector("x-page")!;
  host.innerHTML = one! + two!;
  host.attachShadow({
    mode: "open",
  }).innerHTML = `<main>${h1}<slot></slot><x-rest></x-rest></main>`;
  const rest = host.shadowRoot!.querySelector("x-rest")!;
  rest.attachShadow({ mode: "open" }).innerHTML = others.join("");
  const before = document.documentElement.outerHTML;
  expect(articleFromHtml(document).body.split("\n\n")).toEqual(prose);
  expect(document.documentElement.outerHTML).toBe(before);
});

describe("the inputs that failed", () => {
  it.each<[file: string, paragraphs: number, first: string, last: string]>([
    ["01-template-with-script.html", 3, "Der Rat von Musterstadt", "Die Bauarbeiten sollen"],
    ["02-paywall-class-paragraphs.html", 6, "The town council of", "The first stone is"],
    ["03-streamed-hidden.html", 4, "The town council of", "“We have waited ten"],
    ["04-sections-nested.html", 12, "The town council of", "The treasurer of the town"],
    ["10-hindi.html", 3, "नगर परिषद ने मंगलवार", "“हम दस साल से"],
    ["23-shadow-article.html", 4, "Ferries to the outer", "Passengers who had waited"],
  ])("%s is read whole", (file, count, first, last) => {
    const html = readFileSync(new URL(`../fixtures/cases/${file}`, import.meta.url), "utf8");
    const paragraphs = paragraphsOf(html, parsers.linkedom);
    expect(paragraphs).toHaveLength(count);
    expect(paragraphs[0]).toMatch(new RegExp(`^${first}`));
    expect(paragraphs.at(-1)).toMatch(new RegExp(`^${last}`));
  });
});

it("names a file on which the program itself fails, with the reason", () => {
  const parseHtml = () => {
    throw new TypeError("tagName of null");
  };
  const reader = createFileReader("a.html", { parseHtml, known: createKnownFiles(new Map()) });
  const bytes = new TextEncoder().encode(page(all));
  const items = [...reader.push(bytes), ...reader.end()];
  expect(items).toEqual([
    expect.objectContaining({
      kind: "refused",
      reason: { key: "refusedHtml", values: ["tagName of null"] },
    }),
  ]);
});

describe("a text that is stated in structured data", () => {
  const stated = (text: string) =>
    `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Harbourville to build a bridge", articleBody: text })}</script>`;
  it.each([
    ["is read of a page that shows none of it", "", prose.join("\n\n"), prose],
    ["is read of a page that shows a part of it", `${h1}${one}`, prose.join("\n"), prose],
    ["is read where it has no paragraphs", "", prose.join(" "), [prose.join(" ")]],
    ["is read without markup", "", prose.map((text) => `<p>${text}</p>\n`).join(""), prose],
    [
      "is left where the page shows it all",
      `<article>${h1}${all}</article>`,
      prose.join(" "),
      prose,
    ],
    ["is left where it is a summary", `<article>${h1}${all}</article>`, prose[0]!, prose],
  ])("%s", (_, body, text, expected) => {
    const html = page(body).replace("</head>", () => `${stated(text)}</head>`);
    expect(paragraphsOf(html, parsers.linkedom)).toEqual(expected);
  });
});
