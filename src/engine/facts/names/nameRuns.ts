import { peopleWords } from "../../text/languageTables.ts";
import { isStopword } from "../../text/stems.ts";
import type { Token } from "../../text/tokens.ts";
import { ADVERB, CONJUNCTION, classIn, PREPOSITION, WH } from "../../text/wordTraits.ts";
import { type KnownName, knownNameAt } from "./aliases.ts";
import { isOrganisationWord } from "./nameMemory.ts";
import {
  isCapitalised,
  isDayWord,
  isGivenName,
  isTitleCase,
  opensSentence,
  sequenceFrom,
} from "./nameSequences.ts";

/**
 * Finds the stretches of a text that may be names, before the rest of the article is known: names
 * of the tables, runs of capitalised words, and single words of headlines. One pass.
 */
export interface NameRun {
  /** Token indices, half-open. */
  readonly first: number;
  readonly next: number;
  /** What the tables know it as, or null. */
  readonly known: KnownName | null;
  /** True for a word of a headline, where capitals prove nothing. */
  readonly inHeadline: boolean;
}

/** Returns the runs of a text in order; none is empty. */
export function findNameRuns(text: string, tokens: readonly Token[]): readonly NameRun[] {
  const runs: NameRun[] = [];
  for (let line = 0; line < tokens.length; ) {
    const lineEnd = endOfLine(text, tokens, line);
    const inHeadline = isTitleCase(text, tokens, line, lineEnd);
    for (let at = line; at < lineEnd; ) at = readRun({ text, tokens, inHeadline, runs }, at);
    line = lineEnd;
  }
  return runs;
}

/** Returns the token after the line that token `first` opens. */
function endOfLine(text: string, tokens: readonly Token[], first: number): number {
  const lineEnd = text.indexOf("\n", tokens[first]!.end);
  if (lineEnd < 0) return tokens.length;
  let next = first + 1;
  while (next < tokens.length && tokens[next]!.start < lineEnd) next++;
  return next;
}

interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly inHeadline: boolean;
  readonly runs: NameRun[];
}

/** Reads the run that begins at token `at`; returns the token after it. */
function readRun(scan: Scan, at: number): number {
  const { text, tokens, inHeadline } = scan;
  const token = tokens[at]!;
  if (token.kind !== "word") return at + 1;
  if (!isCapitalised(text, token) && !isArabicArticle(scan, at)) return at + 1;
  const known = knownHere(scan, at);
  if (known !== null) {
    scan.runs.push({ first: at, next: known.next, known: known.known, inHeadline });
    return known.next;
  }
  if (isNoNameStart(tokens, at) || isOpeningWord(scan, at)) return at + 1;
  if (inHeadline) {
    scan.runs.push({ first: at, next: at + 1, known: null, inHeadline });
    return at + 1;
  }
  const sequence = sequenceFrom(text, tokens, at);
  const end = cutAtKnown(scan, sequence.first, sequence.next);
  const { first, next } = trimmed(scan, sequence.first, end);
  if (first < next) scan.runs.push({ first, next, known: null, inHeadline });
  return Math.max(end, at + 1);
}

/** True for "al-" before a capital, which begins a name in lower case. */
function isArabicArticle({ text, tokens }: Scan, at: number): boolean {
  return (
    tokens[at]!.folded === "al" &&
    tokens[at + 1]?.folded === "-" &&
    isCapitalised(text, tokens[at + 2])
  );
}

/** A known name at `at` that is not somebody's last name ("Jim Jordan") or first ("Georgia Smith"). */
function knownHere(scan: Scan, at: number): { known: KnownName; next: number } | null {
  const { text, tokens } = scan;
  const found = knownNameAt(text, tokens, at);
  if (found === null) return null;
  const after = tokens[found.next];
  if (isLandscape(scan, found.next)) return null;
  const isPart = found.next === at + 1 && found.known.kind === "place" && !found.known.isDemonym;
  const isFirstName = isPart && isGivenName(text, tokens[at]);
  return isFirstName && isCapitalised(text, after) ? null : found;
}

