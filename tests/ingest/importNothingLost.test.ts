/** Imports say what became of every item. Long, because it is one list of formats and their faults. */
import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { englishReason } from "../../src/cli/print/english.ts";
import { decodeText } from "../../src/ingest/decodeText.ts";
import { createSeenArticles } from "../../src/ingest/duplicates/seenArticles.ts";
import { createFileReader } from "../../src/ingest/formats/fileReader.ts";
import type { Item } from "../../src/ingest/formats/item.ts";
import { createKnownFiles } from "../../src/ingest/formats/knownFiles.ts";
import { linesOf } from "../../src/ingest/plain/lines.ts";

const parseHtml = (html: string) => parseHTML(html).document as unknown as Document;

function itemsOf(name: string, content: string | Uint8Array): readonly Item[] {
  const reader = createFileReader(name, { parseHtml, known: createKnownFiles(new Map()) });
  const bytes = typeof content === "string" ? strToU8(content) : content;
  return [...reader.push(bytes), ...reader.end()];
}

const titles = (items: readonly Item[]) =>
  items.map((item) =>
    item.kind === "article" ? item.article.title : `refused: ${englishReason(item.reason)}`,
  );
const bodies = (items: readonly Item[]) =>
  items.map((item) => (item.kind === "article" ? item.article.body : ""));

const text = "The town council voted on Tuesday evening to build a new bridge over the river.";
const item = (title: string, link: string, guid = title) =>
  `<item><title>${title}</title><link>https://coast.example/${link}</link><guid isPermaLink="false">${guid}</guid><description>${title}: ${text}</description></item>`;
const rss = (...items: string[]) =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Coast Courier</title><link>https://coast.example/</link>${items.join("")}</channel></rss>`;
const caseFile = (name: string) =>
  readFileSync(new URL(`../fixtures/cases/${name}`, import.meta.url));

