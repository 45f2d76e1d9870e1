import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { looksLikeArticle } from "../../src/gate/looksLikeArticle.ts";
import { otherPages } from "../support/otherPages.ts";

const sentence =
  "The ministry said on Tuesday that the talks would go on next week, once the delegations had returned.";
const paragraphs = (count: number) => `<p>${sentence}</p>`.repeat(count);
const teaser = `<div class="card"><h2><a href="/a">Talks go on</a></h2><p>${sentence}</p></div>`;
const claim = '<meta property="og:type" content="article">';
const jsonLd = (type: string) =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"${type}","headline":"Talks"}</script>`;

interface Page {
  readonly head?: string;
  readonly body: string;
  readonly path?: string;
}

function looks({ head = "", body, path = "/world/talks-go-on" }: Page): boolean {
  const { window } = new JSDOM(`<!doctype html><head>${head}</head><body>${body}</body>`, {
    url: `https://example.org${path}`,
  });
  return looksLikeArticle(window.document);
}

describe("an article is seen", () => {
  it.each<[string, Page]>([
    ["by og:type and a little prose", { head: claim, body: `<h1>Talks</h1>${paragraphs(2)}` }],
    ["by JSON-LD", { head: jsonLd("NewsArticle"), body: paragraphs(3) }],
    ["by a narrower type in JSON-LD", { head: jsonLd("AnalysisNewsArticle"), body: paragraphs(3) }],
    [
      "by its date of publication",
      {
        head: '<meta property="article:published_time" content="2018-12-31">',
        body: paragraphs(3),
      },
    ],
    ["by marked-up text", { body: `<div itemprop="articleBody">${paragraphs(3)}</div>` }],
    ["by structure alone", { body: `<h1>Talks</h1><div>${paragraphs(5)}</div>` }],
    [
      "where each paragraph has a box of its own",
      { body: `<h1>Talks</h1><section>${`<div><p>${sentence}</p></div>`.repeat(5)}</section>` },
    ],
    [
      "without paragraphs, if it says that it is one",
      { head: claim, body: `<article>${`${sentence}<br><br>`.repeat(9)}</article>` },
    ],
    [
      "at the front address, if it says that it is one",
      { head: claim, body: paragraphs(4), path: "/" },
    ],
  ])("%s", (_, page) => {
    expect(looks(page)).toBe(true);
  });
});

const hindi =
  "नगर परिषद ने मंगलवार की शाम को नदी पर एक नया पुल बनाने का फैसला किया, और महापौर ने पत्रकारों को बताया कि काम मई में शुरू होगा।";
const japanese =
  "町議会は火曜日の夜、四時間を超える議論の末に、川に新しい橋を架けることを決めたと町長が記者団に語った。";
const menu = '<div class="m"><p>Section</p></div>'.repeat(250);
const lines = (count: number) => Array(count).fill(sentence).join("<br><br>");

/** Each claims to be an article, and none is built as the usual one is. */
describe("an article that says so is seen", () => {
  it.each<[string, Page]>([
    ["with line breaks for paragraphs", { body: `<h1>Talks</h1><div>${lines(3)}</div>` }],
    ["with single line breaks", { body: `<div>${`${sentence}<br>`.repeat(4)}</div>` }],
    [
      "with links between line breaks",
      { body: `<div>${`${sentence} <a href="/a">Here</a>.<br><br>`.repeat(4)}</div>` },
    ],
    [
      "with line breaks in a cell of a table",
      { body: `<table><tr><td>${lines(4)}</td></tr></table>` },
    ],
    ["in Hindi", { body: `<article><p>${hindi}</p><p>${hindi}</p></article>` }],
    [
      "in Urdu",
      {
        body: `<p>${"مجلس نے منگل کی شام کو دریا پر ایک نیا پل بنانے کا فیصلہ کیا اور کہا کہ کام مئی میں شروع ہوگا اور دو سال چلے گا۔"}</p>`.repeat(
          2,
        ),
      },
    ],
    ["in Japanese, with one long paragraph", { body: `<div><p>${japanese.repeat(8)}</p></div>` }],
    ["below a menu of paragraphs", { body: `<nav>${menu}</nav><h1>Talks</h1>${paragraphs(3)}` }],
    ["with one long paragraph", { body: `<h1>Talks</h1><p>${sentence.repeat(6)}</p>` }],
  ])("%s", (_, page) => {
    expect(looks({ ...page, head: claim })).toBe(true);
  });
});

