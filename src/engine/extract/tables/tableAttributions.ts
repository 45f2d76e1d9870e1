import { knownName } from "../../facts/names/aliases.ts";
import type { Attribution, AttributionKind, Span } from "../../model/index.ts";
import { COMMA, DASH } from "../../text/wordTraits.ts";
import { quotedShare } from "../frames/contentWords.ts";
import { firstEndingAfter } from "../locate.ts";
import { isFragment, isWork } from "../quotes/quotes.ts";
import { openAsides } from "./tableAsides.ts";
import { indirectContent, quotesOfSentence } from "./tableContent.ts";
import { continueQuotes } from "./tableContinuedQuotes.ts";
import { cuesBetween } from "./tableCues.ts";
import { isOffice, isRole } from "./tableRoles.ts";
import type { TableSource } from "./tableSourcePhrase.ts";
import { hasNotSaid, sharesSubject, sourceOfCue, subjectBefore } from "./tableSources.ts";
import { mentionOf, type TableSpeaker, TableSpeakers } from "./tableSpeakers.ts";
import type { TableCue, TableView } from "./tableView.ts";

/**
 * Finds the attributions of a body in a language that is read by a table. Looks up the table's
 * verbs of saying, its phrases for "according to", and colons before quotations in each sentence.
 * The source is the name, pronoun or office next to them, before or after according to the word
 * order of the language. The content is the quotations of the sentence, else the clause after
 * "that", else the rest. A quotation alone belongs to the last speaker. Linear.
 */
export function findTableAttributions(from: TableView): readonly Attribution[] {
  const { view } = from;
  openAsides(from);
  const speakers = new TableSpeakers(from);
  const claimed = new Set<number>();
  const found: Attribution[] = [];
  for (let sentence = 0; sentence < view.sentences.length; sentence++) {
    const said = saidIn(from, sentence, speakers, claimed);
    found.push(...said);
    if (said.length > 0) continue;
    continueQuotes(from, sentence, found, claimed);
    found.push(...quotedBySubject(from, sentence, speakers, claimed));
  }
  return found;
}

function saidIn(
  from: TableView,
  sentence: number,
  speakers: TableSpeakers,
  claimed: Set<number>,
): readonly Attribution[] {
  const { view } = from;
  const [first, next] = [view.firstToken[sentence]!, view.firstToken[sentence + 1]!];
  const cues = cuesBetween(from, first, Math.min(next, first + longestSentence));
  const quotes = quotesOfSentence(from, sentence).filter(
    (quote) => !claimed.has(quote) && !isNameInMarks(from, quote),
  );
  const nearestCues = quotes.map((quote) => nearest(from, cues, quote));
  const given: Said[] = [];
  let last: Who | null = null;
  for (const cue of cues) {
    const own = quotes.filter((_, index) => nearestCues[index] === cue);
    const isQuoting = own.length > 0;
    const who: Who | null =
      (sharesSubject(from, cue, next) ? last : null) ??
      speakerOf(from, cue, sentence, speakers, isQuoting, first, next);
    if (who === null) continue;
    last = { speaker: who.speaker, source: null };
    const content = contentOf(from, cue, who.source, own, first, next);
    if (content.length === 0) continue;
    for (const quote of own) claimed.add(quote);
    given.push({
      attribution: attribution(from, cue, who, content),
      isOutlets: cites(from, cue, who),
    });
  }
  return throughOutlets(given);
}

interface Said {
  readonly attribution: Attribution;
  /** True for "according to" an outlet. */
  readonly isOutlets: boolean;
}

/**
 * Where a sentence has a speaker and "according to" an outlet, the speaker's words came through the
 * outlet: "sagte Merkel, | so die Zeitung".
 */
function throughOutlets(said: readonly Said[]): readonly Attribution[] {
  const all = said.map(({ attribution }) => attribution);
  const via = said.flatMap(({ attribution, isOutlets }) => (isOutlets ? attribution.source : []));
  const others = all.filter(({ source }) => !via.includes(source));
  if (via.length === 0 || others.length === 0) return all;
  return others.map((attribution) => ({ ...attribution, via: [...new Set(via)] }));
}

