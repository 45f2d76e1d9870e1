import type { Span } from "../../model/index.ts";
import {
  COLON,
  COMMA,
  DASH,
  NAME,
  OTHER,
  PRONOUN,
  ROLE,
  STOP,
  verbKey,
} from "../../text/wordTraits.ts";
import type { Cue } from "../cues/cue.ts";
import { cueKey } from "../cues/cueContext.ts";
import { findCues } from "../cues/cues.ts";
import { quotedShare } from "../frames/contentWords.ts";
import type { Frame } from "../frames/frame.ts";
import { readFrames } from "../frames/frames.ts";
import { mainSubject } from "../frames/sentenceSubject.ts";
import { sourceBefore } from "../frames/sourceBefore.ts";
import type { SourceTokens } from "../frames/sourceTokens.ts";
import { firstEndingAfter } from "../locate.ts";
import { isWork } from "../quotes/quotes.ts";
import { type BodyView, nameEnd, sentenceStart } from "./bodyView.ts";
import { isSpeech } from "./speech.ts";

/**
 * Gives quotations that no frame contains to the likeliest source: the name that signs them, a cue
 * of their own sentence that would be too weak elsewhere, or the speaker quoted before or after
 * them in the paragraph. Each quotation looks at a few neighbours only.
 */
export function addUnclaimedQuotes(view: BodyView, frames: readonly Frame[]): readonly Frame[] {
  const unclaimed = unclaimedQuotes(view, frames);
  if (unclaimed.length === 0) return frames;
  const sentences = new Set<number>();
  for (const quote of unclaimed) {
    for (const sentence of sentencesOf(view, quote)) sentences.add(sentence);
  }
  const weak = weakFrames(view, findCues(view, leastWeakScore, sentences));
  const added: Frame[] = [];
  const alone: number[] = [];
  for (const quote of unclaimed) {
    const own =
      signed(view, quote) ??
      ownFrame(view, quote, weak) ??
      introduced(view, quote) ??
      spoken(view, quote);
    if (own === null) alone.push(quote);
    else if (!added.includes(own)) added.push(own);
  }
  const all = [...frames, ...added].sort((a, b) => a.cue.at - b.cue.at);
  const left = new Set(unclaimedQuotes(view, all));
  return withNeighbours(
    view,
    all,
    alone.filter((quote) => left.has(quote)),
  );
}

/** The least score, in log odds, of a cue next to a quotation. */
const leastWeakScore = -3;

function unclaimedQuotes(view: BodyView, frames: readonly Frame[]): number[] {
  const claimed = new Uint8Array(view.quotations.length);
  for (const { content } of frames) {
    for (const { start, end } of content) {
      let index = firstEndingAfter(view.quotations, start);
      for (; index < claimed.length && view.quotations[index]!.start < end; index++) {
        claimed[index] = 1;
      }
    }
  }
  return view.quotations.flatMap((quotation, index) =>
    claimed[index] === 1 || isWork(view.text, quotation, false) ? [] : [index],
  );
}

/** Returns the sentences with the beginning and the end of a quotation. */
function sentencesOf(view: BodyView, quote: number): readonly number[] {
  const { outer } = view.quotations[quote]!;
  return [sentenceAt(view, outer.start), sentenceAt(view, outer.end - 1)];
}

/** Returns the sentence at an offset, or the one that ends nearest after it. */
function sentenceAt(view: BodyView, offset: number): number {
  return Math.min(firstEndingAfter(view.sentences, offset), view.sentences.length - 1);
}

function weakFrames(view: BodyView, cues: readonly Cue[]): ReadonlyMap<number, readonly Frame[]> {
  const bySentence = new Map<number, Frame[]>();
  for (const frame of readFrames(view, cues)) {
    if (frame.source === null || !isSpeech(view, frame)) continue;
    const sentence = view.sentenceOf[frame.cue.at]!;
    const others = bySentence.get(sentence);
    if (others === undefined) bySentence.set(sentence, [frame]);
    else if (others.length < mostFrames) others.push(frame);
  }
  return bySentence;
}

