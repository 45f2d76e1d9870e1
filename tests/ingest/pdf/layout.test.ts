/** How lines with places become paragraphs. */
import { describe, expect, it } from "vitest";
import { articleFromPdf } from "../../../src/ingest/pdf/articleFromPdf.ts";
import { inColumns } from "../../../src/ingest/pdf/columns.ts";
import { createHyphens } from "../../../src/ingest/pdf/hyphens.ts";
import { paragraphsOf, paragraphsOfPages } from "../../../src/ingest/pdf/paragraphs.ts";
import { createPdfLines, type PdfChar } from "../../../src/ingest/pdf/pdfLines.ts";
import type { PdfLine } from "../../../src/ingest/pdf/pdfText.ts";
import { withoutRunningHeads } from "../../../src/ingest/pdf/runningHeads.ts";

const charWidth = 5;

/** A line of ten points at a place; `full` makes it as wide as a column. */
function line(text: string, left: number, baseline: number, more: Partial<PdfLine> = {}): PdfLine {
  return { text, left, right: left + text.length * charWidth, baseline, size: 10, ...more };
}

/** Lines below each other; a number in front of the text is its indentation. */
function column(left: number, top: number, texts: readonly string[]): readonly PdfLine[] {
  return texts.map((text, at) => line(text, left, top - at * 12));
}

const textsIn = (lines: readonly PdfLine[]) =>
  paragraphsOf([{ lines, page: 0 }]).map(({ text }) => text);

describe("the lines of a page are put in order", () => {
  const left = [
    "The first column begins here and",
    "goes on for some lines until it",
    "comes to an end at the bottom of",
    "the page.",
  ];
  const right = [
    "It goes on in the second column,",
    "which has as many lines, and then",
    "another one that is the last line",
    "of all.",
  ];
  const beside = [0, 1, 2, 3].flatMap((at) => [
    line(left[at]!, 50, 700 - at * 12),
    line(right[at]!, 250, 700 - at * 12),
  ]);
  const told = (lines: readonly PdfLine[]) =>
    inColumns(lines).map((part) => part.map(({ text }) => text));

  it("column by column, though they were written row by row", () => {
    expect(told(beside)).toEqual([left, right]);
  });

  it("below a title that stands across the columns, and above a line that does", () => {
    const title = line(
      "A title that is as wide as both of the columns below it together",
      50,
      740,
      { size: 12 },
    );
    const last = line("A last line that is as wide as both of the columns above it is", 50, 620);
    expect(told([...beside, last, title])).toEqual([[title.text], left, right, [last.text]]);
  });

  it("from the top where there is one column, whatever their order in the file", () => {
    const lines = column(50, 700, left);
    expect(told(lines.toReversed())).toEqual([left]);
  });

  it("with the number of a list's item in front of it, which is no column", () => {
    const items = [0, 1, 2, 3].flatMap((at) => [
      line(`${at + 1}.`, 50, 700 - at * 12),
      line(left[at]!, 75, 700 - at * 12),
    ]);
    expect(told(items)).toEqual([left.map((text, at) => `${at + 1}. ${text}`)]);
  });

  it("without the raised number of a note", () => {
    const mark = line("3", 50 + left[0]!.length * charWidth, 704, { size: 6 });
    expect(told([line(left[0]!, 50, 700), mark])).toEqual([[left[0]]]);
  });

  it("of ten thousand that all stand beside each other", () => {
    const many = Array.from({ length: 10_000 }, (_, at) => line(`${at}`, (at % 100) * 30, at / 7));
    expect(inColumns(many).flat().length).toBeGreaterThan(0);
  });
});

