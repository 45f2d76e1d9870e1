import type { Span } from "../../model/index.ts";
import { COLON, DASH, NAME, OPEN_QUOTE, ROLE, STOP } from "../../text/wordTraits.ts";
import type { Cue } from "../cues/cue.ts";
import { speechCues } from "../cues/cueKinds.ts";
import type { Frame } from "../frames/frame.ts";
import { firstEndingAfter } from "../locate.ts";
import type { BodyView } from "./bodyView.ts";

/**
 * Attributes speech that continues without a new attribution: “…,” he said. “… .” and the next
 * paragraph “… .” A quotation that opens a sentence without a cue of its own belongs to the frame
 * before it, as long as every sentence in between was such a quotation.
 */
export function addFollowingQuotes(
  view: BodyView,
  frames: readonly Frame[],
  cues: readonly Cue[],
): readonly Frame[] {
  const withCue = new Set(cues.map((cue) => view.sentenceOf[cue.at]!));
  const taken = takenQuotes(view, frames);
  return frames.map((frame, index) => {
    if (!isDirect(view, frame) || isFollowed(view, frames, index)) return frame;
    const more = followingQuotes(view, frame, withCue, taken);
    return more.length === 0 ? frame : { ...frame, content: [...frame.content, ...more] };
  });
}

/** The quotations that are some frame's content already. */
function takenQuotes(view: BodyView, frames: readonly Frame[]): Set<number> {
  const taken = new Set<number>();
  for (const { content } of frames) {
    for (const span of content) {
      let index = firstEndingAfter(view.quotations, span.start);
      for (; index < view.quotations.length && view.quotations[index]!.end <= span.end; index++) {
        taken.add(index);
      }
    }
  }
  return taken;
}

/**
 * True if a frame ends in a quotation, leads to one by a colon, or comes last before a paragraph
 * that is one.
 */
function isDirect(view: BodyView, frame: Frame): boolean {
  const sentence = view.sentenceOf[frame.cue.at]!;
  if (view.classes[view.firstToken[sentence + 1]! - 1] === COLON) return true;
  if (speechCues.has(frame.cue.key) && leadsToParagraph(view, sentence)) return true;
  return frame.content.some(({ end }) => {
    const quotation = view.quotations[firstEndingAfter(view.quotations, end - 2)];
    return quotation !== undefined && quotation.start < end && quotation.outer.end >= end - 1;
  });
}

/** True if the next paragraph opens with a quotation: X said that it was late. | “It is hard. …” */
function leadsToParagraph(view: BodyView, sentence: number): boolean {
  const next = view.firstToken[sentence + 1]!;
  if (next >= view.tokens.length || view.classes[next] !== OPEN_QUOTE) return false;
  return view.text.slice(view.tokens[next - 1]!.end, view.tokens[next]!.start).includes("\n");
}

/** True if another frame of the same sentence ends in the quotation, or leads to it. */
function isFollowed(view: BodyView, frames: readonly Frame[], index: number): boolean {
  const sentence = view.sentenceOf[frames[index]!.cue.at];
  for (let at = index + 1; at < Math.min(frames.length, index + 8); at++) {
    if (view.sentenceOf[frames[at]!.cue.at] !== sentence) return false;
    if (isDirect(view, frames[at]!)) return true;
  }
  return false;
}

function followingQuotes(
  view: BodyView,
  frame: Frame,
  withCue: ReadonlySet<number>,
  taken: Set<number>,
): Span[] {
  const found: Span[] = [];
  let sentence = lastSentence(view, frame) + 1;
  while (sentence < view.sentences.length && !withCue.has(sentence)) {
    const first = view.firstToken[sentence]!;
    const quote = view.quoteOf[first] ?? -1;
    if (quote < 0 || view.classes[first] !== OPEN_QUOTE || taken.has(quote)) break;
    const { outer } = view.quotations[quote]!;
    const last = sentenceAt(view, outer.end - 1);
    if (last < sentence || leavesWords(view, outer, last) || hasCue(withCue, sentence, last)) break;
    if (isSigned(view, outer)) break;
    taken.add(quote);
    found.push(outer);
    sentence = last + 1;
  }
  return found;
}

function hasCue(withCue: ReadonlySet<number>, first: number, last: number): boolean {
  for (let sentence = first; sentence <= last; sentence++) if (withCue.has(sentence)) return true;
  return false;
}

function lastSentence(view: BodyView, frame: Frame): number {
  let last = view.sentenceOf[frame.cue.at]!;
  for (const { end } of frame.content) last = Math.max(last, sentenceAt(view, end - 1));
  return last;
}

/** Returns the sentence at an offset; -1 if there is none. */
function sentenceAt(view: BodyView, offset: number): number {
  const index = firstEndingAfter(view.sentences, offset);
  const sentence = view.sentences[index];
  return sentence !== undefined && sentence.start <= offset ? index : -1;
}

/** “…” – X: true if a name after a dash gives the source. */
function isSigned(view: BodyView, outer: Span): boolean {
  let at = firstEndingAfter(view.tokens, outer.end);
  if (view.classes[at] === STOP) at++;
  const after = view.classes[at + 1];
  return view.classes[at] === DASH && (after === NAME || after === ROLE);
}

/** True if the last sentence of the quotation continues after its closing mark. */
function leavesWords(view: BodyView, outer: Span, sentence: number): boolean {
  return view.sentences[sentence]!.end - outer.end > 2;
}
