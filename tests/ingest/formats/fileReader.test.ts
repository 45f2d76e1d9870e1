import { strToU8, zipSync } from "fflate";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { englishReason } from "../../../src/cli/print/english.ts";
import { createFileReader } from "../../../src/ingest/formats/fileReader.ts";
import type { Item } from "../../../src/ingest/formats/item.ts";
import { createKnownFiles } from "../../../src/ingest/formats/knownFiles.ts";

const tools = {
  parseHtml: (html: string) => new JSDOM(html).window.document,
  known: createKnownFiles(new Map()),
};

/** The items of a file that comes in pieces of so many bytes. */
function itemsOf(name: string, content: string | Uint8Array, pieceBytes = 1_000): readonly Item[] {
  const bytes = typeof content === "string" ? strToU8(content) : content;
  const reader = createFileReader(name, tools);
  const items: Item[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    items.push(...reader.push(bytes.subarray(at, at + pieceBytes)));
  }
  return [...items, ...reader.end()];
}

const told = (items: readonly Item[]) =>
  items.map((item) => (item.kind === "article" ? item.article.title : englishReason(item.reason)));

const body = "The harbour stays open, the minister said on Monday.";
const record = (title: string) => JSON.stringify({ title, body });

describe("a file", () => {
  it.each([1, 7, 1_000])("of lines gives the same in pieces of %i bytes", (pieceBytes) => {
    const lines = `${record("Café")}\n\n{"title":"none"}\n${record("Two")}`;
    expect(told(itemsOf("a.jsonl", lines, pieceBytes))).toEqual([
      "Café",
      "“body” is missing",
      "Two",
    ]);
  });

  it.each([
    [
      "our records",
      { title: "T", body, published: { value: "2019", precision: "year", basis: "stated" } },
    ],
    [
      "a crawler's records",
      { title: "T", text: body, date: "2019-01-02", source: "Shore", author: ["Desk"] },
    ],
    [
      "ninjs 1",
      { uri: "urn:a", headline: "T", body_text: body, versioncreated: "2019-01-02T03:04:05Z" },
    ],
    [
      "ninjs 2",
      {
        uri: "urn:a",
        headlines: [{ value: "T" }],
        bodies: [{ value: body }],
        firstcreated: "2019-01-02T03:04:05Z",
      },
    ],
    [
      "JSON-LD",
      { "@type": "NewsArticle", headline: "T", articleBody: body, datePublished: "2019-01-02" },
    ],
  ])("of %s gives the article, its date and its text", (_, value) => {
    const items = [
      ...itemsOf("a.json", JSON.stringify(value)),
      ...itemsOf("a.json", JSON.stringify([value], null, 2)),
      ...itemsOf("a.jsonl", `${JSON.stringify(value)}\n`),
    ];
    expect(items).toHaveLength(3);
    for (const item of items) {
      expect(item).toMatchObject({ kind: "article", article: { title: "T", body } });
      const { published } = (item as Extract<Item, { kind: "article" }>).article;
      expect(published?.value).toMatch(/^2019/);
    }
  });

  it("of a crawler's records loses the text around the article, and keeps a body as it is", () => {
    const around = `Share this story\n\n${body}\n\nSign up for our newsletter`;
    const bodies = ["text", "body"].flatMap((name) =>
      itemsOf("a.json", JSON.stringify({ title: "T", [name]: around })).map((item) =>
        item.kind === "article" ? item.article.body : englishReason(item.reason),
      ),
    );
    expect(bodies).toEqual([body, around]);
  });

  it("of JSON Feed or Atom gives its items", () => {
    const json = {
      version: "https://jsonfeed.org/version/1.1",
      title: "F",
      items: [{ id: "1", title: "T", content_html: `<p>${body}</p>` }],
    };
    const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>T</title><id>1</id><content type="html">&lt;p&gt;${body}&lt;/p&gt;</content></entry></feed>`;
    expect(told(itemsOf("feed.json", JSON.stringify(json)))).toEqual(["T"]);
    expect(told(itemsOf("feed.atom", atom))).toEqual(["T"]);
  });

  it("that is a zip gives the items of its files, each refusal separately", () => {
    const zip = zipSync({
      "a/one.jsonl": strToU8(record("One")),
      "a/inner.zip": zipSync({ "x.txt": strToU8("x") }),
      "a/bad.json": strToU8("{"),
      "a/.DS_Store": strToU8("x"),
    });
    const items = itemsOf("all.zip", zip, 50);
    expect(items.map(({ name }) => name)).toEqual([
      "all.zip/a/one.jsonl: line 1",
      "all.zip/a/inner.zip",
      "all.zip/a/bad.json",
    ]);
    expect(told(items)[1]).toMatch(/zip file inside a zip/);
  });

  it.each([
    ["empty.json", "", /is empty/],
    ["blank.txt", " \n ", /is empty/],
    ["picture.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0), /neither text nor HTML/],
    ["none.json", "[]", /the list is empty/],
    ["number.json", "12", /not a JSON object/],
    ["other.xml", "<?xml version='1.0'?><invoice/>", /neither a feed nor a page/],
    ["damaged.zip", zipSync({ "a.txt": strToU8(body.repeat(50)) }).subarray(0, 60), /zip/],
    ["a.pack", "second-source pack 1\n", /is a pack/],
  ])("%s is refused with the reason", (name, content, reason) => {
    expect(told(itemsOf(name, content))).toEqual([expect.stringMatching(reason)]);
  });

  it("with an endless line loses that line and nothing else", () => {
    const lines = `${record("One")}\n${"a".repeat(11_000_000)}\n${record("Two")}\n`;
    expect(told(itemsOf("a.jsonl", lines, 1_000_000))).toEqual([
      "One",
      "this is too long for an article: it has more than 4000000 characters",
      "Two",
    ]);
  });
});