describe("lines become paragraphs", () => {
  const one = [
    "The town council voted on Tuesday to",
    "build a new bridge over the river that",
    "cuts the town in two.",
  ];
  const two = [
    "Opponents wanted the money for the sea",
    "wall, which lost its outer part in the",
    "storms of last November.",
  ];

  it.each<[string, readonly PdfLine[]]>([
    ["by a gap", [...column(50, 700, one), ...column(50, 700 - 3 * 12 - 6, two)]],
    [
      "by an indentation",
      [...column(50, 700, [...one, ...two])].map((its, at) =>
        at === 3 ? { ...its, left: 60, right: its.right + 10 } : its,
      ),
    ],
    ["by the room at the end of a line", column(50, 700, [...one, ...two])],
    ["by a bullet", column(50, 700, [...one, `• ${two[0]}`, ...two.slice(1)])],
  ])("parted %s", (_, lines) => {
    expect(textsIn(lines)).toEqual([one.join(" "), two.join(" ")]);
  });

  it("and one goes on in the next column, past a note of another size", () => {
    const [first, second] = [one.slice(0, 2), one.slice(2)];
    const note = line("A note below the column.", 50, 600, { size: 7 });
    const paragraphs = paragraphsOf([
      { lines: [...column(50, 700, first), note], page: 0 },
      { lines: column(50, 700, second), page: 1 },
    ]);
    expect(paragraphs.map(({ text }) => text)).toEqual([one.join(" "), note.text]);
  });

  it("but a new one begins there after a sentence", () => {
    const paragraphs = paragraphsOf([
      { lines: column(50, 700, one), page: 0 },
      { lines: column(50, 700, two), page: 1 },
    ]);
    expect(paragraphs.map(({ text }) => text)).toEqual([one.join(" "), two.join(" ")]);
  });
});

describe("a hyphen at the end of a line", () => {
  it.each([
    ["is dropped between small letters", ["the govern-", "ment said"], "the government said"],
    ["is dropped where the word stands elsewhere", ["NATO MEMBER", "a Mem-", "BER"], "a MemBER"],
    ["stays in a name", ["the Anglo-", "American firm"], "the Anglo-American firm"],
    [
      "stays where the word has one elsewhere",
      ["twenty-five", "of twenty-", "five"],
      "of twenty-five",
    ],
    ["is dropped if it is a soft one", ["the Ver\u00ad", "Einigung"], "the VerEinigung"],
    ["stays before a number", ["Covid-", "19 cases"], "Covid- 19 cases"],
    ["stays if it is a dash", ["he said -", "and left"], "he said - and left"],
  ])("%s", (_, lines, expected) => {
    const [before = "", next = ""] = lines.slice(-2);
    expect(createHyphens(lines).before(next, before) + next).toBe(expected);
  });
});

describe("what repeats at the edge of pages is dropped", () => {
  const page = (number: number, body: readonly string[]) => [
    line("HARBOUR COURIER", 50, 800),
    line(`Page ${number} of 3`, 300, 30),
    ...column(50, 700, body),
  ];
  const bodies = [1, 2, 3].map((number) =>
    Array.from(
      { length: 12 },
      (_, at) => `Line ${"abcdefghijkl"[at]} of part ${"xyz"[number - 1]} of the text.`,
    ),
  );

  it("heads and numbers, though the numbers differ", () => {
    const pages = bodies.map((body, at) => page(at + 1, body));
    expect(withoutRunningHeads(pages).map((lines) => lines.map(({ text }) => text))).toEqual(
      bodies,
    );
  });

  it("but not what repeats at another height, or inside the page", () => {
    const refrain = "So it goes, the old man said.";
    const pages = bodies.map((body, at) => [
      line(refrain, 50, 780 - at * 20),
      ...column(50, 700, body.with(6, refrain)),
    ]);
    expect(withoutRunningHeads(pages)).toEqual(pages);
  });

  it("and a document of one page keeps all", () => {
    expect(withoutRunningHeads([page(1, bodies[0]!)])[0]).toHaveLength(14);
  });
});

/** The same sign on a page whose text is turned to the right. */
function turned(char: PdfChar, quarters: number): PdfChar {
  const { x, y, left, right, bottom, top } = char;
  const once = { ...char, x: y, y: -x, left: bottom, right: top, bottom: -right, top: -left };
  const angle = (quarters * Math.PI) / 2;
  return quarters === 0 ? char : { ...turned(once, quarters - 1), angle };
}

