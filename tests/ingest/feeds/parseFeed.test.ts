import { describe, expect, it } from "vitest";
import { FeedError } from "../../../src/ingest/feeds/feed.ts";
import { parseFeed } from "../../../src/ingest/feeds/parseFeed.ts";

const feedUrl = "https://coast.example/feeds/news.xml";

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Coast Courier</title><link>https://coast.example/</link><language>en-gb</language>
<item><title>Harbour &amp;amp; lighthouse reopen</title><link>/news/lighthouse#top</link>
<guid isPermaLink="false">item-1</guid><pubDate>Tue, 05 Mar 2019 18:20:00 GMT</pubDate>
<dc:creator>Harbour Desk</dc:creator><description>&lt;p&gt;Short.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The whole of it, in one paragraph.</p>]]></content:encoded></item>
<item><title>Only a title</title><guid>https://coast.example/news/2</guid></item>
</channel></rss>`;

const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://coast.example/"><title>Coast Courier</title><link>https://coast.example/</link><dc:language>en</dc:language></channel>
<item rdf:about="https://coast.example/news/3"><title>Ferries</title><link>https://coast.example/news/3</link><description>They sail.</description><dc:date>2019-03-05</dc:date></item></rdf:RDF>`;

const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://coast.example/a/" xml:lang="en">
<title type="html">Coast &lt;b&gt;Courier&lt;/b&gt;</title><link rel="self" href="feed"/><link href="https://coast.example/"/>
<entry><id>urn:4</id><title>3 &lt; 4</title><link rel="alternate" href="news/4"/><updated>2019-03-05T18:20:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>two</b>.</p></div></content></entry></feed>`;

const json = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Coast Courier",
  home_page_url: "https://coast.example/",
  language: "en",
  items: [
    { id: "5", url: "/news/5", title: "A < B", content_text: "One.\n\nTwo & three." },
    { id: "6", url: "javascript:alert(1)", title: "No address" },
  ],
});

describe("a feed", () => {
  it("is read from RSS: the fullest text, the id, relative addresses and the channel's language", () => {
    const { title, siteUrl, items } = parseFeed(rss, feedUrl);
    expect([title, siteUrl]).toEqual(["Coast Courier", "https://coast.example/"]);
    expect(items).toEqual([
      {
        id: "item-1",
        url: "https://coast.example/news/lighthouse",
        link: "/news/lighthouse#top",
        title: "Harbour &amp; lighthouse reopen",
        html: "<p>The whole of it, in one paragraph.</p>",
        published: "Tue, 05 Mar 2019 18:20:00 GMT",
        updated: null,
        authors: ["Harbour Desk"],
        language: "en-gb",
      },
      {
        id: "https://coast.example/news/2",
        url: "https://coast.example/news/2",
        link: null,
        title: "Only a title",
        html: "",
        published: null,
        updated: null,
        authors: [],
        language: "en-gb",
      },
    ]);
  });

  it("is read from RDF, the RSS of 2000", () => {
    const [item] = parseFeed(rdf, feedUrl).items;
    expect(item).toMatchObject({
      id: "https://coast.example/news/3",
      html: "They sail.",
      published: "2019-03-05",
      language: "en",
    });
  });

  it("is read from Atom, with its base address, and with plain and marked-up texts distinguished", () => {
    const { title, siteUrl, items } = parseFeed(atom, feedUrl);
    expect([title, siteUrl]).toEqual(["Coast <b>Courier</b>", "https://coast.example/"]);
    expect(items[0]).toMatchObject({
      id: "urn:4",
      url: "https://coast.example/a/news/4",
      title: "3 &lt; 4",
      html: "<p>One <b>two</b>.</p>",
      published: null,
      updated: "2019-03-05T18:20:00Z",
      language: "en",
    });
  });

  it("is read from JSON, whose plain text becomes paragraphs, and whose script addresses are dropped", () => {
    const { items } = parseFeed(`\uFEFF${json}`, feedUrl);
    expect(items[0]).toMatchObject({
      url: "https://coast.example/news/5",
      title: "A &lt; B",
      html: "<p>One.</p><p>Two &amp; three.</p>",
    });
    expect(items[1]?.url).toBeNull();
  });

  it.each([
    ["a page", "<!doctype html><html><head><title>News</title></head><body></body></html>"],
    ["XML that breaks off", rss.slice(0, 700)],
    ["JSON of another kind", '{"items":[]}'],
    ["nothing", ""],
    ["elements without an end", `<rss version="2.0"><channel>${"<item>".repeat(100_000)}`],
  ])("is refused with a FeedError if it is %s", (_, text) => {
    expect(() => parseFeed(text, feedUrl)).toThrow(FeedError);
  });

  it("does not expand the entities that a document defines", () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    );
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "lol">${levels.join("")}]>
      <rss version="2.0"><channel><title>&e9;</title><item><title>&e9;</title></item></channel></rss>`;
    const { title, items } = parseFeed(bomb, feedUrl);
    expect(title.length + (items[0]?.title.length ?? 0)).toBeLessThan(100);
  });

  it("is read to its 500th item", () => {
    const items = Array.from({ length: 900 }, (_, at) => `<item><title>${at}</title></item>`);
    const text = `<rss version="2.0"><channel><title>x</title>${items.join("")}</channel></rss>`;
    expect(parseFeed(text, feedUrl).items.length).toBe(500);
  });
});