describe("items of a feed that share a link are all read", () => {
  it.each<[string, string, string[]]>([
    [
      "posts of a live page",
      rss(item("A", "live"), item("B", "live"), item("C", "live")),
      ["A", "B", "C"],
    ],
    [
      "posts that differ by what follows a #",
      rss(item("A", "live#1"), item("B", "live#2")),
      ["A", "B"],
    ],
    [
      "two pages' posts among each other",
      rss(item("A", "x"), item("B", "y"), item("C", "x")),
      ["A", "B", "C"],
    ],
  ])("%s", (_, feed, expected) => {
    const items = itemsOf("a.xml", feed);
    const seen = createSeenArticles();
    expect(titles(items)).toEqual(expected);
    expect(items.map((one) => one.kind === "article" && seen.add(one.article))).toEqual(
      expected.map(() => true),
    );
  });

  it("of the input that failed", () => {
    const seen = createSeenArticles();
    const items = itemsOf("20.xml", caseFile("20-rss-same-link.xml"));
    expect(items.map((one) => one.kind === "article" && seen.add(one.article))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

it("counts what a parser leaves out of a feed", () => {
  const [, ...rest] = titles(itemsOf("a.xml", rss(item("A", "a"), "<item></item>", "<item/>")));
  expect(rest).toEqual([expect.stringContaining("1 of this feed’s 2 items")]);
});

describe("a feed behind what a server printed before it is read", () => {
  const feed = rss(item("A", "a"), item("B", "b"));
  it.each([
    [
      "a warning in markup",
      `<br />\n<b>Warning</b>: Undefined variable in <b>/feed.php</b> on line 3<br />\n${feed}`,
    ],
    [
      "a notice without markup",
      `Notice: Undefined index: lang in /var/www/feed.php on line 12\n\n${feed}`,
    ],
    ["line breaks", `\n\n\n${feed}`],
    [
      "a warning in front of a feed without a declaration",
      `<p>Deprecated</p>${feed.replace(/^<\?xml.*\n/, "")}`,
    ],
  ])("%s", (_, content) => {
    expect(titles(itemsOf("a.xml", content))).toEqual(["A", "B"]);
  });

  it("as in the input that failed", () => {
    expect(titles(itemsOf("21.xml", caseFile("21-rss-warning-before.xml")))).toEqual([
      "Bridge",
      "Breakwater",
    ]);
  });

  it("and a page that shows a feed's source stays a page", () => {
    const page = `<!doctype html><html><body><article><h1>Feeds</h1><p>${text} ${text}</p><pre>&lt;rss></pre></article></body></html>`;
    expect(titles(itemsOf("a.html", page))).toEqual(["Feeds"]);
  });
});

it("a feed whose first tag is damaged is named, and is not one article of all its items", () => {
  const feed = rss(item("A", "a"), item("B", "b")).replace("<rss", "<r\u0013T$O");
  expect(titles(itemsOf("a.xml", feed))).toEqual([expect.stringContaining("items of a feed")]);
});

it("and so is one in which a text does not end either", () => {
  const [first, second] = [item("A", "<![CDATA[a]]\ufffd"), item("B", "b")];
  const feed = rss(first, second).replace("<rss", "d ten");
  expect(titles(itemsOf("a.xml", feed))).toEqual([expect.stringContaining("items of a feed")]);
});

it("a page that is cut off in its first tag is named, and is no fault of this program", () => {
  const start = '<!doctype html><html lang="en"';
  expect(titles(itemsOf("a.html", start))).toEqual([expect.stringContaining("is cut off")]);
});

describe("reports of every day are kept, copies are not", () => {
  const report = (day: number, url = `https://a.example/${day}`) => ({
    title: "Water levels",
    url,
    outlet: "Coast Courier",
    published: `2019-03-0${day}`,
    body: `${"The gauge at the old harbour bridge was read by the ferryman at noon, as on every day of the year, and the water stood well below the mark that the council had cut into the pier. ".repeat(3)}It stood at ${day} metres.`,
  });
  const added = (...records: object[]) => {
    const seen = createSeenArticles();
    const items = itemsOf("a.jsonl", records.map((one) => JSON.stringify(one)).join("\n"));
    return items.map((one) => one.kind === "article" && seen.add(one.article));
  };
  it.each([
    ["of three days", [report(1), report(2), report(3)], [true, true, true]],
    ["of one day, twice", [report(1), report(1)], [true, false]],
    ["of one day at two addresses", [report(1), report(1, "https://a.example/b")], [true, false]],
    ["of a day that is not stated", [report(1), { ...report(2), published: null }], [true, false]],
  ])("%s", (_, records, expected) => {
    expect(added(...records)).toEqual(expected);
  });
});

describe("articles without an address are told apart by their texts", () => {
  const added = (...records: object[]) => {
    const seen = createSeenArticles();
    const items = itemsOf("a.jsonl", records.map((one) => JSON.stringify(one)).join("\n"));
    return items.map((one) => one.kind === "article" && seen.add(one.article));
  };
  const other = "Fishermen on the northern shore reported the best catch of herring in years.";
  it.each([
    ["untitled ones", {}],
    ["ones of a title that many have", { title: "Press briefing" }],
    ["ones of an outlet's column", { title: "Press briefing", outlet: "Coast Courier" }],
  ])("%s", (_, record) => {
    expect(added({ ...record, body: text }, { ...record, body: other })).toEqual([true, true]);
    expect(added({ ...record, body: text }, { ...record, body: text })).toEqual([true, false]);
  });
});

describe("lines that were wrapped at a margin are joined", () => {
  const wrapped = (width: number, prose: string) => {
    const lines: string[] = [];
    for (const word of prose.split(" ")) {
      const last = lines.at(-1);
      if (last === undefined || last.length + word.length >= width) lines.push(word);
      else lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines.join("\n");
  };
  const prose = `${text} The mayor, Anna Example, said that the work would begin in May and would take two years, and that the old ford would stay open. Opponents wanted the money for the breakwater.`;
  const german =
    "Der Rat der Stadt hat am Dienstag den Bau einer neuen Brücke über den Fluss beschlossen. Bürgermeisterin Anna Beispiel sagte nach der Sitzung im Rathaus, die Arbeiten sollten im Herbst beginnen und drei Jahre dauern. Gegner des Plans wollten das Geld für den Deich.";
  it.each([
    ["at 66 characters", wrapped(66, prose), [prose]],
    ["at 45 characters", wrapped(45, prose), [prose]],
    ["in German, whose nouns begin lines", wrapped(72, german), [german]],
    ["in two paragraphs", `${wrapped(60, prose)}\n\n${wrapped(60, german)}`, [prose, german]],
  ])("%s", (_, content, expected) => {
    const record = JSON.stringify({ title: "T", body: content });
    expect(bodies(itemsOf("a.jsonl", record))).toEqual([expected.join("\n\n")]);
    expect(linesOf(content)).toEqual(expected);
  });

  it.each([
    ["paragraphs of a line each", `${prose}\n${german}`, [prose, german]],
    [
      "short paragraphs",
      "Nobody came.\nThe hall was empty.\nThe mayor went home.",
      ["Nobody came.", "The hall was empty.", "The mayor went home."],
    ],
    [
      "a list of names",
      "Anna Example\nCarl Sample\nOtto Figure\nErik Svensson",
      ["Anna Example", "Carl Sample", "Otto Figure", "Erik Svensson"],
    ],
  ])("and %s are not", (_, content, expected) => {
    const record = JSON.stringify({ title: "T", body: content });
    expect(bodies(itemsOf("a.jsonl", record))).toEqual([expected.join("\n\n")]);
  });

  it("of the input that failed", () => {
    const [body] = bodies(itemsOf("16.jsonl", caseFile("16-hardwrapped.jsonl")));
    expect(body).toMatch(
      /^The town council of Harbourville voted on Tuesday evening to build a new/,
    );
    expect(body).not.toContain("\n");
  });
});

describe("a ninjs item is read with a body of any type", () => {
  it.each([
    ["text", { body_text: `${text}\n\n${text}` }],
    [
      "XHTML",
      {
        body_xhtml: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${text}</p><p/><p>${text} Yes.</p></div>`,
      },
    ],
    ["HTML", { body_html: `<p>${text}</p>` }],
    [
      "NITF",
      { body_nitf: `<body.content><p>${text}</p><p>${text} Yes.</p><p>Not so.</p></body.content>` },
    ],
    ["Markdown", { body_markdown: text }],
    ["an empty text beside another", { body_text: "", body_richtext: `<p>${text}</p>` }],
  ])("%s", (_, body) => {
    const items = itemsOf("a.json", JSON.stringify({ uri: "urn:a", headline: "T", ...body }));
    expect(titles(items)).toEqual(["T"]);
    expect(bodies(items)[0]).toContain(text);
  });
});

describe("a page in XHTML is read whole, though elements end in their own tags", () => {
  it.each([
    "<script src='a.js'/>",
    "<title/>",
    "<div class='ad'/>",
    "<iframe src='a'/>",
    "<a id='top'/>",
  ])("%s", (element) => {
    const page = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head></head><body>${element}<h1>T</h1><p>${text}</p><p>${text} Yes.</p></body></html>`;
    expect(bodies(itemsOf("a.xhtml", page))).toEqual([`${text}\n\n${text} Yes.`]);
  });
});

describe("a text that names no encoding is read", () => {
  const russian =
    "Городской совет принял во вторник решение о строительстве нового моста через реку. Мэр сказала, что работы начнутся в мае.";
  const high = (to: (code: number) => number) => (content: string) =>
    Uint8Array.from(content, (char) =>
      char.charCodeAt(0) < 128 ? char.charCodeAt(0) : to(char.charCodeAt(0)),
    );
  const table = (encoding: string) => {
    const all = new TextDecoder(encoding).decode(
      Uint8Array.from({ length: 128 }, (_, i) => i + 128),
    );
    return high((code) => all.indexOf(String.fromCharCode(code)) + 128);
  };
  const utf16 = (content: string, isBig: boolean) =>
    Uint8Array.from(
      [...content].flatMap((char) => {
        const code = char.charCodeAt(0);
        return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
      }),
    );
  it.each<[string, string, (content: string) => Uint8Array]>([
    ["Russian in Windows-1251", russian, table("windows-1251")],
    ["Russian in KOI8-R", russian, table("koi8-r")],
    [
      "German in Windows-1252",
      "Der Rat der Stadt hat den Bau einer Brücke über den Fluss beschlossen, sagte die Bürgermeisterin.",
      table("windows-1252"),
    ],
    [
      "French in Windows-1252",
      "Le conseil a décidé mardi de bâtir un nouveau pont, a déclaré la maire à la presse.",
      table("windows-1252"),
    ],
    [
      "Polish in Windows-1250",
      "Rada miasta zdecydowała, że wkrótce będzie można zbudować most. „Cieszę się” – powiedziała.",
      table("windows-1250"),
    ],
    [
      "Turkish in Windows-1254",
      "Belediye başkanı, köprü için bir ihale yapılacağını ve işin bu yıl başlayacağını bildirdi.",
      table("windows-1254"),
    ],
    [
      "a few lines of Turkish in Windows-1254",
      "“Limanı kapatmayacağız” dedi Belediye Başkanı. Balıkçılar kararı sevinçle karşıladı ve işlerini kurtaracağını söyledi.",
      table("windows-1254"),
    ],
    [
      "Greek in Windows-1253",
      "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη την κατασκευή νέας γέφυρας.",
      table("windows-1253"),
    ],
    ["English in UTF-16", text, (content) => utf16(content, false)],
    [
      "German in UTF-16, big end first",
      "Die Brücke über den Fluss wird gebaut.",
      (content) => utf16(content, true),
    ],
  ])("%s", (_, content, encode) => {
    expect(decodeText(encode(content))).toBe(content);
  });

  it("as what it is behind a mark of UTF-16 that a fault put there", () => {
    const marked = Uint8Array.of(0xff, 0xfe, ...new TextEncoder().encode(text.repeat(3)));
    expect(decodeText(marked)).toContain(text.slice(0, 60));
  });

  it("Japanese in UTF-16 with its mark, which has many bytes of ASCII", () => {
    const hiragana = "きょうはとてもいいてんきですねとかれはいった".repeat(10);
    expect(decodeText(utf16(`\ufeff${hiragana}`, true))).toBe(hiragana);
  });

  it("English quotation marks in Windows-1252", () => {
    const bytes = strToU8("aWe gob, said Zoc.").map(
      (byte) => ({ 97: 0x93, 98: 0x94, 99: 0xeb })[byte] ?? byte,
    );
    expect(decodeText(bytes)).toBe("“We go”, s“id Zoë.");
  });

  it("as UTF-8 where a few of its characters are broken", () => {
    const bytes = Uint8Array.from([
      ...strToU8(
        "Die Brücke über den Fluß wächst, sagte die Bürgermeisterin schön früh größer später.",
      ),
      0xc3,
    ]);
    expect(decodeText(bytes)).toMatch(/^Die Brücke über .* später\.\uFFFD$/);
  });

  it("Japanese in Shift_JIS", () => {
    const bytes = [
      0x82, 0xb1, 0x82, 0xcc, 0x8b, 0xb4, 0x82, 0xcd, 0x92, 0xb7, 0x82, 0xa2, 0x81, 0x42,
    ];
    expect(decodeText(Uint8Array.from(bytes))).toBe("この橋は長い。");
  });

  it("unless it is no text", () => {
    expect(decodeText(Uint8Array.from({ length: 900 }, (_, i) => (i * 37) & 255))).toBeNull();
  });
});
