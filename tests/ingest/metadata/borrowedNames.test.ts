import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { Article, ArticleSource } from "../../../src/engine/model/index.ts";
import { articleFromHtml } from "../../../src/ingest/articleFromHtml.ts";
import { fitsDomain } from "../../../src/ingest/metadata/fitsDomain.ts";
import { domainOf, isSameSite, webAddress } from "../../../src/ingest/metadata/outlet.ts";
import { readMetadata } from "../../../src/ingest/metadata/readMetadata.ts";
import { shownSource } from "../../../src/ingest/metadata/shownSource.ts";
import { anArticle } from "../../corpora/articles.ts";

function documentOf(head: string): Document {
  const html = `<html lang="en"><head><title>The pier</title>${head}</head><body></body></html>`;
  return new JSDOM(html).window.document;
}

const victim = "https://www.reuters.com/world/harbour-2019-03-05/";
const siteName = '<meta property="og:site_name" content="Reuters">';
const date = '<meta property="article:published_time" content="2009-03-05T18:20:00Z">';

describe("a page that names another site's address", () => {
  it.each([
    ["by its canonical link", `<link rel="canonical" href="${victim}">`],
    ["by og:url", `<meta property="og:url" content="${victim}">`],
    [
      "by both",
      `<link rel="canonical" href="${victim}"><meta property="og:url" content="${victim}">`,
    ],
  ])("%s has its own address, host and date, and no name but its own", (_, claim) => {
    const metadata = readMetadata(documentOf(claim + siteName + date), "https://evil.example/pier");
    expect(metadata).toMatchObject({
      urls: ["https://evil.example/pier"],
      outlet: { name: "evil.example", domain: "evil.example" },
      published: { value: "2009-03-05T18:20:00Z" },
    });
  });

  it("keeps a name that fits its own domain, although it prints text from elsewhere", () => {
    const head = `<link rel="canonical" href="${victim}"><meta property="og:site_name" content="Coast Courier">`;
    expect(readMetadata(documentOf(head), "https://coastcourier.example/1").outlet).toEqual({
      ...{ name: "Coast Courier", domain: "coastcourier.example" },
    });
  });

  it("is named by its host if that has no domain", () => {
    const head = `<link rel="canonical" href="${victim}">${siteName}`;
    const { outlet, urls } = readMetadata(documentOf(head), "http://localhost:8080/pier");
    expect([outlet?.name, urls]).toEqual(["localhost", ["http://localhost:8080/pier"]]);
  });

  it("may be in a file whose address is not known", () => {
    const document = documentOf(`<link rel="canonical" href="${victim}">${siteName}`);
    expect(articleFromHtml(document, {}).urls).toEqual([victim]);
    expect(articleFromHtml(document, { urls: ["https://a.example/1"] }, true).urls[0]).toBe(victim);
    expect(articleFromHtml(document, { urls: ["https://a.example/1"] }).urls).toEqual([
      "https://a.example/1",
    ]);
  });
});

describe("a page on its own site", () => {
  it.each([
    ["https://m.coast.example/1?a=b", "https://www.coast.example/1"],
    ["https://edition.coast.example/1", "https://coast.example/1"],
    ["https://coast.example/1", "https://edition.coast.example/1"],
    ["https://news.coast.co.uk/1", "http://www.coast.co.uk/1"],
    ["http://localhost:1/a", "http://localhost:1/b"],
    ["https://amp.coast.example/1", "https://m.coast.example/1"],
  ])("%s may say that it is %s", (at, canonical) => {
    expect(isSameSite(at, canonical)).toBe(true);
  });

  it.each([
    ["https://evil.example/1", "https://coast.example/1"],
    ["https://coast.example.evil.example/1", "https://coast.example/1"],
    ["https://notcoast.example/1", "https://coast.example/1"],
    ["https://evil.co.uk/1", "https://co.uk/1"],
    ["https://evil.co.uk/1", "https://coast.co.uk/1"],
    ["https://evil.github.io/1", "https://coast.github.io/1"],
    ["https://evil.github.io/1", "https://github.io/1"],
    ["https://evil.blogs.example/1", "https://coast.blogs.example/1"],
    ["http://127.0.0.1/1", "http://0.0.1/1"],
    ["about:blank", "https://coast.example/1"],
  ])("%s may not say that it is %s", (at, canonical) => {
    expect(isSameSite(at, canonical)).toBe(false);
  });

  it.each([
    ["https://en.alalam.ir/news/1", "alalam.ir"],
    ["https://feeds.coast.co.uk/rss", "coast.co.uk"],
    ["https://someone.github.io/1", "someone.github.io"],
    ["https://a.b.blogspot.com/1", "b.blogspot.com"],
    ["http://localhost/1", null],
    ["http://127.0.0.1/1", null],
  ])("%s has the domain %s", (url, domain) => {
    expect(domainOf(url)).toBe(domain);
  });
});

