import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import {
  articleFromFeedItem,
  outletOfFeed,
} from "../../../src/ingest/feeds/articleFromFeedItem.ts";
import type { Feed, FeedItem } from "../../../src/ingest/feeds/feed.ts";

const parseHtml = (html: string) => new JSDOM(html).window.document;

const item: FeedItem = {
  id: "1",
  url: "https://coast.example/news/lighthouse",
  link: "https://coast.example/news/lighthouse",
  title: "Harbour &amp; <b>lighthouse</b> reopen",
  html: "",
  published: "Tue, 05 Mar 2019 18:20:00 GMT",
  updated: null,
  authors: ["By Harbour Desk"],
  language: "en-GB",
};
const feed: Feed = { title: "Coast Courier", siteUrl: "https://coast.example/", items: [item] };

function read(parts: Partial<FeedItem>) {
  return articleFromFeedItem({ ...item, ...parts }, feed, "https://coast.example/rss", parseHtml);
}

describe("an item of a feed", () => {
  it("becomes an article with the feed's own text, date, byline, outlet and language", () => {
    const article = read({
      html: "<p>The harbour council voted on Tuesday to reopen the old lighthouse to visitors.</p><p>“We have kept the lamp as it was,” the council's chair told residents.</p><img src='https://tracker.example/x.gif'>",
    });
    expect(article).toMatchObject({
      outlet: { name: "Coast Courier", domain: "coast.example" },
      title: "Harbour & lighthouse reopen",
      urls: ["https://coast.example/news/lighthouse"],
      published: { value: "2019-03-05T18:20:00Z", precision: "second", basis: "stated" },
      byline: "Harbour Desk",
      language: "en",
      body: "The harbour council voted on Tuesday to reopen the old lighthouse to visitors.\n\n“We have kept the lamp as it was,” the council's chair told residents.",
    });
  });

  it("becomes one from plain text, too", () => {
    const text = "The harbour council voted on Tuesday to reopen the old lighthouse to visitors.";
    expect(read({ html: text }).body).toBe(text);
  });

  it("has no body where the feed has no text", () => {
    expect(read({ html: "" }).body).toBe("");
  });

  it("takes no date from words that are not a date", () => {
    expect(read({ html: "<p>x</p>", published: "lately" }).published).toBeNull();
  });
});

describe("the outlet of a feed", () => {
  it.each([
    ["World news | The Guardian", "https://www.theguardian.com/world", "The Guardian"],
    ["BBC News - World", "https://www.bbc.co.uk/news", "BBC News"],
    ["Reuters: World News", "https://www.reuters.com/", "Reuters"],
    ["Harbour notes", "https://coast.example/", "Harbour notes"],
    ["", "https://www.coast.example/", "coast.example"],
  ])("of %j at %s is %s", (title, siteUrl, name) => {
    expect(outletOfFeed({ title, siteUrl, items: [] }, siteUrl, parseHtml).name).toBe(name);
  });
});
