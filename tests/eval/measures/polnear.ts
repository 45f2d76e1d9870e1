import { findAttributions } from "../../../src/engine/extract/attributions/attributions.ts";
import type { BodyView } from "../../../src/engine/extract/attributions/bodyView.ts";
import { addFollowingQuotes } from "../../../src/engine/extract/attributions/followingQuotes.ts";
import { findCues } from "../../../src/engine/extract/cues/cues.ts";
import { sourceSpan } from "../../../src/engine/extract/frames/contentSpan.ts";
import { readFrames } from "../../../src/engine/extract/frames/frames.ts";
import type { Measure } from "../measure.ts";
import {
  type MarkedAttribution,
  overlapsAny,
  polnearArticles,
  type Stretch,
  stretchesOf,
  viewOf,
} from "../polnear.ts";

/** Cues count from this score on: chosen on train, for F1. Readers are shown surer ones only. */
const leastScore = -0.3;

/** Hits of what was given, of how many; hits of what was marked, of how many. */
class Tally {
  private hits = 0;
  private given = 0;
  private met = 0;
  private marked = 0;

  add(given: readonly Stretch[], marked: readonly Stretch[]): void {
    this.given += given.length;
    this.marked += marked.length;
    this.hits += given.filter((stretch) => overlapsAny(stretch, marked)).length;
    this.met += marked.filter((stretch) => overlapsAny(stretch, given)).length;
  }

  /** Counts things that are the same on both sides. */
  addSame(same: number, given: number, marked: number): void {
    this.hits += same;
    this.met += same;
    this.given += given;
    this.marked += marked;
  }

  figures(name: string): Record<string, number> {
    const precision = this.hits / this.given;
    const recall = this.met / this.marked;
    const f1 = (2 * precision * recall) / (precision + recall);
    return { [`${name} P`]: precision, [`${name} R`]: recall, [`${name} F1`]: f1 };
  }
}

/**
 * PolNeAR dev: cues and sources by overlap, content by token, and for contents that are one
 * quotation: the quotation's exact span, and whether the speaker is the one marked.
 */
export const polnear: Measure = {
  name: "PolNeAR dev",
  goal: {
    "content F1": 0.82,
    "cue F1": 0.8,
    "source F1": 0.8,
    "quote spans F1": 0.97,
    "speaker of quotes": 0.9,
  },
  baseline: {
    "content P": 0.869,
    "content R": 0.635,
    "content F1": 0.734,
    "cue F1": "people .815",
  },
  needs: ["eval/polnear/dev.jsonl"],
  async run(dataFolder) {
    const tallies = {
      cue: new Tally(),
      source: new Tally(),
      content: new Tally(),
      quotes: new Tally(),
    };
    const speakers = { right: 0, asked: 0 };
    for (const { text, attributions } of polnearArticles(dataFolder, "dev")) {
      const view = viewOf(text);
      countFrames(view, attributions, tallies);
      countQuotes(view, attributions, tallies.quotes, speakers);
    }
    return {
      ...tallies.content.figures("content"),
      ...tallies.cue.figures("cue"),
      ...tallies.source.figures("source"),
      ...tallies.quotes.figures("quote spans"),
      "speaker of quotes": speakers.right / speakers.asked,
    };
  },
};

function countFrames(
  view: BodyView,
  marked: readonly MarkedAttribution[],
  tallies: { cue: Tally; source: Tally; content: Tally },
): void {
  const cues = findCues(view, leastScore);
  const frames = addFollowingQuotes(view, readFrames(view, cues), cues);
  const given: Record<"cue" | "source" | "content", Stretch[]> = {
    cue: [],
    source: [],
    content: [],
  };
  for (const { cue, source, content } of frames) {
    const token = view.tokens[cue.at]!;
    given.cue.push([token.start, token.end]);
    if (source !== null) {
      const span = sourceSpan(view, source);
      given.source.push([span.start, span.end]);
    }
    for (const span of content) given.content.push([span.start, span.end]);
  }
  tallies.cue.add(given.cue, stretchesOf(marked, "cue"));
  tallies.source.add(given.source, stretchesOf(marked, "source"));
  const ours = tokensIn(view, given.content);
  const theirs = tokensIn(view, stretchesOf(marked, "content"));
  const same = [...ours].filter((token) => theirs.has(token)).length;
  tallies.content.addSame(same, ours.size, theirs.size);
}

/** The tokens that lie in some stretch, by index. */
function tokensIn(view: BodyView, stretches: readonly Stretch[]): Set<number> {
  const within = new Uint8Array(view.text.length + 1);
  for (const [start, end] of stretches) within.fill(1, start, end);
  const tokens = new Set<number>();
  for (const [index, { start }] of view.tokens.entries())
    if (within[start] === 1) tokens.add(index);
  return tokens;
}

function countQuotes(
  view: BodyView,
  marked: readonly MarkedAttribution[],
  quotes: Tally,
  speakers: { right: number; asked: number },
): void {
  const given = view.quotations.map(({ outer }): Stretch => [outer.start, outer.end]);
  const attributions = findAttributions(view);
  const whole = marked.flatMap((one) =>
    quotationsIn(view.text, one).map((span) => ({ one, span })),
  );
  const spans = whole.map(({ span }) => span);
  const touched = given.filter((stretch) => overlapsAny(stretch, spans));
  const same = spans.filter(([start, end]) =>
    given.some((one) => one[0] === start && one[1] === end),
  );
  quotes.addSame(same.length, touched.length, spans.length);
  for (const { one, span } of whole) {
    const sources = stretchesOf([one], "source");
    if (sources.length === 0) continue;
    speakers.asked++;
    const ours = attributions.filter(({ content }) =>
      overlapsAny(
        span,
        content.map(({ start, end }): Stretch => [start, end]),
      ),
    );
    if (ours.some((attribution) => isSpeaker(view, attribution, sources))) speakers.right++;
  }
}

/** The same mention, or the same last name. */
function isSpeaker(
  view: BodyView,
  ours: { readonly source: string; readonly mentionSpan: { start: number; end: number } | null },
  marked: readonly Stretch[],
): boolean {
  const mention = ours.mentionSpan;
  if (mention !== null && overlapsAny([mention.start, mention.end], marked)) return true;
  const last = ours.source.split(" ").at(-1)!.toLowerCase();
  return marked.some(([start, end]) => view.text.slice(start, end).toLowerCase().includes(last));
}

/** The contents that are one quotation from mark to mark. */
function quotationsIn(text: string, { content }: MarkedAttribution): Stretch[] {
  return content
    .flatMap((part) => [...part.spans])
    .filter(([start, end]) => {
      const words = text.slice(start, end);
      return /^“[^“”]+”$/.test(words) || /^"[^"]+"$/.test(words);
    });
}