describe("a printed name", () => {
  it.each([
    ["Reuters", "reuters.com"],
    ["BBC News", "bbc.co.uk"],
    ["The New York Times", "nytimes.com"],
    ["The Guardian", "theguardian.com"],
    ["Anadolu Ajansı", "aa.com.tr"],
    ["DER SPIEGEL", "spiegel.de"],
    ["Süddeutsche Zeitung", "sueddeutsche.de"],
    ["Frankfurter Allgemeine Zeitung", "faz.net"],
    ["Le Monde.fr", "lemonde.fr"],
    ["L’Orient-Le Jour", "lorientlejour.com"],
    ["Al Jazeera English", "aljazeera.com"],
    ["Hürriyet", "hurriyet.com.tr"],
    ["evil.example", "evil.example"],
  ])("%s fits %s", (name, domain) => {
    expect(fitsDomain(name, domain)).toBe(true);
  });

  it.each([
    ["Reuters", "evil.example"],
    ["Reuters", "reuters-news.example"],
    ["Reuters", "r.example"],
    ["Reuters – Evil", "evil.example"],
    ["Reuters", null],
    ["", "reuters.com"],
  ])("%s does not fit %s", (name, domain) => {
    expect(fitsDomain(name, domain)).toBe(false);
  });

  it("takes time in proportion to its length", () => {
    const name = "a ".repeat(200_000);
    expect(fitsDomain(name, `${"a".repeat(60)}b.example`)).toBe(false);
  });
});

describe("where an article was taken from", () => {
  const of = (source: ArticleSource | undefined, outlet: Article["outlet"]) =>
    shownSource(anArticle("quay", source === undefined ? { outlet } : { outlet, source }));
  const coast = { name: "Coast Courier", domain: "coast.example" };

  it.each<[string, ArticleSource | undefined]>([
    ["its outlet's page", { kind: "page", name: "www.coast.example" }],
    ["a feed of its outlet", { kind: "feed", name: "feeds.coast.example" }],
    ["nobody knows where", undefined],
  ])("is not shown for %s", (_, source) => {
    expect(of(source, coast)).toBeNull();
  });

  it.each<[string, ArticleSource, Article["outlet"]]>([
    ["a page elsewhere", { kind: "page", name: "evil.example" }, coast],
    ["a feed elsewhere", { kind: "feed", name: "feeds.example" }, coast],
    [
      "a page whose name is another's",
      { kind: "page", name: "evil.example" },
      { name: "Reuters", domain: "evil.example" },
    ],
    [
      "a host without a domain",
      { kind: "page", name: "localhost" },
      { name: "Coast Courier", domain: null },
    ],
    ["a pack", { kind: "pack", name: "Shore" }, coast],
    ["a file", { kind: "file", name: "a.jsonl" }, coast],
  ])("is shown for %s", (_, source, outlet) => {
    expect(of(source, outlet)).toEqual(source);
  });

  it("is not shown twice for a page that is named by its host", () => {
    const source = { kind: "page", name: "localhost" } as const;
    expect(of(source, { name: "localhost", domain: null })).toBeNull();
  });
});

describe("an address that is too long for any server", () => {
  const host = `${"ümlaut".repeat(2_000)}.example`;
  it("is none, and is not written in ASCII first", () => {
    expect(webAddress(`https://coast.example/${"a".repeat(9_000)}`)).toBeNull();
    expect(domainOf(`https://${host}/`)).toBeNull();
    expect(isSameSite(`https://${host}/`, `https://www.${host}/`)).toBe(false);
  });
});
