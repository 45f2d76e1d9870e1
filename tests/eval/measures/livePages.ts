import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { JSDOM, VirtualConsole } from "jsdom";
import { understandPage } from "../../../src/background/pageUnderstanding.ts";
import { articleFromHtml } from "../../../src/ingest/articleFromHtml.ts";
import { decodeText } from "../../../src/ingest/decodeText.ts";
import { collectStatements } from "../../../src/ingest/metadata/collectStatements.ts";
import { collectBlocks } from "../../../src/page/blocks/collectBlocks.ts";
import { featuresOf } from "../../../src/page/blocks/pageBlock.ts";
import { readPage, wholeArticle } from "../../../src/page/readPage.ts";
import type { Measure } from "../measure.ts";
import {
  agree,
  mean,
  parse,
  SegmentCount,
  type SegmentRow,
  squeeze,
  wordsOf,
} from "./extraction.ts";

/**
 * The body as the content script reads it off a live page (without layout: what only a style
 * sheet hides is read too): its words against those of `ingest`'s body on whole pages, and the
 * segments of the extraction set that it finds and leaves out.
 */
export const livePages: Measure = {
  name: "live pages, 32 and 74",
  goal: { "live and ingest agree": 0.97, "segment F1": 0.93 },
  baseline: {},
  needs: ["pages", "eval/extraction/evaldata.json"],
  async run(dataFolder) {
    const agreement = agreementOnPages(path.join(dataFolder, "pages"));
    return {
      "live and ingest agree": mean(agreement),
      "pages that agree below .9": agreement.filter((one) => one < 0.9).length,
      ...segmentsOf(path.join(dataFolder, "eval/extraction")).figures(""),
    };
  },
};

function agreementOnPages(folder: string): readonly number[] {
  const agreement: number[] = [];
  for (const name of readdirSync(folder)) {
    const source = path.join(folder, name, "source.html");
    if (!existsSync(source)) continue;
    const ingested = wordsOf(articleFromHtml(parse(source)).body);
    if (ingested.length > 0) agreement.push(agree(wordsOf(liveBody(source)), ingested));
  }
  return agreement;
}

function segmentsOf(folder: string): SegmentCount {
  const rows: Record<string, SegmentRow> = JSON.parse(
    readFileSync(path.join(folder, "evaldata.json"), "utf8"),
  );
  const segments = new SegmentCount();
  for (const row of Object.values(rows)) {
    segments.add(row, squeeze(liveBody(path.join(folder, "html", row.file))));
  }
  return segments;
}

function liveBody(file: string): string {
  // A console of its own: jsdom would print every style sheet that it cannot read.
  const virtualConsole = new VirtualConsole();
  const { window } = new JSDOM(decodeText(readFileSync(file)) ?? "", { virtualConsole });
  // jsdom works out every style anew each time it is asked, and knows no layout anyway.
  window.getComputedStyle = () => ({ cssFloat: "none", display: "inline" }) as CSSStyleDeclaration;
  const { document } = window;
  const blocks = collectBlocks(document.documentElement).filter(({ isShown }) => isShown);
  const statements = collectStatements(document, null);
  const understood = understandPage({ statements, blocks: featuresOf(blocks) });
  const reading = readPage(blocks, understood, wholeArticle);
  window.close();
  return reading.body;
}
