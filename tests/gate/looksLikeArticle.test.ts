import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { looksLikeArticle } from "../../src/gate/looksLikeArticle.ts";

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
  const html = `<h1>World</h1>${teaser.repeat(2_000)}`;
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
