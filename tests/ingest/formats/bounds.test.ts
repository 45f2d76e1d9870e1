import { strToU8, zipSync } from "fflate";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { englishReason } from "../../../src/cli/print/english.ts";
import { parseBoundedJson } from "../../../src/ingest/boundedJson.ts";
import { checkMarkup } from "../../../src/ingest/boundedMarkup.ts";
import { bounds } from "../../../src/ingest/bounds.ts";
import { readOpml } from "../../../src/ingest/feeds/opml.ts";
import { parseFeed } from "../../../src/ingest/feeds/parseFeed.ts";
import { createFileReader } from "../../../src/ingest/formats/fileReader.ts";
import type { Item } from "../../../src/ingest/formats/item.ts";
import { createKnownFiles, createZipListReader } from "../../../src/ingest/formats/knownFiles.ts";
import { createZipMembers, type ZipPart } from "../../../src/ingest/formats/zipMembers.ts";

import { refusalOf } from "../../support/refusalOf.ts";

const tools = {
  parseHtml: (html: string) => new JSDOM(html).window.document,
  known: createKnownFiles(new Map()),
};
const body = "The harbour stays open, the minister said on Monday.";
const record = (title: string) => JSON.stringify({ title, body });

/** What a file's items say, each as it is made: [name, title or reason]; ends after so many. */
function toldOf(name: string, pieces: Iterable<Uint8Array>, most = 50): readonly string[][] {
  const reader = createFileReader(name, tools);
  const told: string[][] = [];
  const tell = (items: Iterable<Item>) => {
    for (const item of items) {
      if (told.length >= most) return;
      told.push([
        item.name,
        item.kind === "article" ? item.article.title : englishReason(item.reason),
      ]);
    }
  };
  for (const piece of pieces) tell(reader.push(piece));
  tell(reader.end());
  return told;
}

function* piecesOf(bytes: Uint8Array, pieceBytes = 64_000): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

/** A list of this many bytes that holds nothing but empty objects. */
function listOfNothing(bytes: number): Uint8Array {
  const list = new Uint8Array(bytes);
  const unit = strToU8("{},");
  for (let at = 1; at < bytes; at += unit.length) list.set(unit.subarray(0, bytes - at), at);
  list[0] = "[".charCodeAt(0);
  list.set(strToU8("{}]"), bytes - 3);
  return list;
}

describe("a zip", () => {
  const letters = new Uint8Array(bounds.freeUnpackedBytes * 1.5).fill(0x61);

  it("loses a member that unpacks to far more than texts do, and nothing else", () => {
    const zip = zipSync({
      "one.jsonl": strToU8(record("One")),
      "bomb.txt": letters,
      "two.jsonl": strToU8(record("Two")),
    });
    expect(toldOf("a.zip", piecesOf(zip))).toEqual([
      ["a.zip/one.jsonl: line 1", "One"],
      ["a.zip/bomb.txt", "this unpacks to far more than any article would"],
      ["a.zip/two.jsonl: line 1", "Two"],
    ]);
  });

  it("counts a member's ratio by its own bytes, whatever else is in the zip", () => {
    const noise = Uint8Array.from({ length: 400_000 }, (_, at) => (at * 2_654_435_761) >>> 13);
    const zip = zipSync({ "noise.bin": [noise, { level: 0 }], "bomb.txt": letters });
    expect(toldOf("a.zip", piecesOf(zip))).toContainEqual([
      "a.zip/bomb.txt",
      "this unpacks to far more than any article would",
    ]);
  });

  it("skips unwanted members without unpacking them", () => {
    const zip = zipSync({ ".hidden": letters, "one.jsonl": strToU8(record("One")) });
    expect(partsOf(zip, (member) => !member.startsWith("."))).toEqual([
      ["piece", "one.jsonl"],
      ["end", "one.jsonl"],
    ]);
  });

  it("continues after a member that is damaged, or packed by another method", () => {
    const zip = zipSync({ "a.txt": strToU8(body.repeat(9)), "b.txt": strToU8(body) });
    const nameEnd = 30 + "a.txt".length;
    const damaged = zip.slice();
    damaged.fill(0xff, nameEnd, nameEnd + 9);
    const unknown = zip.slice();
    unknown[8] = 93;
    for (const each of [damaged, unknown]) {
      expect(partsOf(each)).toEqual([
        ["refused", "a.txt"],
        ["piece", "b.txt"],
        ["end", "b.txt"],
      ]);
    }
  });

  it("gives its lists up to their bound, and the rest as well", () => {
    const list = (file: string) => strToU8(JSON.stringify([{ file, title: "T" }]));
    const zip = zipSync({
      "a/articles.json": list("one.txt"),
      "b/articles.json": listOfNothing(bounds.listBytes + 3),
      "c/articles.json": list("two.txt"),
    });
    const reader = createZipListReader("a.zip");
    for (const piece of piecesOf(zip)) reader.push(piece);
    expect([...reader.end().files.keys()]).toEqual(["a.zip/a/one.txt"]);
  });

  /** Kind and member of each part; the pieces of a member count as one. */
  function partsOf(zip: Uint8Array, isWanted = (_: string) => true): readonly string[][] {
    const members = createZipMembers(isWanted);
    const parts: ZipPart[] = [...members.push(zip), ...members.end()];
    const told = parts.map((part) => [part.kind, part.kind === "stopped" ? "" : part.member]);
    return told.filter((each, at) => at === 0 || each.join() !== told[at - 1]?.join());
  }
});