function cites(from: TableView, cue: TableCue, { source }: Who): boolean {
  const { words, table } = from.reading;
  if (source === null) return false;
  // "…, | informó la agencia": after what somebody said.
  const closes = cue.kind === "verb" && source.first >= cue.next && isAfterComma(from, cue);
  const isAccording =
    cue.kind === "before" || cue.kind === "after" || table.speech.asides.has(cue.word);
  if (!isAccording && !closes) return false;
  // "selon l’acte d’accusation": a text gives what somebody said.
  if (isAccording && source.kind === "described" && !isOffice(from, source.role!)) return true;
  // "la agencia | Efe": the noun is before the name.
  for (let at = Math.max(cue.next, source.first - 1); at < source.next; at++) {
    if (table.outletWords.has(words[at]!)) return true;
  }
  return source.name !== null && knownName(source.name.canonical)?.isOutlet === true;
}

function isAfterComma({ view }: TableView, { first }: TableCue): boolean {
  return view.classes[first - 1] === COMMA;
}

/** A shorter quotation is a name or a word in scare quotes. */
const shortestQuote = 12;

/** True for a body's name: "dem | „Spiegel“", "газете | «Труд»", "тренер | «Рязани»". */
function isNameInMarks(from: TableView, quote: number): boolean {
  const { view } = from;
  const { start, end, outer } = view.quotations[quote]!;
  const name = view.names[firstEndingAfter(view.names, start)];
  if (name?.start === start && name.end === end && name.kind === "organisation") return true;
  if (!/^\p{Lu}/u.test(view.text.slice(start, start + 2)) || end - start > longestName)
    return false;
  const before = firstEndingAfter(view.tokens, outer.start) - 1;
  return before >= 0 && view.quoteOf[before]! < 0 && isRole(from, before);
}

/** Code units of the longest name that is taken for one by its first letter. */
const longestName = 30;

/** "Alleva dankte der Polizei für „ihre Sorgfalt“": a sentence without a cue, about a person, who is quoted in it. */
function quotedBySubject(
  from: TableView,
  sentence: number,
  speakers: TableSpeakers,
  claimed: Set<number>,
): readonly Attribution[] {
  const { view } = from;
  const quote = quotesOfSentence(from, sentence).find((index) => !claimed.has(index));
  const first = view.firstToken[sentence]!;
  if (quote === undefined || view.quoteOf[first] === quote) return [];
  const { outer } = view.quotations[quote]!;
  if (outer.end - outer.start < shortestQuote || isWork(view.text, view.quotations[quote]!, false))
    return [];
  const limit = firstEndingAfter(view.tokens, outer.start);
  const source = subjectBefore(from, first, limit);
  const speaker = source === null ? null : speakers.resolve(source, sentence);
  if (source === null || speaker === null || limit <= source.next) return [];
  claimed.add(quote);
  const cue = { first: source.next, next: source.next + 1, kind: "verb", word: "" } as const;
  return [attribution(from, cue, { speaker, source }, [outer])];
}

/** As for English: no sentence of a newspaper has more tokens. */
const longestSentence = 160;

interface Who {
  readonly speaker: TableSpeaker;
  readonly source: TableSource | null;
}

function speakerOf(
  from: TableView,
  cue: TableCue,
  sentence: number,
  speakers: TableSpeakers,
  isQuoting: boolean,
  first: number,
  next: number,
): Who | null {
  const source = sourceOfCue(from, cue, first, next);
  if (hasNotSaid(from, cue, source, first)) return null;
  if (source !== null) {
    const speaker = speakers.resolve(source, sentence);
    if (speaker !== null) return { speaker, source };
    return null;
  }
  const { subjectDrops, pluralEndings } = from.reading.table.speech;
  if (cue.kind !== "verb" || !(subjectDrops || isQuoting)) return null;
  if (hasSubjectAfter(from, cue, next)) return null;
  // "Dijeron" is not said of one person.
  if (pluralEndings.some((ending) => cue.word.endsWith(ending))) return null;
  const speaker = speakers.recent(sentence, cue.first);
  return speaker === null ? null : { speaker, source: null };
}

