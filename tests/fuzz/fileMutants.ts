import { zipSync } from "fflate";
import { parseHTML } from "linkedom";
import { englishReason } from "../../src/cli/print/english.ts";
import { createFileReader } from "../../src/ingest/formats/fileReader.ts";
import type { Item } from "../../src/ingest/formats/item.ts";
import { createKnownFiles } from "../../src/ingest/formats/knownFiles.ts";
import { type MutantFigures, mutantOf, type Random, readMutants } from "./mutate.ts";

const bytesOf = (file: string) => new TextEncoder().encode(file);
const text =
  "The harbour stays open, the minister said on Monday. “We have waited ten years,” she told reporters.";
const numbers = [1, 2];

const rss = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Coast Courier</title><link>https://coast.example/</link>${numbers.map((at) => `<item><title>Talks ${at}</title><link>https://coast.example/${at}</link><guid>g${at}</guid><pubDate>Tue, 05 Mar 2019 18:20:00 GMT</pubDate><description>${text}</description><content:encoded><![CDATA[<p>${text}</p><p>${text}</p>]]></content:encoded></item>`).join("")}</channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Coast Courier</title><link href="https://coast.example/"/>${numbers.map((at) => `<entry><id>urn:${at}</id><title>Talks ${at}</title><link href="https://coast.example/${at}"/><updated>2019-03-05T18:20:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${text}</p></div></content></entry>`).join("")}</feed>`;
const page = `<!doctype html><html lang="en"><head><title>Talks</title><meta property="og:type" content="article"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks","datePublished":"2019-03-05"}</script></head><body><template><p>No.</p></template><main><h1>Talks</h1><div class="byline">By Anna Writer</div>${numbers.map(() => `<section><p>${text}</p><br><br>${text}</section>`).join("")}</main><div hidden id="S:0"><table><tr><td>${text}</td></tr></table></div></body></html>`;
const ninjs = numbers.map((at) => ({
  uri: `https://coast.example/${at}`,
  type: "text",
  versioncreated: "2019-03-05T18:20:00Z",
  headline: `Talks ${at}`,
  by: "Anna Writer",
  language: "en",
  ...(at % 2 === 0
    ? { body_xhtml: `<p>${text}</p>` }
    : { bodies: [{ role: "main", value: text }] }),
  infosources: [{ name: "Coast Courier", role: "publisher" }],
}));
const jsonFeed = {
  version: "https://jsonfeed.org/version/1.1",
  title: "Coast Courier",
  items: numbers.map((at) => ({
    id: String(at),
    url: `https://coast.example/${at}`,
    title: `Talks ${at}`,
    content_text: text,
  })),
};

const wordXml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Talks</w:t></w:r></w:p>${numbers.map((at) => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text} ${at}</w:t></w:r><w:del w:id="${at}"><w:r><w:delText>No.</w:delText></w:r></w:del></w:p>`).join("")}</w:body></w:document>`;
const wordStyles = `<w:styles><w:style w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`;
const wordOf = (xml: Uint8Array) =>
  zipSync({
    "[Content_Types].xml": bytesOf("<Types/>"),
    "word/styles.xml": bytesOf(wordStyles),
    "word/document.xml": xml,
  });

type Kind = {
  readonly name: string;
  readonly make: (random: Random) => Uint8Array;
  readonly inside: (file: string) => number | null;
};

const inMarkup = (file: string) =>
  file.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, "").match(/<(?:item|entry)[\s>]/gi)
    ?.length ?? null;

/** Each with how many items a mutant has; null where nobody can tell. */
const kinds: readonly Kind[] = [
  { name: "rss.xml", make: (random) => mutantOf(bytesOf(rss), random), inside: inMarkup },
  { name: "feed.atom", make: (random) => mutantOf(bytesOf(atom), random), inside: inMarkup },
  { name: "page.html", make: (random) => mutantOf(bytesOf(page), random), inside: () => 1 },
  {
    name: "ninjs.json",
    make: (random) => mutantOf(bytesOf(JSON.stringify(ninjs)), random),
    inside: inJson,
  },
  {
    name: "odd-ninjs.json",
    make: (random) => bytesOf(JSON.stringify(withOddValue(ninjs, random))),
    inside: inJson,
  },
  {
    name: "odd-feed.json",
    make: (random) => bytesOf(JSON.stringify(withOddValue(jsonFeed, random))),
    inside: inJson,
  },
  {
    name: "ninjs.jsonl",
    make: (random) => mutantOf(bytesOf(ninjs.map((one) => JSON.stringify(one)).join("\n")), random),
    inside: inLines,
  },
  {
    name: "talks.docx",
    make: (random) => mutantOf(wordOf(bytesOf(wordXml)), random),
    inside: () => 1,
  },
  {
    name: "xml.docx",
    make: (random) => wordOf(mutantOf(bytesOf(wordXml), random)),
    inside: () => 1,
  },
];

