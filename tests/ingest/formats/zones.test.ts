import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { createFileReader } from "../../../src/ingest/formats/fileReader.ts";
import { createKnownFiles } from "../../../src/ingest/formats/knownFiles.ts";

const tools = {
  parseHtml: (html: string) => new JSDOM(html).window.document,
  known: createKnownFiles(new Map()),
};

/** When the one article of a file was published, as its text says. */
function publishedIn(name: string, content: string): string | null | undefined {
  const reader = createFileReader(name, tools);
  const items = [...reader.push(new TextEncoder().encode(content)), ...reader.end()];
  expect(items.map(({ kind }) => kind)).toEqual(["article"]);
  const [item] = items;
  const date = item?.kind === "article" ? item.article.published : undefined;
  return date?.basis === "inferred" ? `${date.value} (inferred)` : date?.value;
}

const text = "The town council of Harbourville voted on Tuesday evening to build a new bridge.";

const rss = (date: string) =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Coast</title><item><title>A bridge</title><link>https://coast.example/1</link>${date}<description>${text}</description></item></channel></rss>`;
const atom = (dates: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast</title><id>x</id><updated>2019-03-09T10:00:00Z</updated><entry><title>A bridge</title><id>1</id><link href="https://coast.example/1"/>${dates}<content type="text">${text}</content></entry></feed>`;
const jsonFeed = (dates: object) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Coast",
    items: [
      { id: "1", url: "https://coast.example/1", title: "A bridge", content_text: text, ...dates },
    ],
  });
const page = (head: string) =>
  `<!doctype html><html><head><title>A bridge</title>${head}</head><body><article><h1>A bridge</h1><p>${text}</p><p>${text.replace("build", "name")}</p></article></body></html>`;
const ninjs = (more: object) =>
  JSON.stringify({ uri: "https://coast.example/1", type: "text", ...more });
const ninjs1 = { headline: "A bridge", body_text: text };
const ninjs3 = {
  headlines: [{ role: "main", value: "A bridge" }],
  bodies: [{ role: "main", contentType: "text/plain", value: text }],
};

it.each([
  [
    "RSS, an offset",
    "x.xml",
    rss("<pubDate>Tue, 05 Mar 2019 18:20:00 +0100</pubDate>"),
    "2019-03-05T18:20:00+01:00",
  ],
  [
    "RSS, a name",
    "x.xml",
    rss("<pubDate>Tue, 05 Mar 2019 10:00:00 PST</pubDate>"),
    "2019-03-05T10:00:00-08:00",
  ],
  [
    "RSS, summer in London",
    "x.xml",
    rss("<pubDate>Fri, 05 Jul 2019 10:00:00 BST</pubDate>"),
    "2019-07-05T10:00:00+01:00",
  ],
  [
    "RSS, Dublin Core",
    "x.xml",
    rss("<dc:date>2019-03-05T18:20:00+05:30</dc:date>"),
    "2019-03-05T18:20:00+05:30",
  ],
  [
    "RSS, no zone",
    "x.xml",
    rss("<pubDate>Tue, 05 Mar 2019 18:20:00</pubDate>"),
    "2019-03-05T18:20:00",
  ],
  [
    "Atom, published before it was updated",
    "x.xml",
    atom("<updated>2019-03-07T18:20:00Z</updated><published>2019-03-05T18:20:00-03:00</published>"),
    "2019-03-05T18:20:00-03:00",
  ],
  [
    "JSON Feed",
    "x.json",
    jsonFeed({
      date_published: "2019-03-05T18:20:00-07:00",
      date_modified: "2019-03-06T00:10:00Z",
    }),
    "2019-03-05T18:20:00-07:00",
  ],
  [
    "ninjs 1",
    "x.json",
    ninjs({
      ...ninjs1,
      firstcreated: "2019-03-05T18:20:00+01:00",
      versioncreated: "2019-03-06T09:00:00+01:00",
    }),
    "2019-03-05T18:20:00+01:00",
  ],
  [
    "ninjs 2",
    "x.json",
    ninjs({ ...ninjs3, firstcreated: "2019-03-05T18:20:00+01:00" }),
    "2019-03-05T18:20:00+01:00",
  ],
  [
    "ninjs 3",
    "x.json",
    ninjs({
      ...ninjs3,
      firstCreated: "2019-03-05T18:20:00+01:00",
      versionCreated: "2019-03-06T09:00:00+01:00",
    }),
    "2019-03-05T18:20:00+01:00",
  ],
  [
    "ninjs 3, when its content was made",
    "x.json",
    ninjs({ ...ninjs3, contentCreated: "2019-03-05T18:20:00-05:00" }),
    "2019-03-05T18:20:00-05:00",
  ],
  [
    "a page's structured data",
    "x.html",
    page(
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge","datePublished":"2019-03-05T18:20:00+09:30"}</script>',
    ),
    "2019-03-05T18:20:00+09:30",
  ],
  [
    "a page's meta element",
    "x.html",
    page('<meta property="article:published_time" content="2019-03-05 18:20:00 EST">'),
    "2019-03-05T18:20:00-05:00",
  ],
  [
    "RSS, Atom's name",
    "x.xml",
    rss(
      '<a:published xmlns:a="http://www.w3.org/2005/Atom">2019-03-05T18:20:00+02:00</a:published>',
    ),
    "2019-03-05T18:20:00+02:00",
  ],
  [
    "RSS, a term of Dublin Core",
    "x.xml",
    rss('<t:issued xmlns:t="http://purl.org/dc/terms/">2019-03-05T18:20:00+02:00</t:issued>'),
    "2019-03-05T18:20:00+02:00",
  ],
  [
    "Atom, the last change alone",
    "x.xml",
    atom("<updated>2019-03-07T18:20:00-03:00</updated>"),
    "2019-03-07T18:20:00-03:00 (inferred)",
  ],
  [
    "JSON Feed, the last change alone",
    "x.json",
    jsonFeed({ date_modified: "2019-03-07T18:20:00-07:00" }),
    "2019-03-07T18:20:00-07:00 (inferred)",
  ],
  [
    "ninjs 3, its version alone",
    "x.json",
    ninjs({ ...ninjs3, versionCreated: "2019-03-06T09:00:00+01:00" }),
    "2019-03-06T09:00:00+01:00 (inferred)",
  ],
  [
    "a record with seconds since 1970",
    "x.jsonl",
    JSON.stringify({ title: "A bridge", body: text, published: 1_551_806_400 }),
    "2019-03-05T17:20:00Z",
  ],
])("%s keeps the zone of its time", (_, name, content, published) => {
  expect(publishedIn(name, content)).toBe(published);
});
