import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseHTML } from "linkedom";
import { labelBlocks } from "../../../src/engine/body/labelBlocks.ts";
import type { BlockLabel } from "../../../src/engine/model/index.ts";
import { articleFromHtml } from "../../../src/ingest/articleFromHtml.ts";
import type { LabelledBlocks } from "../../../src/ingest/datelines.ts";
import { decodeText } from "../../../src/ingest/decodeText.ts";
import { labelHtml } from "../../../src/ingest/html/labelHtml.ts";
import { collectStatements } from "../../../src/ingest/metadata/collectStatements.ts";
import { readMetadata } from "../../../src/ingest/metadata/readMetadata.ts";
import { collectBlocks } from "../../../src/page/blocks/collectBlocks.ts";
import { featuresOf } from "../../../src/page/blocks/pageBlock.ts";
import type { Figures, Measure } from "../measure.ts";

/** Segments of a page that must, and must not, be in its body. */
export interface SegmentRow {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly date?: string;
}

/**
 * News pages in HTML: segments found and left out. The set counts subheadings as text of the
 * article; a body has none, so the figure is given both ways.
 */
export const extraction: Measure = {
  name: "extraction, 74 pages",
  goal: { "segment F1": 0.95, precision: 0.955, recall: 0.945 },
  baseline: {
    "segment F1": "Readability .885",
    "segment F1, with subheadings": "with filters .917",
  },
  needs: ["eval/extraction/evaldata.json"],
  async run(dataFolder) {
    const folder = path.join(dataFolder, "eval/extraction");
    const data: Record<string, SegmentRow> = JSON.parse(
      readFileSync(path.join(folder, "evaldata.json"), "utf8"),
    );
    const body = new SegmentCount();
    const withHeadings = new SegmentCount();
    let dates = 0;
    let datesRight = 0;
    for (const [url, row] of Object.entries(data)) {
      const document = parse(path.join(folder, "html", row.file));
      const { jsonLd } = collectStatements(document, url);
      const { title, statedWords } = readMetadata(document, url);
      const labelled = labelHtml(document, title, { jsonLd, statedWords });
      body.add(row, textOf(labelled, ["body"]));
      withHeadings.add(row, textOf(labelled, ["body", "heading"]));
      if (!row.date) continue;
      dates++;
      const { published } = articleFromHtml(document, { urls: [url] });
      if (published?.value.startsWith(row.date)) datesRight++;
    }
    return {
      ...body.figures(""),
      ...withHeadings.figures(", with subheadings"),
      "dates right": datesRight / dates,
    };
  },
};

export class SegmentCount {
  #found = 0;
  #missed = 0;
  #extra = 0;

  add(row: SegmentRow, text: string): void {
    for (const segment of row.with) {
      if (text.includes(squeeze(segment))) this.#found++;
      else this.#missed++;
    }
    for (const segment of row.without) if (text.includes(squeeze(segment))) this.#extra++;
  }

  figures(suffix: string): Figures {
    const precision = this.#found / (this.#found + this.#extra);
    const recall = this.#found / (this.#found + this.#missed);
    return {
      [`segment F1${suffix}`]: (2 * precision * recall) / (precision + recall),
      [`precision${suffix}`]: precision,
      [`recall${suffix}`]: recall,
    };
  }
}

/**
 * Whole pages with an expected article: words of the body that `ingest` gives against the
 * expected ones, and of the body that the rules give on the whole page, as on a live one, against
 * `ingest`'s. Pages that linkedom parses to an empty body are left out of the second.
 */
export const pageBodies: Measure = {
  name: "bodies, 32 pages",
  goal: { "live and ingest agree": 0.97 },
  baseline: {},
  needs: ["pages"],
  async run(dataFolder) {
    const folder = path.join(dataFolder, "pages");
    const ingest: number[] = [];
    const agreement: number[] = [];
    for (const name of readdirSync(folder)) {
      const source = path.join(folder, name, "source.html");
      if (!existsSync(source)) continue;
      const document = parse(source);
      const article = wordsOf(articleFromHtml(document).body);
      ingest.push(agree(article, expectedWords(path.join(folder, name, "expected.html"))));
      const blocks = featuresOf(collectBlocks(document.body));
      if (blocks.length === 0) continue;
      const labels = labelBlocks(blocks, { title: readMetadata(document, null).title });
      agreement.push(agree(wordsOf(textOf({ blocks, labels }, ["body"])), article));
    }
    return {
      "ingest, F1 of words": mean(ingest),
      "live and ingest agree": mean(agreement),
      "pages that agree below .9": agreement.filter((one) => one < 0.9).length,
    };
  },
};

function expectedWords(file: string): readonly string[] {
  const { document } = parseHTML(`<html><body>${readFileSync(file, "utf8")}</body></html>`);
  const own = featuresOf(collectBlocks(document.body as unknown as Element)).filter(
    ({ element, region }) => element !== "heading" && region !== "figure",
  );
  return wordsOf(own.map(({ text }) => text).join(" "));
}

export function parse(file: string): Document {
  const html = decodeText(readFileSync(file)) ?? "";
  return parseHTML(html).document as unknown as Document;
}

function textOf({ blocks, labels }: LabelledBlocks, wanted: readonly BlockLabel[]): string {
  const own = blocks.filter((_, i) => wanted.includes(labels[i]!));
  return squeeze(own.map(({ text }) => text).join(" "));
}

export function squeeze(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ");
}

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** F1 of two bags of words. */
export function agree(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of a) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return (2 * common) / Math.max(1, a.length + b.length);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