/** The most frames of one sentence that are looked at. */
const mostFrames = 8;

function ownFrame(
  view: BodyView,
  quote: number,
  weak: ReadonlyMap<number, readonly Frame[]>,
): Frame | null {
  const { start, end } = view.quotations[quote]!;
  let best: Frame | null = null;
  for (const sentence of sentencesOf(view, quote)) {
    for (const frame of weak.get(sentence) ?? []) {
      if (!frame.content.some((span) => span.start < end && start < span.end)) continue;
      if (best === null || frame.cue.score > best.cue.score) best = frame;
    }
  }
  return best;
}

/** “…” — X: the name after a dash at the quotation's end, in the next paragraph, too. */
function signed(view: BodyView, quote: number): Frame | null {
  const { outer } = view.quotations[quote]!;
  let at = firstEndingAfter(view.tokens, outer.end);
  if (view.classes[at] === STOP) at++;
  if (view.classes[at] !== DASH) return null;
  let first = at + 1;
  while (view.classes[first] === ROLE && first <= at + mostRoleWords) first++;
  if (view.classes[first] !== NAME) return null;
  const next = nameEnd(view, first);
  if (!endsLine(view, next)) return null;
  const cue = { at, first: at, next: at + 1, key: "-", score: 0 };
  const source = { first: at + 1, next: lineEnd(view, next) };
  return { cue, source, sharesSource: false, content: [outer], clauseFirst: at, clauseNext: next };
}

/** Words of an office before a name. */
const mostRoleWords = 4;

/**
 * True if a name ends its line, or its office after a comma does ("Rosa Worth, innkeeper"), or what
 * a post adds in brackets ("Rosa Worth (@rosa) October 3, 2019").
 */
function endsLine(view: BodyView, next: number): boolean {
  if (next >= view.tokens.length || view.classes[next] === STOP || !isSameLine(view, next)) {
    return true;
  }
  if (view.text.startsWith("(@", view.tokens[next]!.start)) return true;
  return view.classes[next] === COMMA && lineEnd(view, next) - next <= mostOfficeWords;
}

/** Words of an office after a name, its comma too. */
const mostOfficeWords = 9;

/** Returns the token after the line, or after as much of it as is read. */
function lineEnd(view: BodyView, from: number): number {
  let at = from;
  while (at < view.tokens.length && at <= from + mostOfficeWords && isSameLine(view, at)) at++;
  return view.classes[at - 1] === STOP ? at - 1 : at;
}

/**
 * “X continued:” and the quotation in the next sentence or paragraph: returns a frame with the
 * subject of the words before the colon, or null.
 */
function introduced(view: BodyView, quote: number): Frame | null {
  const { outer } = view.quotations[quote]!;
  const colon = firstEndingAfter(view.tokens, outer.start) - 1;
  if (colon < 1 || view.classes[colon] !== COLON || view.quoteOf[colon]! >= 0) return null;
  const source = mainSubject(view, sentenceStart(view, colon), colon);
  return source === null ? null : frameWithCue(view, colon, source, outer);
}

/** "when he | yelled “…”": any past form between a subject and a quotation says who spoke. */
function spoken(view: BodyView, quote: number): Frame | null {
  const { outer } = view.quotations[quote]!;
  let at = firstEndingAfter(view.tokens, outer.start) - 1;
  if (view.classes[at] === COMMA) at--;
  if (at < 1 || view.classes[at] !== OTHER || !pastForm.test(view.tokens[at]!.folded)) return null;
  if (!isSpeaking(view, at) || outer.end - outer.start < shortestSpeech) return null;
  const cue = { at, first: at, next: at + 1, key: verbKey(view.tokens[at]!.folded), score: 0 };
  const source = sourceBefore(view, cue);
  return source === null ? null : frameWithCue(view, at, source, outer);
}

