import type { Span } from "../model/index.ts";
import { stem } from "../text/stems.ts";
import {
  CLOSE_QUOTE,
  COMMA,
  DASH,
  DETERMINER,
  NAME,
  OPEN_QUOTE,
  OTHER,
  PREPOSITION,
  STOP,
  THAT,
  verbKey,
} from "../text/wordTraits.ts";
import { type BodyView, sentenceEnd, sentenceStart } from "./bodyView.ts";
import {
  circumstanceEnd,
  contentStart,
  quotationAt,
  restAfter,
  restOfQuote,
} from "./contentEdges.ts";
import {
  clauseLimit,
  contentAfter,
  contentBefore,
  endsBefore,
  isAdverbial,
  isCircumstance,
  pastAddressee,
  tokensSpan,
} from "./contentSpan.ts";
import type { Cue } from "./cue.ts";
import { addressedCues, speechCues } from "./cueKinds.ts";
import type { SourceTokens } from "./sourceSpan.ts";
import {
  beginsSource,
  mainSubject,
  opensAdjunct,
  sourceAfter,
  sourceBefore,
} from "./sourceSpan.ts";

/** An attribution as read from one sentence, before its source is looked up in the article. */
export interface Frame {
  readonly cue: Cue;
  readonly source: SourceTokens | null;
  /** True if the source is the one of the frame before it in the same sentence ("adding that …"). */
  readonly sharesSource: boolean;
  readonly content: readonly Span[];
  /** First token of the clause that says who said it. */
  readonly clauseFirst: number;
  /** Past the last token of that clause, where a split quotation goes on. */
  readonly clauseNext: number;
}

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
  // "Citing X, he …": whose it is comes after the opening phrase.
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

/** "X is worried that …": whose view it is stands before the verb. */
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

/** A form of "be" and a participle: "was asked". */
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

/** "According to a statement about the trip, …": what opens a sentence is parted from it by a comma. */
function upToComma(view: BodyView, source: SourceTokens): SourceTokens {
  const end = Math.min(sentenceEnd(view, source.first), source.next + longestSource);
  if (view.classes[source.next] !== PREPOSITION) return source;
  for (let at = source.next; at < end; at++) {
    if (view.classes[at] === COMMA) return { first: source.first, next: at };
  }
  return source;
}

/** Tokens that a source may go on after its noun. */
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

/** "“…,” said X": a quotation or a clause, the verb, its subject. */
function readInverted(view: BodyView, cues: readonly Cue[], index: number, cue: Cue): Frame | null {
  const kind = view.classes[cue.first - 1];
  const start = sentenceStart(view, cue.at);
  if (cue.first <= start || cue.first < cue.at) return null;
  if (kind !== CLOSE_QUOTE && !(kind === COMMA && plainSpeech.has(cue.key))) return null;
  if (kind === COMMA && isInsertion(view, cue, start)) return null;
  if (
    !(beginsSource(view, cue.next) || (kind === CLOSE_QUOTE && view.classes[cue.next] === OTHER)) ||
    view.tokens[cue.at]!.folded.endsWith("ing")
  )
    return null;
  const source = sourceAfter(view, cue.next);
  if (source === null) return null;
  const before = contentBefore(view, cue.first);
  if (before === null || (kind === COMMA && goesOn(view, source))) return null;
  const content = [before, ...restOfQuote(view, source.next, clauseLimit(view, cue, cues, index))];
  return {
    cue,
    source,
    sharesSource: false,
    content,
    clauseFirst: cue.first,
    clauseNext: source.next,
  };
}

/** Verbs that stand before their subject without a quotation, too: "…, said a spokesman". */
const plainSpeech: ReadonlySet<string> = new Set(
  [
    "say",
    "add",
    "write",
    "report",
    "note",
    "argue",
    "explain",
    "claim",
    "announce",
    "insist",
    "warn",
    "state",
    "declare",
    "confirm",
    "reply",
  ].map(stem),
);

/** True if the words go on after the source: then it is no source but what was said. */
function goesOn(view: BodyView, source: SourceTokens): boolean {
  const kind = view.classes[source.next];
  const isEnd =
    source.next >= sentenceEnd(view, source.first) ||
    kind === STOP ||
    kind === COMMA ||
    kind === DASH;
  return !isEnd && !isAdverbial(view, source.next);
}

/** "X, an expert from Y, said the plan …": the comma ends an insertion, and X is the subject. */
function isInsertion(view: BodyView, cue: Cue, start: number): boolean {
  const source = sourceBefore(view, cue);
  return source !== null && (source.first <= start + 1 || view.classes[source.first - 1] === COMMA);
}

/** "X said …", "…, X said", "X, who said …", "…, adding that …" */
function readSubjectFirst(
  view: BodyView,
  cues: readonly Cue[],
  index: number,
  cue: Cue,
): Frame | null {
  const source = sourceBefore(view, cue);
  const limit = clauseLimit(view, cue, cues, index);
  const objectFirst = addressedCues.has(cue.key) ? pastAddressee(view, cue.next, limit) : cue.next;
  const clauseFirst = source?.first ?? cue.first;
  const shares = source === null;
  const frame = { cue, source, sharesSource: shares, clauseFirst };
  const hasBefore =
    clauseFirst > sentenceStart(view, cue.at) &&
    endsBefore(view, clauseFirst) &&
    !(shares && takesObject(view, cue, objectFirst, limit));
  if (hasBefore && saysBefore(view, cue, clauseFirst, objectFirst, limit)) {
    const before = contentBefore(view, clauseFirst);
    const clauseNext = circumstanceEnd(view, objectFirst, limit);
    const rest = restAfter(view, clauseFirst, clauseNext, limit);
    if (before !== null) return { ...frame, content: [before, ...rest], clauseNext };
  }
  const from = contentStart(view, cue, objectFirst, limit);
  const after = from >= limit ? quotationAt(view, from) : contentAfter(view, from, limit);
  return { ...frame, content: after === null ? [] : [after], clauseNext: from };
}

/** “…,” demanding an answer: a participle with what it is about after it. */
function takesObject(view: BodyView, cue: Cue, from: number, limit: number): boolean {
  const kind = view.classes[from];
  return (
    from < limit &&
    view.tokens[cue.at]!.folded.endsWith("ing") &&
    (kind === DETERMINER || kind === NAME || kind === THAT)
  );
}

/** Whether what was said stands before the clause: nothing follows, or only circumstances of saying. */
function saysBefore(
  view: BodyView,
  cue: Cue,
  clauseFirst: number,
  objectFirst: number,
  limit: number,
): boolean {
  const kind = view.classes[objectFirst];
  if (objectFirst >= limit || kind === STOP) return true;
  if (!speechCues.has(cue.key)) return false;
  if (kind !== THAT && followsSpeech(view, clauseFirst)) return true;
  // "In a statement, X said, “…”": what opens the sentence says when, not what.
  if (kind === COMMA && view.classes[objectFirst + 1] === OPEN_QUOTE) {
    return !opensAdjunct(view, sentenceStart(view, cue.at));
  }
  return isCircumstance(view, objectFirst, limit);
}

/** True right after a quotation that ends as speech does, with a comma or a stop: “…,” | he said. */
function followsSpeech(view: BodyView, clauseFirst: number): boolean {
  const quote = view.quoteOf[clauseFirst - 1] ?? -1;
  if (quote < 0 || view.classes[clauseFirst - 1] !== CLOSE_QUOTE) return false;
  const last = view.text[view.quotations[quote]!.end - 1]!;
  return /[,.?!…—-]/.test(last);
}
