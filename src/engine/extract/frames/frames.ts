import {
  AUXILIARY,
  CLOSE_QUOTE,
  COMMA,
  DETERMINER,
  NAME,
  PREPOSITION,
  ROLE,
  STOP,
  THAT,
  TO,
} from "../../text/wordTraits.ts";
import { type BodyView, sentenceEnd, sentenceStart } from "../attributions/bodyView.ts";
import type { Cue } from "../cues/cue.ts";
import { feelingCues, feltByObjectCues } from "../cues/cueKinds.ts";
import { isAskedForm, isAskedParticiple } from "./asked.ts";
import { readInverted, readSubjectFirst } from "./clauseFrames.ts";
import { quotationAt } from "./contentEdges.ts";
import { contentElsewhere } from "./contentElsewhere.ts";
import {
  clauseLimit,
  contentAfter,
  contentBefore,
  firstCommaAfter,
  tokensSpan,
} from "./contentSpan.ts";
import type { Frame } from "./frame.ts";
import { mainSubject } from "./sentenceSubject.ts";
import { sourceAfter } from "./sourceAfter.ts";
import { sourceBefore } from "./sourceBefore.ts";
import type { SourceTokens } from "./sourceTokens.ts";

/** Reads the frame of each cue. Cues without any content are left out. */
export function readFrames(view: BodyView, cues: readonly Cue[]): readonly Frame[] {
  const frames: Frame[] = [];
  for (const [index, cue] of cues.entries()) {
    const read = readFrame(view, cues, index, cue);
    const frame = read === null ? null : withContent(view, read);
    if (frame === null) continue;
    frames.push(
      frame.sharesSource ? withSharedSource(view, frame, frames[frames.length - 1]) : frame,
    );
  }
  return frames;
}

/** The frame with content; null if there is none. */
function withContent(view: BodyView, frame: Frame): Frame | null {
  if (frame.content.length > 0) return frame;
  const content = contentElsewhere(view, frame);
  return content === null ? null : { ...frame, content: [content] };
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
    readFeeling(view, cues, index, cue) ??
    readAsked(view, cues, index, cue) ??
    readPassive(view, cues, index, cue) ??
    readInverted(view, cues, index, cue) ??
    readSubjectFirst(view, cues, index, cue)
  );
}

/** "The bill is expected to pass", "the plan was criticised by X", "it seems to work" */
function readPassive(view: BodyView, cues: readonly Cue[], index: number, cue: Cue): Frame | null {
  const isRaised = cue.key === "seem" || cue.key === "appear";
  if (feelingCues.has(cue.key) || (!isRaised && !isPassive(view, cue))) return null;
  const subject = sourceBefore(view, cue);
  const limit = clauseLimit(view, cue, cues, index);
  const by = agentAt(view, cue.next, limit);
  const source = by === null ? null : sourceAfter(view, by + 1);
  const after = contentAfter(
    view,
    by === cue.next && source !== null ? source.next : cue.next,
    limit,
  );
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

/** "When asked whether …, X said", "X was pressed by Y": who asks is the source, if that is told. */
function readAsked(view: BodyView, cues: readonly Cue[], index: number, cue: Cue): Frame | null {
  if (!isAskedForm(view, cue.at)) return null;
  const isReduced = isAskedParticiple(view, cue);
  if (!isReduced && !isPassive(view, cue)) return null;
  const limit = clauseLimit(view, cue, cues, index);
  const end = isReduced ? firstCommaAfter(view, cue.next, limit) : limit;
  const by = agentAt(view, cue.next, end);
  const source = by === null ? null : sourceAfter(view, by + 1);
  const clauseNext = source?.next ?? cue.next;
  const subject = isReduced ? null : sourceBefore(view, cue);
  const clauseFirst = subject?.first ?? cue.first;
  // “Is it safe?” she was asked.
  const isQuoted =
    clauseFirst > sentenceStart(view, cue.at) && view.classes[clauseFirst - 1] === CLOSE_QUOTE;
  const content = isQuoted ? contentBefore(view, clauseFirst) : contentAfter(view, clauseNext, end);
  return {
    cue,
    source,
    sharesSource: false,
    content: content === null ? [] : [content],
    clauseFirst,
    clauseNext,
  };
}

/** "The remark worried some analysts": who has the feeling comes after the verb; otherwise null. */
function readFeeling(view: BodyView, cues: readonly Cue[], index: number, cue: Cue): Frame | null {
  if (!feltByObjectCues.has(cue.key) || isPassive(view, cue)) return null;
  const kind = view.classes[cue.next];
  if (kind !== DETERMINER && kind !== NAME && kind !== ROLE) return null;
  const source = sourceAfter(view, cue.next);
  const cause = sourceBefore(view, cue);
  if (source === null || cause === null || source.next > clauseLimit(view, cue, cues, index))
    return null;
  const content = [tokensSpan(view, cause.first, cause.next)];
  return {
    cue,
    source,
    sharesSource: false,
    content,
    clauseFirst: cue.first,
    clauseNext: source.next,
  };
}

/** "was backed | by X", "was backed on Friday | by X": the token "by" after a passive; or null. */
function agentAt(view: BodyView, from: number, limit: number): number | null {
  for (let at = from; at < Math.min(limit, from + farthestAgent); at++) {
    if (view.tokens[at]!.folded === "by") return at;
    const kind = view.classes[at]!;
    if (kind === COMMA || kind === STOP || kind === THAT || kind === AUXILIARY || kind === TO)
      break;
  }
  return null;
}

/** The most tokens between a passive and "by". */
const farthestAgent = 6;

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
