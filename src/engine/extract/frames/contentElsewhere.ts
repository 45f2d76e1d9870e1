/** Finds what a cue reports if it is neither after nor before its clause. */
import type { Span } from "../../model/index.ts";
import {
  COLON,
  COMMA,
  DETERMINER,
  NAME,
  OPEN_QUOTE,
  OTHER,
  ROLE,
  STOP,
} from "../../text/wordTraits.ts";
import { type BodyView, sentenceEnd, sentenceStart } from "../attributions/bodyView.ts";
import { isAfterAs, isAfterOpeningAs } from "./asClause.ts";
import { contentAfter, contentBefore, tokensSpan } from "./contentSpan.ts";
import type { Frame } from "./frame.ts";
import { nounPhraseStart } from "./nounPhrase.ts";

/**
 * Returns the content of a clause that has none: the sentence after "The governor added:", the main
 * clause around "as the police said", or the noun before "the approach | she embraced"; or null.
 */
export function contentElsewhere(view: BodyView, frame: Frame): Span | null {
  return afterColon(view, frame) ?? aroundAs(view, frame) ?? nounBefore(view, frame);
}

/** The sentence or quotation that follows a colon at the end of the cue's sentence. */
function afterColon(view: BodyView, { cue }: Frame): Span | null {
  const next = sentenceEnd(view, cue.at);
  if (view.classes[next - 1] !== COLON || next >= view.tokens.length) return null;
  const quote = view.classes[next] === OPEN_QUOTE ? view.quoteOf[next]! : -1;
  if (quote >= 0) return view.quotations[quote]!.outer;
  return view.sentences[view.sentenceOf[next]!] ?? null;
}

/** "The road is closed, | as the police said", "As the police said, | the road is closed." */
function aroundAs(view: BodyView, { cue, clauseFirst }: Frame): Span | null {
  if (!isAfterAs(view, clauseFirst)) return null;
  if (!isAfterOpeningAs(view, clauseFirst)) return contentBefore(view, clauseFirst - 1);
  const end = sentenceEnd(view, cue.at);
  for (let at = cue.next; at < end; at++) {
    if (view.classes[at] === COMMA) return contentAfter(view, at, end);
  }
  return null;
}

/** "an approach | several members have embraced": the noun phrase that a clause without "that" describes. */
function nounBefore(view: BodyView, { cue, clauseFirst, source }: Frame): Span | null {
  const start = sentenceStart(view, cue.at);
  const kind = clauseFirst > start ? view.classes[clauseFirst - 1] : null;
  const isNoun = kind === OTHER || kind === ROLE || kind === NAME;
  if (source === null || !isNoun || !endsClause(view, cue.next)) return null;
  const first = nounPhraseStart(view, clauseFirst, start);
  return view.classes[first] === DETERMINER ? tokensSpan(view, first, clauseFirst) : null;
}

function endsClause(view: BodyView, at: number): boolean {
  const kind = view.classes[at];
  return at >= view.tokens.length || kind === STOP || kind === COMMA;
}