describe("JSON that is too long to be parsed at once", () => {
  const padding = " ".repeat(bounds.wholeJsonBytes);

  it.each([
    ["a list", `${padding}[${record("One")},\n${record('Tw\\"o')} , 12, ${record("Three")}]`],
    [
      "lines called .json",
      `${record("One")}\n${record('Tw\\"o')}\n12\n${record("Three")}${padding}`,
    ],
    [
      "an object around a list",
      `{"version": "[", "more": {"items": [1]}, "items": [${record("One")}${padding},${record('Tw\\"o')},12,${record("Three")}], "tail": [2]}`,
    ],
  ])("gives the articles of %s", (_, json) => {
    const told = toldOf("a.json", piecesOf(strToU8(json), 1_000_003));
    expect(told.map(([, what]) => what)).toEqual([
      "One",
      'Tw\\"o',
      "this is not a JSON object",
      "Three",
    ]);
  });

  it("is the same in pieces of any size", () => {
    const json = strToU8(`{"a":"]\\\\","data":[${record("Café")},{"title":"[\\""},"x"]}`);
    const whole = strToU8(padding);
    const seen = [1, 2, 3, 7, 1_000].map((pieceBytes) =>
      JSON.stringify(toldOf("a.json", [whole, strToU8(" "), ...piecesOf(json, pieceBytes)])),
    );
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]).toContain("Café");
  });

  it("of nothing but empty objects ends after a bounded number of refusals", () => {
    const told = toldOf("a.json", piecesOf(listOfNothing(12_000_000)), Number.POSITIVE_INFINITY);
    expect(told).toHaveLength(bounds.freeRefusals + 1);
    expect(told.at(-1)?.[1]).toMatch(/only 0 of the first 10001 entries/);
  });

  it("drops an element that has no end, and says so", () => {
    const endless = [strToU8(`[${record("One")},{"a":"`), strToU8("x".repeat(11_000_000))];
    expect(toldOf("a.json", endless)).toEqual([
      ["a.json: article 1", "One"],
      ["a.json: article 2", "this is too long for an article: it has more than 4000000 characters"],
    ]);
  });
});

describe("JSON", () => {
  it.each([
    ["many values", `[${"1,".repeat(bounds.recordValues)}1]`, /has more than 100000 values/],
    ["many objects", `[${"{},".repeat(bounds.recordValues)}1]`, /has more than 100000 values/],
    ["deep nesting", "[".repeat(1_000_000), /nested too deeply/],
    ["deep objects", '{"a":'.repeat(bounds.jsonDepth + 1), /nested too deeply/],
  ])("of %s is refused before it is parsed", (_, json, reason) => {
    expect(refusalOf(() => parseBoundedJson(json))).toMatch(reason);
    expect(toldOf("a.jsonl", [strToU8(`${json}\n${record("Two")}\n`)])).toEqual([
      ["a.jsonl: line 1", expect.stringMatching(reason)],
      ["a.jsonl: line 2", "Two"],
    ]);
  });

  it("counts no brackets or commas inside strings", () => {
    const text = `${"[{,".repeat(bounds.recordValues)}\\"`;
    expect(parseBoundedJson(JSON.stringify({ text }))).toEqual({ text });
  });
});

describe("markup", () => {
  const tooMany = bounds.markupNodes + 1;

  it.each([
    ["elements", "<b>".repeat(tooMany)],
    ["comments", "<!>".repeat(tooMany)],
    ["attributes", `<p ${"a ".repeat(tooMany)}>`],
    ["attributes parted by slashes", `<p/${"a/".repeat(tooMany)}>`],
    ["attributes with values", `<p ${'a=""'.repeat(tooMany)}>`],
    ["escaped elements", "&lt;b>".repeat(tooMany)],
  ])("of too many %s is refused before it is parsed", (_, markup) => {
    expect(refusalOf(() => checkMarkup(markup))).toMatch(/has more than/);
    expect(toldOf("a.html", [strToU8(`<!doctype html><html><body>${markup}`)])).toEqual([
      ["a.html", expect.stringMatching(/has more than/)],
    ]);
  });

  it("counts long values and texts as one node", () => {
    const image = `<img src="data:image/png;base64,${"a/b = c ".repeat(tooMany)}">`;
    expect(() => checkMarkup(`${image}${"a b = c / ".repeat(tooMany)}`)).not.toThrow();
  });

  it("of feeds and their lists is bounded too", () => {
    const items = "<item/>".repeat(tooMany);
    expect(() => parseFeed(`<rss version="2.0"><channel>${items}`, "")).toThrow(/refusedMarkup/);
    expect(() => readOpml(`<opml><body>${"<outline/>".repeat(tooMany)}`)).toThrow(/refusedMarkup/);
  });
});

it("a body that is too long to be indexed is refused, and the file goes on", () => {
  const long = JSON.stringify({ title: "Long", body: "a b. ".repeat(bounds.bodyChars / 4) });
  expect(toldOf("a.jsonl", [strToU8(`${long}\n${record("Two")}`)])).toEqual([
    ["a.jsonl: line 1", expect.stringMatching(/^this is too long for an article/)],
    ["a.jsonl: line 2", "Two"],
  ]);
});

it("items are made while they are taken", () => {
  const reader = createFileReader("a.jsonl", tools);
  const lines = strToU8(`${record("One")}\n`.repeat(200_000));
  const [first] = reader.push(lines);
  expect(first).toMatchObject({ kind: "article" });
});