/**
 * True if a country's name is part of a sea's or landscape's: "South China | Sea", "Korean |
 * Peninsula".
 */
function isLandscape({ text, tokens }: Scan, at: number): boolean {
  const word = tokens[at];
  return word !== undefined && isCapitalised(text, word) && landscapes.has(word.folded);
}

const landscapes: ReadonlySet<string> = new Set(
  "sea ocean gulf peninsula strait straits canal river desert highlands".split(" "),
);

/** True for capitalised words that begin no name: "The", "In", "Friday", "Jan. 31". */
function isNoNameStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (isStopword(token.folded) || isDayWord(token) || noNames.has(token.folded)) return true;
  return (
    (token.folded === "jan" || token.folded === "may") &&
    (tokens[at + 1]?.kind === "number" || tokens[at + 2]?.kind === "number")
  );
}

const noNames: ReadonlySet<string> = new Set(
  "i i'm i'll i've i'd no yes not never neither nor either both but and or if so yet oh ok".split(
    " ",
  ),
);

/**
 * True for a small word that only the beginning of a sentence capitalises: "Although Putin …",
 * "After Merkel …".
 */
function isOpeningWord({ text, tokens }: Scan, at: number): boolean {
  return openers.has(classIn(tokens[at]!.traits)) && opensSentence(text, tokens, at);
}

const openers: ReadonlySet<number> = new Set([CONJUNCTION, PREPOSITION, ADVERB, WH]);

/** Drops offices before a name, and what a name cannot end with. */
function trimmed(scan: Scan, from: number, end: number): { first: number; next: number } {
  const { text, tokens } = scan;
  let first = from;
  let next = end;
  while (next > first + 1 && endsNoName(scan, next - 1)) next--;
  if (isOrganisationWord(tokens[next - 1]!.folded)) return { first, next };
  for (let at = next - 2; at >= first; at--) {
    if (!isOffice(tokens[at]!)) continue;
    first = at + 1;
    while (first < next && !isCapitalised(text, tokens[first])) first++;
    break;
  }
  if (first === next - 1 && isOffice(tokens[first]!)) first = next;
  return { first, next };
}

/** True for marks and small particles, with which no name ends: "Holder at | Atlanta". */
function endsNoName({ text, tokens }: Scan, at: number): boolean {
  const token = tokens[at]!;
  if (token.kind === "punctuation") return true;
  return !isCapitalised(text, token) && peopleWords.particles.has(token.folded);
}

function isOffice({ folded }: Token): boolean {
  return (
    peopleWords.titles.has(folded) ||
    peopleWords.roles.has(folded) ||
    officeParts.has(folded) ||
    (folded.endsWith("s") && peopleWords.roles.has(folded.slice(0, -1)))
  );
}

const officeParts: ReadonlySet<string> = new Set(
  "state-secretary former ex acting deputy vice senior then late defense defence state foreign affairs treasury press".split(
    " ",
  ),
);

/** Returns where a known name begins inside the run: "Kerry U.S. Secretary" ends before "U.S.". */
function cutAtKnown(scan: Scan, first: number, next: number): number {
  const { text, tokens } = scan;
  if (isOrganisationWord(tokens[next - 1]!.folded)) return next;
  for (let at = first + 1; at < next; at++) {
    if (tokens[at]!.kind !== "word") continue;
    const known = knownNameAt(text, tokens, at);
    if (known === null) continue;
    if (isLandscape(scan, known.next)) continue;
    if (known.next > at + 1 || !isFirstName(scan, first, at - 1)) return at;
  }
  return next;
}

/**
 * True for a given name at the beginning of a run, or after a title; a last name follows it:
 * "Marjorie | Jordan", "Sgt. Marjorie | Jordan".
 */
function isFirstName(scan: Scan, first: number, at: number): boolean {
  const before = scan.tokens[at - 1];
  const opens = at === first || (before !== undefined && at - 2 <= first && before.folded === ".");
  return opens && isGivenName(scan.text, scan.tokens[at]);
}
