import { COMMA, NAME, PREPOSITION, verbKey } from "../text/wordTraits.ts";
import { type BodyView, sentenceEnd, sentenceStart } from "./bodyView.ts";
import { readInverted, readSubjectFirst } from "./clauseFrames.ts";
import { quotationAt } from "./contentEdges.ts";
import { clauseLimit, contentAfter, contentBefore, tokensSpan } from "./contentSpan.ts";
import type { Cue } from "./cue.ts";
import type { Frame } from "./frame.ts";
import { mainSubject } from "./sentenceSubject.ts";
import { sourceAfter } from "./sourceAfter.ts";
import { sourceBefore } from "./sourceBefore.ts";
import type { SourceTokens } from "./sourceTokens.ts";

/** Reads the frame of each cue. Cues without any content are left out. */
export function readFrames(view: BodyView, cues: readonly Cue[]): readonly Frame[] {
  const frames: Frame[] = [];
  for (const [index, cue] of cues.entries()) {
    const frame = readFrame(view, cues, index, cue);
    if (frame === null || frame.content.length === 0) continue;
    frames.push(
      frame.sharesSource ? withSharedSource(view, frame, frames[frames.length - 1]) : frame,
    );
  }
  return frames;
}

/** The source of the frame before in the sentence, or the sentence's subject. */
function withSharedSource(view: BodyView, frame: Frame, last: Frame | undefined): Frame {
  const { at, first } = frame.cue;
  const isSameSentence = last !== undefined && view.sentenceOf[last.cue.at] === view.sentenceOf[at];
  if (isSameSentence && last.source !== null) return { ...frame, source: last.source };
  const start = sentenceStart(view, at);
  // "Citing X, he …": the source comes after the opening phrase.
  const isOpening = first <= start + 1;
  return { ...frame, source: mainSubject(view, start, isOpening ? sentenceEnd(view, at) : first) };
}

function readFrame(view: BodyView, cues: readonly Cue[], index: number, cue: Cue): Frame | null {
  if (cue.key === "accord") return readAccording(view, cues, index, cue);
  if (cue.key === ":") return readColon(view, cue);
  return (
    readPassive(view, cues, index, cue) ??
    readInverted(view, cues, index, cue) ??
    readSubjectFirst(view, cues, index, cue)
  );
}

/** "The bill is expected to pass", "the plan was criticised by X", "it seems to work" */
function readPassive(view: BodyView, cues: readonly Cue[], index: number, cue: Cue): Frame | null {
  const isRaised = cue.key === "seem" || cue.key === "appear";
  if (feelings.has(cue.key) || (!isRaised && !isPassive(view, cue))) return null;
  const subject = sourceBefore(view, cue);
  const limit = clauseLimit(view, cue, cues, index);
  const isBy = view.tokens[cue.next]?.folded === "by" && cue.next < limit;
  const source = isBy ? sourceAfter(view, cue.next + 1) : null;
  const after = contentAfter(view, source?.next ?? cue.next, limit);
  const before = subject === null ? null : tokensSpan(view, subject.first, subject.next);
  return {
    cue,
    source,
    sharesSource: false,
    content: [before, after].filter((span) => span !== null),
    clauseFirst: cue.first,
    clauseNext: source?.next ?? cue.next,
  };
}

/** "X is worried that …": the subject has the view. */
const feelings: ReadonlySet<string> = new Set(
  [
    "worried",
    "concerned",
    "convinced",
    "persuaded",
    "assured",
    "surprised",
    "disappointed",
    "inclined",
    "opposed",
    "committed",
    "determined",
    "pleased",
  ].map(verbKey),
);

/** True for a form of "be" and a participle: "was asked". */
function isPassive(view: BodyView, cue: Cue): boolean {
  const { folded } = view.tokens[cue.at]!;
  if (folded.endsWith("ing") || !/(?:ed|en|wn|told|said|seen|held|thought|put|read)$/.test(folded))
    return false;
  for (let at = cue.first; at < cue.at; at++) {
    if (/^(?:is|are|was|were|be|been|being)$/.test(view.tokens[at]!.folded)) return true;
  }
  return false;
}

/** "According to X, …" and "…, according to X" */
function readAccording(
  view: BodyView,
  cues: readonly Cue[],
  index: number,
  cue: Cue,
): Frame | null {
  const start = sentenceStart(view, cue.at);
  const opens = cue.first <= start + 1;
  const named = sourceAfter(view, cue.next);
  if (named === null) return null;
  const source = opens ? upToComma(view, named) : named;
  const after = opens ? contentAfter(view, source.next, clauseLimit(view, cue, cues, index)) : null;
  const before = opens ? null : contentBefore(view, cue.first);
  const content = after ?? before;
  return {
    cue,
    source,
    sharesSource: false,
    content: content === null ? [] : [content],
    clauseFirst: cue.first,
    clauseNext: source.next,
  };
}

/** "According to a statement about the trip, …": a comma ends the source that opens a sentence. */
function upToComma(view: BodyView, source: SourceTokens): SourceTokens {
  const end = Math.min(sentenceEnd(view, source.first), source.next + longestSource);
  if (view.classes[source.next] !== PREPOSITION) return source;
  for (let at = source.next; at < end; at++) {
    if (view.classes[at] === COMMA) return { first: source.first, next: at };
  }
  return source;
}

/** The most tokens of a source after its noun. */
const longestSource = 12;

/** "X: “…”": what leads to a quotation by a colon alone. */
function readColon(view: BodyView, cue: Cue): Frame | null {
  const source = introducer(view, cue);
  const content =
    quotationAt(view, cue.next) ?? contentAfter(view, cue.next, sentenceEnd(view, cue.at));
  const first = source?.first ?? cue.first;
  if (content === null) return null;
  return {
    cue,
    source,
    sharesSource: source === null,
    content: [content],
    clauseFirst: first,
    clauseNext: cue.next,
  };
}

/** "Trump: “…”", "She gave a warning: “…”": the name before the colon, else the sentence's subject. */
function introducer(view: BodyView, cue: Cue): SourceTokens | null {
  const nearest = sourceBefore(view, cue);
  if (nearest !== null && view.classes[nearest.next - 1] === NAME) return nearest;
  return mainSubject(view, sentenceStart(view, cue.at), cue.at) ?? nearest;
}
