import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { englishReason } from "../../../src/cli/print/english.ts";
import { bounds } from "../../../src/ingest/bounds.ts";
import { docxBlocks } from "../../../src/ingest/docx/docxBlocks.ts";
import { createFileReader } from "../../../src/ingest/formats/fileReader.ts";
import type { Item } from "../../../src/ingest/formats/item.ts";
import { createKnownFiles } from "../../../src/ingest/formats/knownFiles.ts";
import { wordOrPdf } from "../../support/pdfFixtures.ts";

const tools = {
  parseHtml: () => {
    throw new Error("no HTML here");
  },
  known: createKnownFiles(new Map()),
};

function itemsOf(name: string, bytes: Uint8Array, pieceBytes = 5_000): readonly Item[] {
  const reader = createFileReader(name, tools);
  const items: Item[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    items.push(...reader.push(bytes.subarray(at, at + pieceBytes)));
  }
  return [...items, ...reader.end()];
}

const told = (items: readonly Item[]) =>
  items.map((item) =>
    item.kind === "article" ? item.article.title : `${item.name}: ${englishReason(item.reason)}`,
  );

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const documentOf = (body: string) =>
  `<?xml version="1.0"?><w:document ${space}><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const empty = { styles: "", footnotes: "", endnotes: "" };
const blocksOf = (body: string) =>
  docxBlocks({ ...empty, document: documentOf(body) }).map(({ text }) => text);
const sentence = "The town council voted on Tuesday to build a new bridge over the river.";
const docxOf = (body: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(documentOf(body)),
    ...more,
  });

describe.each(["manuscript.docx", "writer.docx"])("%s becomes an article", (file) => {
  it.each([1, 999, 1_000_000])("in pieces of %i bytes", (pieceBytes) => {
    const [item] = itemsOf(file, wordOrPdf(file), pieceBytes);
    if (item?.kind !== "article") throw new Error(told([item!])[0]);
    const { title, byline, published, language, body } = item.article;
    expect({ title, byline, language }).toEqual({
      title: "Harbour council approves a new bridge over the river",
      byline: "Anna Writer",
      language: "en",
    });
    expect(published).toEqual({ value: "2019-03-05", precision: "day", basis: "stated" });
    expect(body).toMatch(/^The town council of Harbourville/);
    // A list, a tracked change, and a footnote.
    expect(body).toContain(
      "\n\nEleven million are paid by the county of Harbour and its partners.\n\n",
    );
    expect(body).toContain("The loan runs over twenty-five years, the treasurer said");
    expect(body).toMatch(/until then\.\n\n[\s\S]*As the harbour office announced on Monday\.$/);
    expect(body).not.toMatch(/thirty|The cost\n/);
  });
});

describe("the text of a Word document is read", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "over runs",
      "<w:p><w:r><w:t>One</w:t></w:r><w:r><w:t xml:space='preserve'> two</w:t></w:r></w:p>",
      ["One two"],
    ],
    ["with entities", paragraph("A &amp; B &lt; C &#8211; D"), ["A & B < C – D"]],
    [
      "with tabs, breaks and hyphens",
      "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t></w:r></w:p>",
      ["A B C-D"],
    ],
    [
      "with two breaks as a new paragraph",
      "<w:p><w:r><w:t>A</w:t><w:br/><w:br/><w:t>B</w:t></w:r></w:p>",
      ["A", "B"],
    ],
    [
      "without what was deleted or moved away",
      "<w:p><w:del><w:r><w:delText>No</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>No</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Yes</w:t></w:r></w:moveTo></w:p>",
      ["Yes"],
    ],
    [
      "without hidden text",
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>No</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Yes</w:t></w:r></w:p>",
      ["Yes"],
    ],
    [
      "without the codes of fields",
      "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Yes</w:t></w:r></w:p>",
      ["Yes"],
    ],
    [
      "once where a text box is there twice",
      "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Text</w:t></w:r></w:p>",
      ["Box", "Text"],
    ],
    [
      "without the reading of a word",
      "<w:p><w:r><w:ruby><w:rt><w:r><w:t>とう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
      ["東"],
    ],
    ["in another namespace prefix", "<ns0:p><ns0:r><ns0:t>Text</ns0:t></ns0:r></ns0:p>", ["Text"]],
    [
      "with entities of its own left as they are",
      '<!DOCTYPE w [<!ENTITY a "bomb">]><w:p><w:r><w:t>&a;</w:t></w:r></w:p>',
      ["&a;"],
    ],
  ])("%s", (_, body, expected) => {
    expect(blocksOf(body)).toEqual(expected);
  });

  it("with its headings, by the names of styles in any language's ids, and by outline", () => {
    const styles = `<w:styles ${space}><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>`;
    const body = [
      paragraph("A title", '<w:pStyle w:val="Titel"/>'),
      paragraph("A part", '<w:pStyle w:val="berschrift2"/>'),
      paragraph("Another", '<w:outlineLvl w:val="2"/>'),
      paragraph("An item", '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
      `<w:tbl><w:tr><w:tc>${paragraph("A cell")}</w:tc></w:tr></w:tbl>`,
      paragraph("Text"),
    ].join("");
    const blocks = docxBlocks({ ...empty, styles, document: documentOf(body) });
    expect(blocks.map(({ element, headingLevel }) => [element, headingLevel])).toEqual([
      ["heading", 1],
      ["heading", 2],
      ["heading", 3],
      ["listItem", 0],
      ["cell", 0],
      ["line", 0],
    ]);
  });
});

describe("a file that is no complete Word document is refused in words", () => {
  const whole = docxOf(paragraph(sentence));
  const sheet = zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8("<x/>"),
  });
  const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600));
  const openDocument = zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8("<office/>"),
  });
  it.each<[string, string, Uint8Array, RegExp]>([
    [
      "cut off",
      "a.docx",
      wordOrPdf("manuscript.docx").subarray(0, 9_000),
      /not a complete Word document/,
    ],
    ["a table", "a.xlsx", sheet, /not a complete Word document: .* another kind of file/],
    [
      "of the old kind",
      "a.doc",
      ole,
      /old-format Word file \(\.doc\), or it has a password; save it as \.docx/,
    ],
    ["with a password", "a.docx", ole, /or it has a password/],
    ["an RTF file under another name", "a.doc", strToU8("{\\rtf1 Text}"), /is an RTF file/],
    ["an OpenDocument", "a.odt", openDocument, /is an OpenDocument file; save it as \.docx/],
    ["without text", "a.docx", docxOf("<w:p/>"), /no article text was found/],
    [
      "a damaged PDF",
      "a.pdf",
      Uint8Array.from({ length: 300 }, (_, at) => at * 37),
      /this PDF is damaged/,
    ],
  ])("%s", (_, name, bytes, reason) => {
    expect(told(itemsOf(name, bytes))).toEqual([expect.stringMatching(reason)]);
    expect(told(itemsOf(name, bytes))[0]).toContain(name);
    expect(told(itemsOf(name, whole.subarray(0, 200)))).toHaveLength(1);
  });

  it("and one under another name is read", () => {
    expect(itemsOf("a.zip", whole)).toMatchObject([{ kind: "article", name: "a.zip" }]);
    expect(itemsOf("a.bin", whole)).toMatchObject([{ kind: "article" }]);
  });
});

describe("a Word document that is made to fill the memory", () => {
  const tooMany = bounds.markupNodes + 1;
  it.each<[string, string, Record<string, Uint8Array>, RegExp]>([
    ["of letters", paragraph("a".repeat(bounds.pageBytes)), {}, /unpacks to far more/],
    ["of tags", "<w:r>".repeat(tooMany), {}, /more than 500000 elements/],
    ["of attributes", `<w:p ${'a="" '.repeat(tooMany)}/>`, {}, /more than 500000 elements/],
    [
      "in a part beside the text",
      paragraph(sentence),
      { "word/styles.xml": new Uint8Array(bounds.pageBytes).fill(0x20) },
      /unpacks to far more/,
    ],
    [
      "of one long body",
      paragraph("a b. ".repeat(bounds.bodyChars / 4)),
      {},
      /too long for an article/,
    ],
  ])("%s is refused, and what is beside it in a zip is read", (_, body, more, reason) => {
    const zip = zipSync({
      "bomb.docx": [docxOf(body, more), { level: 0 }],
      "good.docx": [docxOf(paragraph(sentence)), { level: 0 }],
    });
    const items = itemsOf("a.zip", zip, 64_000);
    expect(items.map(({ kind }) => kind)).toEqual(["refused", "article"]);
    expect(told(items)[0]).toMatch(reason);
  });

  it("in parts that are not read is read without them", () => {
    const picture = { "word/media/image1.png": new Uint8Array(bounds.pageBytes * 2) };
    expect(itemsOf("a.docx", docxOf(paragraph(sentence), picture))).toMatchObject([
      { kind: "article" },
    ]);
  });
});

it("a PDF in a zip is named, and what is beside it is read", () => {
  const zip = zipSync({ "a.pdf": wordOrPdf("single.pdf"), "b.docx": docxOf(paragraph(sentence)) });
  const items = itemsOf("all.zip", zip);
  expect(told(items)[0]).toBe(
    "all.zip/a.pdf: this is a PDF file inside a zip file; unpack it first",
  );
  expect(items[1]?.kind).toBe("article");
});
