import { describe, expect, it } from "vitest";
import { englishReason } from "../../../src/cli/print/english.ts";
import { bounds } from "../../../src/ingest/bounds.ts";
import { itemOfPdf } from "../../../src/ingest/formats/pdfItem.ts";
import { articleFromPdf } from "../../../src/ingest/pdf/articleFromPdf.ts";
import { isPdf } from "../../../src/ingest/pdf/isPdf.ts";
import { refusalOfSize } from "../../../src/ingest/pdf/pdfAnswer.ts";
import { readPdf } from "../../../src/ingest/pdf/readPdf.ts";
import { mutantOf, randomBelow } from "../../fuzz/mutate.ts";
import { pdfBomb, pdfOfPages, wordOrPdf } from "../../support/pdfFixtures.ts";
import { readPdfium } from "../../support/projectPdf.ts";

const pdfium = await readPdfium();
const bridge = "Harbour council approves a new bridge over the river";

async function articleIn(file: string) {
  const answer = await readPdf(pdfium, wordOrPdf(file));
  if (answer.kind === "refused") throw new Error(englishReason(answer.reason));
  return articleFromPdf(answer.pdf).article;
}

async function reasonFor(pdf: Uint8Array): Promise<string> {
  const answer = await readPdf(pdfium, pdf);
  return answer.kind === "refused" ? englishReason(answer.reason) : "read";
}

describe("a PDF becomes an article", () => {
  it("of one column, whose paragraphs are indented, with date and byline out of its text", async () => {
    const { title, byline, published, language, body } = await articleIn("single.pdf");
    expect({ title, byline, language }).toEqual({
      title: bridge,
      byline: "Anna Writer",
      language: "en",
    });
    expect(published).toEqual({ value: "2019-03-05", precision: "day", basis: "stated" });
    const paragraphs = body.split("\n\n");
    expect(paragraphs).toHaveLength(8);
    expect(paragraphs[0]).toMatch(/^The town council of .* and one abstained\.$/);
    expect(paragraphs.every((paragraph) => /^[“\p{Lu}].*[.”]$/u.test(paragraph))).toBe(true);
    expect(body).not.toContain("The cost");
  });

  it("of two columns, one after the other, without heads, numbers and hyphens", async () => {
    const { title, byline, body } = await articleIn("columns.pdf");
    expect({ title, byline }).toEqual({ title: bridge, byline: "Anna Writer" });
    const paragraphs = body.split("\n\n");
    expect(paragraphs).toHaveLength(36);
    expect(paragraphs.filter((paragraph) => !/^[“\p{Lu}].*[.”]$/u.test(paragraph))).toEqual([]);
    expect(body).not.toMatch(/HARBOUR COURIER|6 March|All figures|– \d –/);
    expect(body.match(/\p{L}+-\p{L}+/gu)).toEqual(["twenty-five", "twenty-five", "twenty-five"]);
    expect(body).toContain("published in January. They counted");
  });

  it("in Arabic, with the letters of ligatures in order", async () => {
    const { title, body } = await articleIn("arabic.pdf");
    expect(title).toBe("المجلس البلدي يوافق على بناء جسر جديد");
    expect(body.split("\n\n")[0]).toBe(
      "وافق المجلس البلدي مساء الثلاثاء على بناء جسر جديد فوق النهر بعد أحد عشر عاما من الجدل حول تكلفته وموقعه، وصوت أربعة عشر عضوا لصالح القرار.",
    );
    expect(body.split("\n\n")).toHaveLength(3);
  });

  it("printed by a browser, without the page's menu, under its headline", async () => {
    const { title, published, language, body } = await articleIn("printedPage.pdf");
    expect(title).toBe("Moskau und Ankara richten sich auf ein Syrien ohne Amerikaner ein");
    expect(published?.value).toMatch(/^2018-12-31/);
    expect(language).toBe("de");
    expect(body).toMatch(/^Zwei Hauptstädte auf verschiedenen Seiten/);
    expect(body).toContain("\n\nSolche Sätze kosten wenig.");
    expect(body).not.toContain("Diplomatie");
  });

  it("printed by a word processor, with the author of its properties", async () => {
    const { title, byline, body } = await articleIn("writer.pdf");
    expect({ title, byline }).toEqual({ title: bridge, byline: "Anna Writer" });
    expect(
      body
        .split("\n\n")
        .slice(0, 3)
        .map((paragraph) => paragraph.slice(0, 8)),
    ).toEqual(["The town", "“We have", "The brid"]);
    expect(body).toContain("mornings until then.\n\n");
  });

  it("that only its owner may change", async () => {
    expect((await articleIn("ownerPassword.pdf")).title).toBe(bridge);
  });
});

describe("a PDF is refused in words", () => {
  const single = wordOrPdf("single.pdf");
  it.each<[string, Uint8Array, RegExp]>([
    ["with a password", wordOrPdf("encrypted.pdf"), /protected by a password; save it without/],
    ["that is a scan", wordOrPdf("scanned.pdf"), /has no text, only images .* \(OCR\)/],
    ["cut off in its first half", single.subarray(0, 900), /this PDF is damaged/],
    ["of nothing but its mark", Buffer.from("%PDF-1.7\n"), /this PDF is damaged/],
    [
      "with too many pages",
      pdfOfPages(bounds.pdfPages + 1),
      /has 1001 pages, but the limit is 1000;/,
    ],
  ])("%s", async (_, pdf, reason) => {
    expect(isPdf(pdf)).toBe(true);
    expect(await reasonFor(pdf)).toMatch(reason);
  });

  it.each<[string, string, "content" | "font"]>([
    ["spaces", " ", "content"],
    ["words", "BT /F 9 Tf 9 9 Td (a)Tj ET ", "content"],
    ["dictionaries", "[<<>><<>>]", "content"],
    ["a font's table", "1 beginbfrange <00> <ff> [<0041>] endbfrange ", "font"],
  ])("that unpacks to a quarter of a gigabyte of %s", async (_, unit, where) => {
    const pdf = pdfBomb(unit, 250_000_000, where);
    expect(await reasonFor(pdf)).toMatch(/more memory|more than 1000000 characters/);
  });

  it("that is too large, before it is read", () => {
    expect(refusalOfSize(bounds.pdfBytes)).toBeNull();
    expect(refusalOfSize(bounds.pdfBytes + 1_000_000)).toMatchObject({
      reason: { key: "refusedLongDocument", values: [41, 40] },
    });
  });
});

/** Each takes a tenth of a second. */
const mutants = 30;

it("mutants of PDFs are read or refused, and none is a fault of this program", async () => {
  const random = randomBelow(7);
  const files = ["single.pdf", "columns.pdf", "arabic.pdf"].map(wordOrPdf);
  const kinds = new Set<string>();
  for (let at = 0; at < mutants; at++) {
    const item = itemOfPdf("a.pdf", await readPdf(pdfium, mutantOf(files[at % 3]!, random)), {});
    kinds.add(item.kind);
    expect(item.kind === "refused" ? item.reason.key : "").not.toBe("refusedFault");
  }
  expect(kinds).toEqual(new Set(["article", "refused"]));
});
