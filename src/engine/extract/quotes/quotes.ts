import type { Attribution, Quote, Span } from "../../model/index.ts";
import type { LanguageTable } from "../../text/languages.ts";
import { firstEndingAfter } from "../locate.ts";
import { findDashSpeech, findSignedDashSpeech } from "./dashSpeech.ts";
import type { MarkedStretch } from "./quoteMarks.ts";
import { findMarked } from "./quoteMarks.ts";

/** One quotation as printed: usually one stretch, more when it runs over several paragraphs. */
export interface Quotation extends Span {
  /** Without the marks, one a paragraph. */
  readonly stretches: readonly MarkedStretch[];
  /** With the marks. */
  readonly outer: Span;
}

/**
 * Returns the outermost quotations of a text in order; stretches that continue in the next
 * paragraph are one.
 */
export function findQuotations(
  text: string,
  table: LanguageTable | null = null,
  language: string | null = null,
): readonly Quotation[] {
  const found: Quotation[] = [];
  let stretches: MarkedStretch[] = [];
  for (const stretch of findMarked(text, table !== null)) {
    if (stretch.depth > 0) continue;
    stretches.push(stretch);
    if (stretch.continues) continue;
    found.push(quotationOf(stretches));
    stretches = [];
  }
  if (stretches.length > 0) found.push(quotationOf(stretches));
  const spoken =
    table === null ? findSignedDashSpeech(text, language) : findDashSpeech(text, table);
  return withDashSpeech(spoken, found);
}

/** Adds the speech that dashes open to the quotations; where they overlap, marks prevail. */
function withDashSpeech(
  dashed: readonly Span[],
  found: readonly Quotation[],
): readonly Quotation[] {
  const spoken = dashed.filter((span) => {
    const next = found[firstEndingAfter(found, span.start)];
    return next === undefined || next.outer.start >= span.end;
  });
  if (spoken.length === 0) return found;
  const quotations = spoken.map((span) =>
    quotationOf([{ ...span, outer: span, depth: 0, continues: false }]),
  );
  return [...found, ...quotations].sort((a, b) => a.start - b.start);
}

function quotationOf(stretches: readonly MarkedStretch[]): Quotation {
  const first = stretches[0]!;
  const last = stretches[stretches.length - 1]!;
  return {
    start: first.start,
    end: last.end,
    stretches,
    outer: { start: first.outer.start, end: last.outer.end },
  };
}

/**
 * Returns the quotations that give someone's words. Attributed ones do; of the others, whole
 * sentences and longer fragments. Titles of works ("an article called “The Long War”") and single
 * words in scare quotes (the “so-called” deal) do not.
 */
export function quotesOf(
  text: string,
  quotations: readonly Quotation[],
  attributions: readonly Attribution[],
): readonly Quote[] {
  const kinds = attributedKinds(text, quotations, attributions);
  return quotations.flatMap((quotation, index) => {
    const words = text.slice(quotation.start, quotation.end);
    const attributed = kinds.get(index) ?? null;
    const isTitle = isWork(text, quotation, attributed !== null);
    const kind = isTitle ? null : (attributed ?? kindByItself(words));
    return kind === null ? [] : [{ start: quotation.start, end: quotation.end, kind }];
  });
}

/** The kind of each quotation that is content of an attribution: direct if it is all of a content. */
function attributedKinds(
  text: string,
  quotations: readonly Quotation[],
  attributions: readonly Attribution[],
): ReadonlyMap<number, Quote["kind"]> {
  const kinds = new Map<number, Quote["kind"]>();
  for (const { kind, content } of attributions) {
    for (const span of content) {
      let index = firstEndingAfter(quotations, span.start);
      for (; index < quotations.length && quotations[index]!.end <= span.end; index++) {
        const { outer } = quotations[index]!;
        const isWhole = kind === "direct" || (outer.start === span.start && outer.end === span.end);
        const words = text.slice(quotations[index]!.start, quotations[index]!.end);
        kinds.set(index, isWhole && !isFragment(words) ? "direct" : "mixed");
      }
    }
  }
  return kinds;
}

/** True for words that are only a part of a sentence: "factions.", "a joke". */
export function isFragment(words: string): boolean {
  return /^\p{Ll}/u.test(words) && words.split(/\s+/).length < fewestClauseWords;
}

/** Clauses with fewer words are rare. */
const fewestClauseWords = 4;

/** The fewest words of a fragment without a source. */
const fewestWords = 5;

function kindByItself(words: string): Quote["kind"] | null {
  const count = words.split(/\s+/).length;
  if (count >= 3 && /^\p{Lu}/u.test(words) && /[.!?,…]$/.test(words)) return "direct";
  return count >= fewestWords ? "mixed" : null;
}

/**
 * True for the title of a book, film or article: its longer words are capitalised, and no speech
 * leads to it.
 */
export function isWork(
  text: string,
  { start, end, outer }: Quotation,
  isAttributed: boolean,
): boolean {
  const words = text.slice(start, end);
  if (words.length > 120) return false;
  // Marks that end a sentence are inside the quotation, even in a title.
  if (/[,.!]$/.test(words) && isAttributed) return false;
  const long = words.split(/[\s–—-]+/).filter((word) => word.length > 3);
  const isTitle = long.length >= 2 && long.every((word) => /^[\p{Lu}\d]/u.test(word));
  const before = text.slice(Math.max(0, outer.start - 30), outer.start).toLowerCase();
  const isNamed =
    /\b(?:called|titled|entitled|named|dubbed|headlined|song|film|movie|book|novel|album|show|series|programme|program|article|report|essay|memoir|documentary|play|podcast)[ ,:]*$/.test(
      before,
    );
  return isNamed
    ? long.every((word) => /^[\p{Lu}\d]/u.test(word))
    : isTitle && !/(?::|,|said|says|told)\s*$/.test(before);
}
