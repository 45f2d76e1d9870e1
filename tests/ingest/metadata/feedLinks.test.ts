import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { findFeedLinks } from "../../../src/ingest/metadata/feedLinks.ts";

function page(head: string): JSDOM {
  return new JSDOM(`<html><head>${head}</head></html>`, { url: "https://coast.example/news/1" });
}

const head = `
  <link rel="alternate" type="application/rss+xml" title=" Coast
    Courier " href="/rss">
  <link rel="feed alternate" type="application/atom+xml;charset=utf-8" href="https://other.example/atom#x">
  <link rel="alternate" type="application/feed+json" href="feed.json">
  <link rel="alternate" type="application/rss+xml" title="again" href="/rss">
  <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
  <link rel="alternate" type="text/html" hreflang="tr" href="/tr">
  <link rel="stylesheet" type="text/css" href="/a.css">`;

const feeds = [
  { url: "https://coast.example/rss", title: "Coast Courier" },
  { url: "https://other.example/atom", title: "" },
  { url: "https://coast.example/news/feed.json", title: "" },
];

describe("the feeds that a page names", () => {
  it("are those of its links that are feeds on the web, each once", () => {
    expect(findFeedLinks(page(head).window.document)).toEqual(feeds);
  });

  it("are found by a function that a browser can inject by its source text alone", () => {
    const { window } = new JSDOM("", {
      url: "https://coast.example/news/1",
      runScripts: "outside-only",
    });
    window.document.head.innerHTML = head;
    const found = window.eval(`JSON.stringify((${findFeedLinks.toString()})())`);
    expect(JSON.parse(String(found))).toEqual(feeds);
  });
});
