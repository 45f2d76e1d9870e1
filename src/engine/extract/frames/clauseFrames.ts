import { cueVerbs } from "../../text/languageTables.ts";
import {
  CLOSE_QUOTE,
  COMMA,
  DASH,
  DETERMINER,
  NAME,
  OPEN_QUOTE,
  OTHER,
  STOP,
  THAT,
  TO,
  WH,
} from "../../text/wordTraits.ts";
import { type BodyView, sentenceEnd, sentenceStart } from "../attributions/bodyView.ts";
import { endsLikeAction } from "../attributions/speech.ts";
import type { Cue } from "../cues/cue.ts";
import { addressedCues, invertedCues, speechCues } from "../cues/cueKinds.ts";
import { isAfterOpeningAs } from "./asClause.ts";
import { isAskedForm } from "./asked.ts";
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
} from "./contentSpan.ts";
import { isClause } from "./contentWords.ts";
import type { Frame } from "./frame.ts";
import { opensAdjunct } from "./sentenceSubject.ts";
import { beginsSource, sourceAfter } from "./sourceAfter.ts";
import { sourceBefore } from "./sourceBefore.ts";
import type { SourceTokens } from "./sourceTokens.ts";

/**
 * Reads "“…,” said X": a quotation or clause, the verb, then its subject. Null if the words are in
 * another order.
 */
export function readInverted(
  view: BodyView,
  cues: readonly Cue[],
  index: number,
  cue: Cue,
): Frame | null {
  const kind = view.classes[cue.first - 1];
  const start = sentenceStart(view, cue.at);
  if (cue.first <= start || cue.first < cue.at) return null;
  if (kind !== CLOSE_QUOTE && !(kind === COMMA && invertedCues.has(cue.key))) return null;
  if (kind === COMMA && isInsertion(view, cue, start)) return null;
  if (
    !(beginsSource(view, cue.next) || (kind === CLOSE_QUOTE && view.classes[cue.next] === OTHER)) ||
    view.tokens[cue.at]!.folded.endsWith("ing")
  )
    return null;
  const source = sourceAfter(view, cue.next);
  if (source === null) return null;
  const before = contentBefore(view, cue.first);
  if (before === null) return null;
  if (kind === COMMA && (goesOn(view, source) || !isClause(view, before))) return null;
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

/**
 * True if the clause continues after the source: then it is not a source but part of what was said.
 */
function goesOn(view: BodyView, source: SourceTokens): boolean {
  const kind = view.classes[source.next];
  const isEnd =
    source.next >= sentenceEnd(view, source.first) ||
    kind === STOP ||
    kind === COMMA ||
    kind === DASH ||
    kind === WH ||
    kind === TO;
  return !isEnd && !isAdverbial(view, source.next);
}

/**
 * True if the comma ends an insertion, so that X is the subject: "X, an expert from Y, said the
 * plan …".
 */
function isInsertion(view: BodyView, cue: Cue, start: number): boolean {
  const source = sourceBefore(view, cue);
  return source !== null && (source.first <= start + 1 || view.classes[source.first - 1] === COMMA);
}

/**
 * Reads "X said …", "…, X said", "X, who said …" and "…, adding that …". The content is empty if no
 * words are given.
 */
export function readSubjectFirst(
  view: BodyView,
  cues: readonly Cue[],
  index: number,
  cue: Cue,
): Frame | null {
  const limit = clauseLimit(view, cue, cues, index);
  const source = agentOfNoun(view, cue, limit) ?? sourceBefore(view, cue);
  if (source !== null && hasNotSaid(view, source)) return null;
  const objectFirst = addressedCues.has(cue.key) ? pastAddressee(view, cue.next, limit) : cue.next;
  const clauseFirst = source?.first ?? cue.first;
  const shares = source === null;
  const frame = { cue, source, sharesSource: shares, clauseFirst };
  const hasBefore =
    clauseFirst > sentenceStart(view, cue.at) &&
    endsBefore(view, clauseFirst) &&
    // "Pressed on “the costs”, X smiled": the sentence opens with what X was asked.
    !isAskedForm(view, sentenceStart(view, cue.at)) &&
    !(shares && takesObject(view, cue, objectFirst, limit));
  if (hasBefore && saysBefore(view, cue, clauseFirst, objectFirst, limit)) {
    const before = contentBefore(view, clauseFirst);
    const clauseNext = circumstanceEnd(view, objectFirst, limit);
    const rest = restAfter(view, clauseFirst, clauseNext, limit);
    if (before !== null) return { ...frame, content: [before, ...rest], clauseNext };
  }
  if (isAfterOpeningAs(view, clauseFirst)) {
    return { ...frame, content: [], clauseNext: objectFirst };
  }
  const from = contentStart(view, cue, objectFirst, limit);
  const after = from >= limit ? quotationAt(view, from) : contentAfter(view, from, limit);
  return { ...frame, content: after === null ? [] : [after], clauseNext: from };
}

/** "harsh criticism from | other candidates": who is named after a noun; or null. */
function agentOfNoun(view: BodyView, cue: Cue, limit: number): SourceTokens | null {
  const { folded } = view.tokens[cue.next] ?? { folded: "" };
  if (cue.next >= limit || (folded !== "from" && folded !== "by" && folded !== "among"))
    return null;
  return namesAct(view, cue.at) ? sourceAfter(view, cue.next + 1) : null;
}

/** True if the cue is a noun for what is said: "criticism", "support", "the | endorsement". */
function namesAct(view: BodyView, at: number): boolean {
  const { folded } = view.tokens[at]!;
  if (endsLikeAction(folded)) return true;
  const isForm = /(?:ed|ing)$/.test(folded) || cueVerbs.irregular.has(folded);
  return !isForm && (view.classes[at - 1] === DETERMINER || view.classes[at - 1] === OTHER);
}

/** True for a participle that is followed by its object: “…,” demanding an answer. */
function takesObject(view: BodyView, cue: Cue, from: number, limit: number): boolean {
  const kind = view.classes[from];
  return (
    from < limit &&
    view.tokens[cue.at]!.folded.endsWith("ing") &&
    (kind === DETERMINER || kind === NAME || kind === THAT)
  );
}

/**
 * True if the words precede the clause: nothing follows it, or only circumstances of the saying.
 */
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

/** True for "no | official", "neither Marlow nor | Field" and "if | Marlow", who did not say it. */
function hasNotSaid({ tokens }: BodyView, { first }: SourceTokens): boolean {
  return tokens[first]!.folded === "no" || notSaid.has(tokens[first - 1]?.folded ?? "");
}

const notSaid: ReadonlySet<string> = new Set(["no", "nor", "if", "unless", "whether"]);