/** "وقالت | القضاة": true if a noun with its article, which is not understood, follows the verb as its subject. */
function hasSubjectAfter({ reading }: TableView, cue: TableCue, next: number): boolean {
  const { table, words } = reading;
  const word = words[cue.next];
  if (word === undefined || cue.next >= next || table.definitePrefix === "") return false;
  return word.startsWith(table.definitePrefix) && !table.calendar.weekdays.has(word);
}

/** The cue that a quotation is closest to. */
function nearest({ view }: TableView, cues: readonly TableCue[], quote: number): TableCue | null {
  const { outer } = view.quotations[quote]!;
  let best: TableCue | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const cue of cues) {
    const { start, end } = spanOfCue({ view }, cue);
    const distance = end <= outer.start ? outer.start - end : Math.max(0, start - outer.end);
    if (distance < least) [best, least] = [cue, distance];
  }
  return best;
}

function spanOfCue({ view }: Pick<TableView, "view">, { first, next }: TableCue): Span {
  return { start: view.tokens[first]!.start, end: view.tokens[next - 1]!.end };
}

function contentOf(
  from: TableView,
  cue: TableCue,
  source: TableSource | null,
  quotes: readonly number[],
  first: number,
  next: number,
): readonly Span[] {
  const rest = restOfQuote(from, cue, first);
  const outers = [
    ...quotes.map((quote) => from.view.quotations[quote]!.outer),
    ...(rest === null ? [] : [rest]),
  ];
  const place = source ?? {
    first: cue.first,
    next: cue.next,
    kind: "pronoun",
    name: null,
    role: null,
  };
  const indirect = indirectContent(from, cue, place, first, next);
  if (indirect === null) return outers;
  // Words in quotation marks inside the clause are part of it; whole quotations are content of
  // their own.
  const isWithin = outers.some(({ start, end }) => indirect.start < end && start < indirect.end);
  if (outers.length === 0) return [indirect];
  if (outers.some(({ start }) => /:\s*$/.test(from.view.text.slice(start - 3, start))))
    return outers;
  return isWithin &&
    outers.every((outer) => outer.end - outer.start < (indirect.end - indirect.start) / 2)
    ? [indirect]
    : outers;
}

/**
 * "„Wir gehen. ¶ Wir kommen wieder“, | sagte sie": the words of the sentence before a closing mark
 * whose quotation opens in an earlier paragraph; or null.
 */
function restOfQuote({ view }: TableView, cue: TableCue, first: number): Span | null {
  let at = cue.first - 1;
  while (at > first && (view.classes[at] === COMMA || view.classes[at] === DASH)) at--;
  if (at - first < fewestWords) return null;
  const mark = view.text.slice(view.tokens[at]!.start, view.tokens[at]!.end);
  const isOpenBefore = /^[»«”“"]$/.test(mark) && view.quoteOf[at]! < 0;
  if (!isOpenBefore) return null;
  for (let index = first; index < at; index++) if (view.quoteOf[index]! >= 0) return null;
  return { start: view.tokens[first]!.start, end: view.tokens[at]!.end };
}

/** Fewer words before a mark are no sentence. */
const fewestWords = 3;

function attribution(
  from: TableView,
  cue: TableCue,
  { speaker, source }: Who,
  content: readonly Span[],
): Attribution {
  const { view, reading } = from;
  const span = source === null ? null : mentionOf(from, source);
  return {
    source: speaker.label,
    mention: span === null ? "" : view.text.slice(span.start, span.end),
    mentionSpan: span,
    role: speaker.role,
    cue: spanOfCue(from, cue),
    content: [...content].sort((a, b) => a.start - b.start),
    via: [],
    kind: kindOf(from, content),
    negated: reading.table.speech.denials.has(cue.word),
  };
}

function kindOf({ view }: TableView, content: readonly Span[]): AttributionKind {
  const shares = content.map((span) => quotedShare(view, span));
  if (shares.every((share) => share >= 1)) {
    const words = content.map(({ start, end }) =>
      view.text.slice(start, end).replace(/^[^\p{L}\d]*/u, ""),
    );
    return words.every(isFragment) ? "mixed" : "direct";
  }
  return shares.some((share) => share > 0) ? "mixed" : "indirect";
}
