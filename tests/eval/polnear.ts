import path from "node:path";
import { type BodyView, viewBody } from "../../src/engine/extract/attributions/bodyView.ts";
import { findQuotations } from "../../src/engine/extract/quotes/quotes.ts";
import { learnNames } from "../../src/engine/facts/names/names.ts";
import { splitSentences } from "../../src/engine/text/sentences.ts";
import { tokenise } from "../../src/engine/text/tokens.ts";
import { readRows } from "./readRows.ts";

/** A span of PolNeAR: start and end. */
export type Stretch = readonly [number, number];

interface Part {
  readonly spans: readonly Stretch[];
}

/** One attribution as marked by hand; each part may be missing or split. */
export interface MarkedAttribution {
  readonly source: readonly Part[];
  readonly cue: readonly Part[];
  readonly content: readonly Part[];
}

/** One article of PolNeAR: attribution in political news. */
export interface PolnearArticle {
  readonly text: string;
  readonly attributions: readonly MarkedAttribution[];
}

/** The articles of a part of PolNeAR ("train", "dev"). */
export function polnearArticles(dataFolder: string, part: "train" | "dev"): PolnearArticle[] {
  return readRows<PolnearArticle>(path.join(dataFolder, `eval/polnear/${part}.jsonl`));
}

/** All stretches of one kind of part. */
export function stretchesOf(
  attributions: readonly MarkedAttribution[],
  kind: "source" | "cue" | "content",
): Stretch[] {
  return attributions.flatMap((attribution) =>
    attribution[kind].flatMap((part) => [...part.spans]),
  );
}

/** True if a stretch shares a code unit with some other one. */
export function overlapsAny([start, end]: Stretch, others: readonly Stretch[]): boolean {
  return others.some((other) => start < other[1] && other[0] < end);
}

/** What attributions are read from. */
export function viewOf(text: string): BodyView {
  const tokens = tokenise(text);
  const { names } = learnNames(text, tokens);
  return viewBody(text, tokens, splitSentences(text), findQuotations(text), names);
}
