import { countWords } from "../../engine/body/blockMeasures.ts";
import type { BlockFeatures } from "../../engine/model/index.ts";
import { articleFromDocument } from "../articleFromDocument.ts";
import type { ReadArticle } from "../formats/omissions.ts";
import type { KnownOfArticle } from "../knownOfArticle.ts";
import type { PdfParagraph, PdfText } from "./pdfText.ts";

/**
 * Returns the article in a PDF. Throws ArticleDataError if there is no article text.
 */
export function articleFromPdf(pdf: PdfText, known: KnownOfArticle = {}): ReadArticle {
  const { paragraphs } = pdf;
  const headings = headingsOf(paragraphs);
  const titles = titlesIn(headings);
  const blocks = paragraphs.map((paragraph) => blockOf(paragraph, headings, titles[0]));
  const texts = titles.map(({ text }) => text);
  return articleFromDocument(blocks, texts, pdf, known);
}

/** Headings are larger than the text by at least this, and not longer. */
const largerSize = 1.12;
const longestHeading = 300;

function headingsOf(paragraphs: readonly PdfParagraph[]): ReadonlySet<PdfParagraph> {
  const size = usualSize(paragraphs) * largerSize;
  return new Set(
    paragraphs.filter(
      (its) => its.size >= size && its.text.length <= longestHeading && !its.isItem,
    ),
  );
}

/** The size of most of the text. */
function usualSize(paragraphs: readonly PdfParagraph[]): number {
  const chars = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    const rounded = Math.round(size * 2) / 2;
    chars.set(rounded, (chars.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...chars].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
}

/** A title has at least this many words; a nameplate is larger, but shorter. */
const leastTitleWords = 3;

/** Returns the headings of the first page with one, the largest first. */
function titlesIn(headings: ReadonlySet<PdfParagraph>): readonly PdfParagraph[] {
  const [first] = headings;
  return [...headings]
    .filter(
      (heading) => heading.page === first!.page && countWords(heading.text) >= leastTitleWords,
    )
    .toSorted((one, other) => other.size - one.size);
}

function blockOf(
  paragraph: PdfParagraph,
  headings: ReadonlySet<PdfParagraph>,
  title: PdfParagraph | undefined,
): BlockFeatures {
  const { text, isItem } = paragraph;
  const plain = { text, linkChars: 0, region: "unknown" } as const;
  if (!headings.has(paragraph)) {
    return { ...plain, element: isItem ? "listItem" : "line", headingLevel: 0 };
  }
  return { ...plain, element: "heading", headingLevel: paragraph === title ? 1 : 2 };
}
