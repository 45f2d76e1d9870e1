import { JSDOM } from "jsdom";
import { beforeEach, describe, expect, it } from "vitest";
import { collectStatements } from "../../../src/ingest/metadata/collectStatements.ts";
import { HeadMemory } from "../../../src/ingest/metadata/headMemory.ts";
import { understandStatements } from "../../../src/ingest/metadata/understandStatements.ts";

const first = "https://www.coast.example/news/lighthouse";
const second = "https://www.coast.example/news/2019/03/07/harbour";

describe("a page that navigates within its document", () => {
  let document: Document;
  let memory: HeadMemory;

  beforeEach(() => {
    const article = {
      "@type": "NewsArticle",
      headline: "The old lighthouse opens again",
      datePublished: "2019-03-05",
      author: "Reuters",
      publisher: "Coast Courier",
    };
    document = new JSDOM(`<!doctype html><html lang="en"><head>
      <title>The old lighthouse opens again</title>
      <link rel="canonical" href="${first}">
      <meta property="og:site_name" content="Coast Courier">
      <meta property="og:title" content="The old lighthouse opens again">
      <meta property="article:published_time" content="2019-03-05">
      <script type="application/ld+json">${JSON.stringify(article)}</script>
      </head><body><h1>The old lighthouse opens again</h1></body></html>`).window.document;
    memory = new HeadMemory();
    readAt(first);
    document.querySelector("h1")!.textContent = "The harbour is dredged";
  });

  const readAt = (address: string) =>
    understandStatements(memory.upToDate(collectStatements(document, address)));

  it("is not described by what its head kept from the article before", () => {
    expect(readAt(second)).toMatchObject({
      title: "The harbour is dredged",
      urls: [second],
      published: { value: "2019-03-07" },
      byline: null,
    });
  });

  it("keeps statements about the site", () => {
    expect(readAt(second)).toMatchObject({
      outlet: { name: "Coast Courier", domain: "coast.example" },
      language: "en",
    });
  });

  it("is described by new statements of its head", () => {
    document.querySelector("link")!.setAttribute("href", "/news/harbour");
    document
      .querySelector('meta[property="article:published_time"]')!
      .setAttribute("content", "2019-03-06");
    expect(readAt(second)).toMatchObject({
      urls: ["https://www.coast.example/news/harbour", second],
      published: { value: "2019-03-06" },
    });
  });

  it("is described by its head again when it goes back, and at every fragment", () => {
    readAt(second);
    expect(readAt(`${first}#photos`)).toMatchObject({
      urls: [first],
      published: { value: "2019-03-05" },
      byline: "Reuters",
    });
  });
});