describe("an article that says nothing is seen", () => {
  it.each<[string, Page]>([
    [
      "with few long paragraphs",
      { body: `<h1>Talks</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(3)}` },
    ],
    ["with line breaks for paragraphs", { body: `<h1>Talks</h1><div>${lines(5)}</div>` }],
    ["below a menu of paragraphs", { body: `${menu}<h1>Talks</h1>${paragraphs(4)}` }],
    [
      "that is numbered at the front address",
      { body: `<h1>Talks</h1>${paragraphs(4)}`, path: "/?p=3122" },
    ],
  ])("%s", (_, page) => {
    expect(looks(page)).toBe(true);
  });
});

describe("an article in an open shadow root is seen", () => {
  const inRoot = (nest: number, mode: "open" | "closed", head = claim): boolean => {
    const { window } = new JSDOM(`<head>${head}</head><body><x-a></x-a></body>`, {
      url: "https://example.org/world/talks",
    });
    let host: Element = window.document.querySelector("x-a")!;
    for (let i = 0; i <= nest; i++) {
      const root = host.attachShadow({ mode });
      root.innerHTML = i === nest ? paragraphs(4) : "<div><x-b></x-b></div>";
      host = root.querySelector("x-b") ?? host;
    }
    return looksLikeArticle(window.document);
  };
  it.each([0, 1, 3])("%i roots deep", (nest) => {
    expect(inRoot(nest, "open")).toBe(true);
  });
  it("and in a closed one it is not", () => {
    expect(inRoot(0, "closed")).toBe(false);
  });
});

describe("the inputs that failed are seen", () => {
  it.each(["09-gate-line-breaks", "10-hindi", "27-gate-long-menu"])("%s", (name) => {
    const file = new URL(`../fixtures/cases/${name}.html`, import.meta.url);
    const { window } = new JSDOM(readFileSync(file), { url: "https://example.org/world/talks" });
    expect(looksLikeArticle(window.document)).toBe(true);
  });
});

describe("a page of another kind is left alone", () => {
  it.each(otherPages.map((page) => [page.name, page] as const))("%s", (_, { html, url }) => {
    expect(looksLikeArticle(new JSDOM(html, { url }).window.document)).toBe(false);
  });
});

describe("left alone is", () => {
  it.each<[string, Page]>([
    ["an empty page", { body: "" }],
    ["a list of teasers", { body: `<h1>World</h1><main>${teaser.repeat(30)}</main>` }],
    ["a list of teasers that calls itself an article", { head: claim, body: teaser.repeat(30) }],
    [
      "a list of linked items",
      { body: `<h1>World</h1><ul>${`<li><p>${sentence}</p></li>`.repeat(20)}</ul>` },
    ],
    ["a front page", { body: `<h1>News</h1>${paragraphs(8)}`, path: "/" }],
    ["a front page in another language", { body: `<h1>News</h1>${paragraphs(8)}`, path: "/en" }],
    ["a search", { head: claim, body: `<h1>Results</h1>${paragraphs(8)}`, path: "/search" }],
    ["a video page", { head: claim, body: "<h1>Watch</h1><video></video><p>One minute.</p>" }],
    [
      "a form",
      { body: "<h1>Contact</h1><form><p>Your name</p><input><textarea></textarea></form>" },
    ],
    ["text without a headline", { body: paragraphs(8) }],
    ["short remarks", { body: `<h1>Chat</h1><div>${"<p>See you there!</p>".repeat(50)}</div>` }],
    [
      "a profile",
      { head: '<meta property="og:type" content="profile">', body: `<h1>J</h1>${paragraphs(8)}` },
    ],
  ])("%s", (_, page) => {
    expect(looks(page)).toBe(false);
  });

  it("what is no HTML", () => {
    const { window } = new JSDOM("<feed><p>Text</p></feed>", { contentType: "application/xml" });
    expect(looksLikeArticle(window.document)).toBe(false);
  });
});

it("a page of any length is judged by its beginning", () => {
  const html = `<h1>World</h1>${teaser.repeat(500)}`;
  const { window } = new JSDOM(html, { url: "https://example.org/world" });
  const { prototype } = window.Node;
  const textContent = Object.getOwnPropertyDescriptor(prototype, "textContent")!;
  let textsRead = 0;
  Object.defineProperty(prototype, "textContent", {
    get() {
      textsRead++;
      return textContent.get!.call(this);
    },
  });
  expect(looksLikeArticle(window.document)).toBe(false);
  expect(textsRead).toBeGreaterThan(10);
  expect(textsRead).toBeLessThan(300);
});
