import { describe, expect, it } from "vitest";
import { FeedError } from "../../../src/ingest/feeds/feed.ts";
import { readOpml, writeOpml } from "../../../src/ingest/feeds/opml.ts";

const feeds = [
  {
    url: "https://coast.example/rss?a=1&b=2",
    title: "Coast & “Courier”",
    siteUrl: "https://coast.example/",
  },
  { url: "https://island.example/atom", title: "Island", siteUrl: null },
];

describe("a list of feeds", () => {
  it("is read from OPML as it was written", () => {
    expect(readOpml(writeOpml(feeds, "Feeds"))).toEqual(feeds);
  });

  it("is read from folders, each address once, without other outlines and addresses", () => {
    const opml = `<opml version="2.0"><head/><body><outline text="News">
      <outline text="A" xmlUrl="https://a.example/rss"/><outline text="deeper"><outline text="B" title="Bee" xmlUrl="https://b.example/rss"/></outline></outline>
      <outline text="A again" xmlUrl="https://a.example/rss"/><outline text="note"/>
      <outline text="script" xmlUrl="javascript:alert(1)"/><outline text="file" xmlUrl="file:///etc/passwd"/></body></opml>`;
    expect(readOpml(opml).map(({ url, title }) => [url, title])).toEqual([
      ["https://a.example/rss", "A"],
      ["https://b.example/rss", "Bee"],
    ]);
  });

  it("is refused if it is not a list", () => {
    expect(() => readOpml("<html></html>")).toThrow(FeedError);
  });
});