describe("signs become lines", () => {
  const chars = (text: string, more: Partial<PdfChar> = {}): readonly PdfChar[] =>
    [...text].map((sign, at) => ({
      ...{
        code: sign.codePointAt(0)!,
        isHyphen: false,
        ...{ x: at * 5, y: 100, left: at * 5, right: at * 5 + 5, bottom: 98, top: 108 },
      },
      ...{ size: 10, angle: 0 },
      ...more,
    }));
  const linesOf = (signs: readonly PdfChar[], most = 100) =>
    createPdfLines(most)(signs.length, (at) => signs[at]!).map(({ text }) => text);

  it.each<[string, readonly PdfChar[], readonly string[]]>([
    ["parted by line ends", chars("one\r\ntwo"), ["one", "two"]],
    [
      "parted by a gap",
      [
        ...chars("one"),
        ...chars("two").map((its) => ({ ...its, left: its.left + 60, right: its.right + 60 })),
      ],
      ["one", "two"],
    ],
    ["parted by a step", [...chars("one"), ...chars("two", { y: 88 })], ["one", "two"]],
    [
      "without turned ones",
      [...chars("one two three\n"), ...chars("credit", { angle: Math.PI / 2 })],
      ["one two three"],
    ],
    ...[1, 2, 3].map((turn): [string, readonly PdfChar[], readonly string[]] => [
      `of a page that is turned by ${turn} quarters`,
      chars("one two\nthree").map((its) => turned(its, turn)),
      ["one two", "three"],
    ]),
    [
      "with the letters of an Arabic ligature in order",
      [...chars("ب", { x: 20 }), ...chars("ا", { x: 10 }), ...chars("ل", { x: 10 })],
      ["بلا"],
    ],
    ["without those at no place", [...chars("one"), ...chars("x", { left: Number.NaN })], ["one"]],
    ["with ligatures as letters", chars("oﬃce"), ["office"]],
    ["with signs of symbol fonts as bullets", chars("\uf0b7 one"), ["• one"]],
    ["without controls", chars("o\u0001n\ufffee"), ["one"]],
  ])("%s", (_, signs, expected) => {
    expect(linesOf(signs)).toEqual(expected);
  });

  it("of bounded number", () => {
    expect(() => linesOf(chars("one two"), 6)).toThrow(/refusedTooLong 6/);
  });
});

describe("the title of a PDF", () => {
  const body = column(50, 600, [
    "The town council of Harbourville voted on Tuesday evening to build",
    "a new bridge over the river after eleven years of argument about it.",
  ]);
  const heading = (text: string, baseline: number, size: number) =>
    line(text, 50, baseline, { size });
  it.each<[string, string, readonly PdfLine[], string]>([
    [
      "is the largest heading",
      "",
      [heading("Council approves bridge", 700, 24), heading("What it costs and who pays", 650, 14)],
      "Council approves bridge",
    ],
    [
      "is not the shorter nameplate",
      "",
      [heading("The Courier", 760, 40), heading("Council approves new bridge", 700, 24)],
      "Council approves new bridge",
    ],
    [
      "is the heading that the metadata repeat",
      "Council approves new bridge – The Courier",
      [
        heading("The Daily Harbour Courier", 760, 40),
        heading("Council approves new bridge", 700, 24),
      ],
      "Council approves new bridge",
    ],
    [
      "is that of the metadata where there is no heading",
      "Council approves new bridge",
      [],
      "Council approves new bridge",
    ],
    ["is never a file's name", "Microsoft Word - final2.docx", [], ""],
  ])("%s", (_, title, headings, expected) => {
    const paragraphs = paragraphsOfPages([[...headings, ...body]]);
    const { article } = articleFromPdf({ title, author: "", paragraphs });
    expect(article.title).toBe(expected);
  });
});