function inJson(file: string): number | null {
  try {
    const value: unknown = JSON.parse(file);
    const list = Array.isArray(value) ? value : Reflect.get(Object(value), "items");
    return Array.isArray(list) && list.length > 0 ? list.length : null;
  } catch {
    return null;
  }
}

function inLines(file: string): number {
  return file.split("\n").filter((line) => line.trim() !== "").length;
}

const oddValues: readonly unknown[] = [
  null,
  true,
  0,
  -1e300,
  "",
  " \u0000\u202e",
  "<p>".repeat(200),
  "<script>",
  "2019-99-99T99:99:99+99:99",
  "javascript:alert(1)",
  [],
  [[[[]]]],
  [null, 1, {}],
  {},
  { value: {} },
  { name: [] },
];

/** A copy in which one to three values, at any depth, are another thing. */
function withOddValue(value: unknown, random: Random): unknown {
  const copy = structuredClone(value);
  for (let changes = 1 + random(3); changes > 0; changes--) {
    let holder: unknown = copy;
    for (let depth = 1 + random(4); ; depth--) {
      const keys = Object.keys(Object(holder));
      if (typeof holder !== "object" || holder === null || keys.length === 0) break;
      const key = keys[random(keys.length)]!;
      const next: unknown = Reflect.get(holder, key);
      if (depth > 1 && typeof next === "object" && next !== null) holder = next;
      else {
        Reflect.set(holder, key, structuredClone(oddValues[random(oddValues.length)]));
        break;
      }
    }
  }
  return copy;
}

class LostError extends Error {}

/** The kinds of file that are mutated, by a name for each. */
export const fileKinds: readonly string[] = kinds.map(({ name }) => name);

/** Reads mutants of feeds, pages and lists in turn: each item is kept or named, and the program never fails. */
export function readFileMutants(count: number, seed: number): MutantFigures {
  return readMutantsOf(kinds, count, seed);
}

/** The same of one kind alone. */
export function readMutantsOfKind(name: string, count: number, seed: number): MutantFigures {
  return readMutantsOf(
    kinds.filter((kind) => kind.name === name),
    count,
    seed,
  );
}

function readMutantsOf(its: readonly Kind[], count: number, seed: number): MutantFigures {
  let turn = 0;
  const kindOf = () => its[turn % its.length]!;
  return readMutants(
    count,
    seed,
    (random) => {
      turn++;
      return kindOf().make(random);
    },
    (mutant) => check(kindOf(), mutant),
    (error) => error instanceof RefusedError,
  );
}

/** A mutant of which nothing was kept, and that was said. */
class RefusedError extends Error {}

/** A mutated byte order mark makes other letters of the whole file, whose items nobody can count. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);
}

function check({ name, inside }: Kind, mutant: Uint8Array): void {
  const parseHtml = (html: string) => parseHTML(html).document as unknown as Document;
  const reader = createFileReader(name, { parseHtml, known: createKnownFiles(new Map()) });
  const items: readonly Item[] = [...reader.push(mutant), ...reader.end()];
  const refusals = items.flatMap((item) => (item.kind === "refused" ? [item] : []));
  const fault = refusals.find(({ reason }) => reason.key === "refusedFault");
  if (fault !== undefined) throw new LostError(englishReason(fault.reason));
  if (items.length === 0) throw new LostError("neither kept nor named");
  const isWholeRefused =
    refusals.length === items.length && refusals.some((one) => one.name === name);
  if (isWholeRefused) throw new RefusedError();
  const named = refusals.reduce((sum, { reason: { key, values } }) => {
    return sum + (key === "refusedFeedItems" ? Number(values?.[0]) : 1);
  }, 0);
  const told = items.length - refusals.length + named;
  const within = isUtf16(mutant) ? null : inside(new TextDecoder().decode(mutant));
  if (within !== null && told < within)
    throw new LostError(`${within} items in, ${told} kept or named`);
}
