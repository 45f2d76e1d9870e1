import { strToU8 } from "fflate";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { createFileReader } from "../../../src/ingest/formats/fileReader.ts";
import { createKnownFiles } from "../../../src/ingest/formats/knownFiles.ts";

const parseHtml = (html: string) => parseHTML(html).document as unknown as Document;

interface FrontPage {
  readonly address?: string;
  readonly head?: string;
  readonly count?: number;
  /** Further markup after the teasers. */
  readonly more?: string;
}

/** Returns what an import makes of a page of headlines with teasers. */
function importOf({
  address = "https://coast.example/",
  head = "",
  count = 12,
  more = "",
}: FrontPage) {
  const teasers = Array.from(
    { length: count },
    (_, at) =>
      `<article><h2><a href="/news/${at}">Harbour council votes on pier ${at}</a></h2><p>The council met on Tuesday evening and decided the matter of pier ${at} by a narrow vote.</p></article>`,
  );
  const page = `<!doctype html><html><head><title>Coast Courier</title><link rel="canonical" href="${address}">${head}</head><body><main>${teasers.join("")}${more}</main></body></html>`;
  const reader = createFileReader("page.html", { parseHtml, known: createKnownFiles(new Map()) });
  return [...reader.push(strToU8(page)), ...reader.end()];
}

describe("an outlet's front page", () => {
  it.each([
    "https://coast.example/",
    "https://coast.example/en/",
    "https://coast.example/index.html",
  ])("is no article at %s", (address) => {
    expect(importOf({ address })).toMatchObject([
      { kind: "refused", reason: { key: "refusedFrontPage" } },
    ]);
  });

  it.each([
    ["at an article's address", { address: "https://coast.example/news/pier" }],
    ["at a numbered address", { address: "https://coast.example/?p=12" }],
    ["that states an article", { head: '<meta property="og:type" content="article">' }],
    [
      "whose data state an article",
      { head: '<script type="application/ld+json">{"@type":"NewsArticle"}</script>' },
    ],
    ["with few headlines", { count: 6 }],
    ["with more paragraphs than headlines", { more: "<p>The ferry sails again.</p>".repeat(20) }],
  ])("is not mistaken for a page %s", (_, page) => {
    expect(importOf(page)).toMatchObject([{ kind: "article" }]);
  });
});
