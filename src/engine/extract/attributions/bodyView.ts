import type { NameMention, Span } from "../../model/index.ts";
import type { Token } from "../../text/tokens.ts";
import { CLOSE_QUOTE, COMMA, OPEN_QUOTE, STOP } from "../../text/wordTraits.ts";
import type { Quotation } from "../quotes/quotes.ts";
import { datelineEnd } from "./datelineTokens.ts";
import { classesOf } from "./tokenClasses.ts";

/** A text with everything that attributions are read from, by token. */
export interface BodyView {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The class of each token; see wordTraits. */
  readonly classes: Uint8Array;
  readonly sentences: readonly Span[];
  /** For each token the index of its sentence. */
  readonly sentenceOf: Int32Array;
  /** For each sentence its first token, after a dateline; one more entry for the end. */
  readonly firstToken: Int32Array;
  readonly quotations: readonly Quotation[];
  /** For each token the index of the quotation that it is in, marks included, or -1. */
  readonly quoteOf: Int32Array;
  readonly names: readonly NameMention[];
  /** For each token the index of the name that it is part of, or -1. */
  readonly nameOf: Int32Array;
}

/** Aligns sentences, quotations and names with the tokens of a text. Linear in the text. */
export function viewBody(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Span[],
  quotations: readonly Quotation[],
  names: readonly NameMention[],
): BodyView {
  const sentenceOf = indexByToken(tokens, sentences);
  const firstToken = new Int32Array(sentences.length + 1).fill(tokens.length);
  let following = tokens.length;
  for (let at = tokens.length - 1, sentence = sentences.length; at >= 0; at--) {
    const here = sentenceOf[at]!;
    if (here < 0) continue;
    // Sentences without a token begin where the next one does.
    while (sentence > here + 1) firstToken[--sentence] = following;
    sentence = here;
    firstToken[here] = at;
    following = at;
  }
  const nameOf = indexByToken(tokens, names);
  const outers = quotations.map(({ outer }) => outer);
  const quoteOf = indexByToken(tokens, outers);
  const classes = classesOf(text, tokens, nameOf);
  markQuotes(tokens, classes, quoteOf, outers);
  skipDatelines(text, tokens, classes, sentences, firstToken);
  return {
    text,
    tokens,
    sentences,
    sentenceOf,
    firstToken,
    quotations,
    quoteOf,
    names,
    nameOf,
    classes,
  };
}

/** Moves the first token of a sentence that opens with a dateline behind it. */
function skipDatelines(
  text: string,
  tokens: readonly Token[],
  classes: Uint8Array,
  sentences: readonly Span[],
  firstToken: Int32Array,
): void {
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const { start } = sentences[sentence]!;
    if (start > 0 && text.charCodeAt(start - 1) !== 0x0a) continue;
    const [first, next] = [firstToken[sentence]!, firstToken[sentence + 1]!];
    if (first < next) firstToken[sentence] = datelineEnd(text, tokens, classes, first, next);
  }
}

/** Marks the opening and closing marks of quotations, whatever the spaces around them suggest. */
function markQuotes(
  tokens: readonly Token[],
  classes: Uint8Array,
  quoteOf: Int32Array,
  outers: readonly Span[],
): void {
  for (let at = 0; at < tokens.length; at++) {
    const quote = quoteOf[at]!;
    if (quote < 0) continue;
    if (quoteOf[at - 1] !== quote) classes[at] = OPEN_QUOTE;
    else if (tokens[at]!.end === outers[quote]!.end && tokens[at]!.kind === "punctuation") {
      classes[at] = isStop(classes[at]!) ? classes[at]! : CLOSE_QUOTE;
    }
  }
}

/** True for a mark that keeps its class at the end of a quotation that is never closed. */
function isStop(kind: number): boolean {
  return kind === STOP || kind === COMMA;
}

/** Returns for each token the index of the span that it begins in, or -1; the spans are sorted. */
function indexByToken(tokens: readonly Token[], spans: readonly Span[]): Int32Array {
  const indices = new Int32Array(tokens.length).fill(-1);
  let at = 0;
  for (let token = 0; token < tokens.length; token++) {
    const { start } = tokens[token]!;
    while (at < spans.length && spans[at]!.end <= start) at++;
    if (at < spans.length && spans[at]!.start <= start) indices[token] = at;
  }
  return indices;
}

/**
 * The number of tokens around a cue that are read as its sentence. No sentence of a newspaper is
 * longer; in a megabyte without a full stop every cue would cost a look at all of it.
 */
const sentenceReach = 160;

/** Returns the token after the sentence of token `at`, as far as it is read. */
export function sentenceEnd(view: BodyView, at: number): number {
  const sentence = view.sentenceOf[at]!;
  if (sentence < 0) return at + 1;
  return Math.min(Math.max(view.firstToken[sentence + 1]!, at + 1), at + sentenceReach);
}

/** Returns the first token of the sentence of token `at`, as far as it is read. */
export function sentenceStart(view: BodyView, at: number): number {
  const sentence = view.sentenceOf[at]!;
  return sentence < 0 ? at : Math.max(view.firstToken[sentence]!, at - sentenceReach);
}

/** Returns the token after the name that token `at` is part of. */
export function nameEnd(view: BodyView, at: number): number {
  let next = at + 1;
  while (next < view.tokens.length && view.nameOf[next] === view.nameOf[at]) next++;
  return next;
}

/** True if a name is an owner: "Morales's speech". */
export function isOwner({ text }: BodyView, { end }: NameMention): boolean {
  return /^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3));
}