const pastForm = /(?:ed|[a-z]d|oke|ang)$/;

/** In characters: shorter quotations are names and words in scare quotes. */
const shortestSpeech = 10;

/** True if a comma leads to the quotation, or a pronoun or a name is right before the verb. */
function isSpeaking(view: BodyView, at: number): boolean {
  const before = view.classes[at - 1];
  return view.classes[at + 1] === COMMA || before === PRONOUN || before === NAME;
}

function frameWithCue(view: BodyView, at: number, source: SourceTokens, content: Span): Frame {
  const key = cueKey(view, at);
  const cue = { at, first: at, next: at + 1, key, score: 0 };
  const clause = { clauseFirst: source.first, clauseNext: at + 1 };
  return { cue, source, sharesSource: false, content: [content], ...clause };
}

function isSameLine(view: BodyView, at: number): boolean {
  return !view.text.slice(view.tokens[at - 1]!.end, view.tokens[at]!.start).includes("\n");
}

/** Gives each whole sentence in quotation marks to the speaker who is quoted next to it. */
function withNeighbours(
  view: BodyView,
  frames: readonly Frame[],
  quotes: readonly number[],
): readonly Frame[] {
  const more = new Map<Frame, Span[]>();
  let following = 0;
  for (const quote of quotes) {
    const { outer } = view.quotations[quote]!;
    while (following < frames.length && cueStart(view, frames[following]!) < outer.end) following++;
    if (!standsAlone(view, outer)) continue;
    const frame = neighbour(view, frames, following, outer);
    if (frame !== null) more.set(frame, [...(more.get(frame) ?? []), outer]);
  }
  if (more.size === 0) return frames;
  return frames.map((frame) => {
    const quoted = more.get(frame);
    return quoted === undefined ? frame : { ...frame, content: [...frame.content, ...quoted] };
  });
}

function cueStart(view: BodyView, frame: Frame): number {
  return view.tokens[frame.cue.at]!.start;
}

/** True if the quotation is all of its sentences. */
function standsAlone(view: BodyView, outer: Span): boolean {
  const first = view.sentences[sentenceAt(view, outer.start)];
  const last = view.sentences[sentenceAt(view, outer.end - 1)];
  return (
    first !== undefined &&
    last !== undefined &&
    first.start >= outer.start - 1 &&
    last.end <= outer.end + 2
  );
}

/**
 * Returns the speaker quoted before in the paragraph, after it, or at the end of the paragraph
 * before.
 */
function neighbour(
  view: BodyView,
  frames: readonly Frame[],
  following: number,
  outer: Span,
): Frame | null {
  const before = frames[following - 1];
  const after = frames[following];
  const gapBefore = before === undefined ? null : gap(view, lastEnd(view, before), outer.start);
  if (before !== undefined && gapBefore === 0 && isQuoting(view, before)) return before;
  if (after !== undefined && isQuoting(view, after)) {
    const start = Math.min(...after.content.map((span) => span.start));
    if (start >= outer.end && gap(view, outer.end, start) === 0) return after;
  }
  return before !== undefined && gapBefore === 1 && isQuoting(view, before) ? before : null;
}

function lastEnd(view: BodyView, frame: Frame): number {
  return Math.max(view.tokens[frame.cue.at]!.end, ...frame.content.map(({ end }) => end));
}

/**
 * Returns the number of paragraphs that end between two offsets; a great distance counts as many.
 */
function gap(view: BodyView, from: number, to: number): number {
  if (to - from > farthest) return farthest;
  return view.text.slice(from, to).split(/\n+/).length - 1;
}

/** The most characters between a speaker's words and their continuation. */
const farthest = 600;

function isQuoting(view: BodyView, { content }: Frame): boolean {
  return content.some((span) => quotedShare(view, span) > 0.5);
}
