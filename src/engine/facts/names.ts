import type { NameMention } from "../model/index.ts";
import { peopleWords } from "../text/languageTables.ts";
import { isStopword } from "../text/stems.ts";
import type { Token } from "../text/tokens.ts";
import { tokenise } from "../text/tokens.ts";
import { type KnownName, knownNameAt } from "./aliases.ts";
import { nameKey } from "./nameKey.ts";
import {
  emptyMemory,
  isOrganisationWord,
  learnCapitals,
  type NameMemory,
  personKey,
} from "./nameMemory.ts";
import {
  endsWithPossessive,
  isCapitalised,
  isDayWord,
  isTitleCase,
  type NameSequence,
  opensSentence,
  sequenceFrom,
} from "./nameSequences.ts";

/**
 * The names of a text in order: runs of capitalised words, without titles and offices before them,
 * told apart by tables (countries, organisations, given names), by the words around them, and by
 * what the article says elsewhere (its memory). Where capitals tell nothing, in headlines, only
 * known and remembered names are found. One pass over the tokens.
 */
export function findNames(
  text: string,
  memory: NameMemory = emptyMemory,
  tokens: readonly Token[] = tokenise(text),
): readonly NameMention[] {
  const found: NameMention[] = [];
  const isHeadline = isTitleCase(text, tokens);
  let at = 0;
  while (at < tokens.length) {
    at = findAt({ text, tokens, memory, isHeadline, found }, at);
  }
  return found;
}

/** What a text teaches of the names in it, to be given to `findNames` for each of its parts. */
export function learnNames(text: string, tokens: readonly Token[] = tokenise(text)): NameMemory {
  const persons = new Map<string, string>();
  const abbreviations = new Map<string, string>();
  const memory = { ...learnCapitals(text, tokens), persons, abbreviations };
  for (const name of findNames(text, memory, tokens)) {
    if (name.kind === "person") rememberPerson(persons, text.slice(name.start, name.end));
    else learnAbbreviation(abbreviations, text, name);
  }
  return memory;
}

function rememberPerson(persons: Map<string, string>, name: string): void {
  const key = personKey(name);
  const known = persons.get(key);
  if (!/[\s\u00a0]/.test(name)) return;
  if (known === undefined || name.split(/\s+/).length > known.split(/\s+/).length) {
    if (known === undefined || isLongerForm(known, name))
      persons.set(key, name.replace(/\s+/g, " "));
  }
}

/** "Tayyip Erdogan" goes on as "Recep Tayyip Erdogan", not as "Bilal Erdogan". */
function isLongerForm(known: string, name: string): boolean {
  const words = new Set(name.split(/\s+/));
  return known.split(/\s+/).every((word) => words.has(word));
}

/** "the Kurdistan Workers’ Party (PKK)" */
function learnAbbreviation(found: Map<string, string>, text: string, name: NameMention): void {
  const after = /^\s?\(["“]?([A-Z][A-Za-z&-]{1,9})["”]?[),;]/.exec(
    text.slice(name.end, name.end + 16),
  );
  if (after === null || !/[A-Z].*[A-Z]/.test(after[1]!)) return;
  found.set(after[1]!, name.canonical);
}

interface Finder {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly memory: NameMemory;
  readonly isHeadline: boolean;
  readonly found: NameMention[];
}

/** Reads what begins at token `at`; returns where to go on. */
function findAt(finder: Finder, at: number): number {
  const { text, tokens } = finder;
  const token = tokens[at]!;
  if (token.kind !== "word") return at + 1;
  if (!isCapitalised(text, token) && !isArabicArticle(finder, at)) return at + 1;
  const known = knownHere(finder, at);
  if (known !== null) {
    pushKnown(finder, at, known);
    return known.next;
  }
  if (isNoNameStart(token)) return at + 1;
  if (finder.isHeadline) return findRemembered(finder, at);
  const run = sequenceFrom(text, tokens, at);
  const next = cutAtKnown(finder, run);
  pushUnknown(finder, trimmed(finder, { ...run, next }));
  return Math.max(next, at + 1);
}

/** "al-" before a capital begins a name though it is small. */
function isArabicArticle({ text, tokens }: Finder, at: number): boolean {
  return (
    tokens[at]!.folded === "al" &&
    tokens[at + 1]?.folded === "-" &&
    isCapitalised(text, tokens[at + 2])
  );
}

/** A known name at `at` that is not somebody's last name ("Jim Jordan"). */
function knownHere(finder: Finder, at: number): { known: KnownName; next: number } | null {
  const { text, tokens } = finder;
  const found = knownNameAt(text, tokens, at);
  if (found === null) return null;
  const after = tokens[found.next];
  const isPart = found.next === at + 1 && found.known.kind === "place" && !found.known.isDemonym;
  if (isPart && peopleWords.givenNames.has(wordOf(finder, at)) && isCapitalised(text, after))
    return null;
  return found;
}

/** Words that are capitalised and begin no name by themselves: "The", "In", "Friday". */
function isNoNameStart(token: Token): boolean {
  return isStopword(token.folded) || isDayWord(token) || noNames.has(token.folded);
}

const noNames: ReadonlySet<string> = new Set(
  "i i'm i'll i've i'd no yes not never but and or if so yet oh ok".split(" "),
);

/** Drops offices before a name, and a first word that only the sentence capitalises. */
function trimmed(finder: Finder, sequence: NameSequence): NameSequence {
  const { text, tokens } = finder;
  let { first, next } = sequence;
  while (next > first + 1 && tokens[next - 1]!.kind === "punctuation") next--;
  if (isOrganisationWord(tokens[next - 1]!.folded)) return { ...sequence, next };
  for (let at = next - 2; at >= first; at--) {
    if (!isOffice(tokens[at]!)) continue;
    first = at + 1;
    while (first < next && !isCapitalised(text, tokens[first])) first++;
    break;
  }
  if (first === next - 1 && isOffice(tokens[first]!)) first = next;
  return { ...sequence, first, next };
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

/** Where a known name begins inside the run: "Kerry U.S. Secretary" ends before "U.S.". */
function cutAtKnown(finder: Finder, sequence: NameSequence): number {
  const { tokens } = finder;
  for (let at = sequence.first + 1; at < sequence.next; at++) {
    if (tokens[at]!.kind !== "word") continue;
    if (peopleWords.givenNames.has(wordOf(finder, at - 1)) && at - 1 === sequence.first) continue;
    const found = knownNameAt(finder.text, tokens, at);
    if (found === null || isInsideOrganisation(finder, sequence)) continue;
    return at;
  }
  return sequence.next;
}

function isInsideOrganisation({ tokens }: Finder, sequence: NameSequence): boolean {
  return isOrganisationWord(tokens[sequence.next - 1]!.folded);
}

function wordOf({ text, tokens }: Finder, at: number): string {
  const token = tokens[at];
  return token === undefined ? "" : text.slice(token.start, token.end);
}

function pushKnown(finder: Finder, at: number, found: { known: KnownName; next: number }): void {
  const { known, next } = found;
  const start = finder.tokens[at]!.start;
  const end = nameEnd(finder, next - 1);
  const asGovernment = known.government !== null && !standsForPlace(finder, at, next);
  const key = asGovernment ? known.government!.key : known.key;
  const kind = asGovernment ? "organisation" : known.kind;
  finder.found.push({ start, end, canonical: known.canonical, key, kind });
}

/** The end of the name, without a possessive. */
function nameEnd({ text, tokens }: Finder, last: number): number {
  const token = tokens[last]!;
  return endsWithPossessive(text, token) ? token.end - 2 : token.end;
}

/** Whether a capital is meant as the town: "talks in Moscow", "visited Moscow", "Moscow-based". */
function standsForPlace({ text, tokens }: Finder, at: number, next: number): boolean {
  if (opensLineBeforeDash(text, tokens, at, next)) return true;
  if (tokens[next]?.folded === "-" && tokens[next + 1]?.folded === "based") return true;
  const before = tokens[at - 1]?.folded ?? "";
  if (placePrepositions.has(before)) return true;
  if (before === "the" && townNouns.has(tokens[next]?.folded ?? "")) return true;
  return (before === "to" || before === "from") && motionWords.has(tokens[at - 2]?.folded ?? "");
}

/** "the Astana process", "the Geneva talks": called after where they are held. */
const townNouns: ReadonlySet<string> = new Set(
  "process talks format summit conference meeting round airport suburb mayor metro".split(" "),
);

/** "Moscow - John Kerry said", "MOSCOW (Reuters) —": where the report was written. */
function opensLineBeforeDash(
  text: string,
  tokens: readonly Token[],
  at: number,
  next: number,
): boolean {
  const before = tokens[at - 1];
  const after = tokens[next]?.folded ?? "";
  const opensLine =
    before === undefined || text.slice(before.end, tokens[at]!.start).includes("\n");
  return opensLine && /^[-–—(,]$/.test(after);
}

const placePrepositions: ReadonlySet<string> = new Set(
  "in near at outside inside around across into visited visiting visits visit left leaving reached reaching downtown central through via".split(
    " ",
  ),
);
const motionWords: ReadonlySet<string> = new Set(
  "flew fly flying flight went go going travel traveled travelled travels trip trips visit visits came come moved move returned return arrived departed journey drove drive sent km kilometers kilometres miles way back".split(
    " ",
  ),
);

/** In a headline: a name that the article's text has shown. */
function findRemembered(finder: Finder, at: number): number {
  const { tokens, memory } = finder;
  const key = personKey(wordOf(finder, at).replace(/['’]s$/, ""));
  const full = memory.persons.get(key);
  if (full === undefined) return at + 1;
  const start = tokens[at]!.start;
  finder.found.push({ start, end: nameEnd(finder, at), canonical: full, key, kind: "person" });
  return at + 1;
}

function pushUnknown(finder: Finder, sequence: NameSequence): void {
  const { text, tokens, memory } = finder;
  const { first, next } = sequence;
  if (next <= first || (next === first + 1 && !isLikelyName(finder, sequence))) return;
  const start = tokens[first]!.start;
  const end = nameEnd(finder, next - 1);
  const written = text.slice(start, end).replace(/\s+/g, " ");
  const kind = kindOf(finder, sequence, written);
  const explained = memory.abbreviations.get(written);
  if (explained !== undefined) {
    finder.found.push({
      start,
      end,
      canonical: explained,
      key: nameKey(explained),
      kind: "organisation",
    });
  } else if (kind === "person") {
    const key = personKey(written);
    const full = memory.persons.get(key);
    const canonical = full !== undefined && isShortFormOf(written, full) ? full : written;
    finder.found.push({ start, end, canonical, key, kind });
  } else {
    finder.found.push({ start, end, canonical: written, key: nameKey(written), kind });
  }
}

function isShortFormOf(written: string, full: string): boolean {
  const words = new Set(full.split(" "));
  return !written.includes(" ") || written.split(" ").every((word) => words.has(word));
}

/** A single capitalised word: at the start of a sentence it needs a reason to be a name. */
function isLikelyName(finder: Finder, sequence: NameSequence): boolean {
  const { text, tokens, memory } = finder;
  const token = tokens[sequence.first]!;
  if (token.end - token.start < 2) return false;
  const { folded } = token;
  if (peopleWords.roles.has(folded) || peopleWords.titles.has(folded)) return false;
  if (!opensSentence(text, tokens, sequence.first)) return true;
  if (memory.capitalised.has(folded) || memory.persons.has(personKey(folded))) return true;
  if (memory.small.has(folded) || peopleWords.groupRoles.has(folded)) return false;
  if (peopleWords.givenNames.has(wordOf(finder, sequence.first))) return true;
  if (isOrganisationWord(folded) || /(?:ing|ed|ly|ers|ors|ists|ians|ments|tions)$/.test(folded))
    return false;
  return endsWithPossessive(text, token) || namePredicates.has(tokens[sequence.next]?.folded ?? "");
}

const namePredicates: ReadonlySet<string> = new Set(
  "said says told asked added wrote has had is was will would also announced who".split(" "),
);

function kindOf(finder: Finder, sequence: NameSequence, written: string): NameMention["kind"] {
  const { text, tokens, memory } = finder;
  const { first, next } = sequence;
  const last = tokens[next - 1]!.folded;
  if (isOrganisationWord(last) || isOrganisationWord(tokens[first]!.folded)) return "organisation";
  if (/^[\p{Lu}&]{2,6}$/u.test(written)) return "organisation";
  if (isCalledByOffice(tokens, first)) return "person";
  if (peopleWords.givenNames.has(wordOf(finder, first)) && next > first + 1) return "person";
  if (memory.persons.has(personKey(written))) return "person";
  if (peopleWords.placeWords.has(last)) return "place";
  const before = tokens[first - 1]?.folded ?? "";
  if (before === "in" || before === "near") return "place";
  const words = next - first;
  if (words <= 3 && personPredicates.has(tokens[next]?.folded ?? "")) return "person";
  if (words === 2 && isAppositive(text, tokens, next)) return "person";
  return "other";
}

/** "spokesperson Dmitry Peskov", "Gen. Smith", "Mr. Smith" */
function isCalledByOffice(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1];
  if (before === undefined) return false;
  const word = before.folded === "." || before.folded === "," ? tokens[first - 2] : before;
  if (word === undefined) return false;
  return (
    peopleWords.titles.has(word.folded) ||
    (before.kind === "word" && peopleWords.roles.has(word.folded))
  );
}

const personPredicates: ReadonlySet<string> = new Set(
  "said says told asked added wrote tweeted who argued noted explained replied".split(" "),
);

/** "Oleg Glazunov, an expert", "Jane Smith, 45," */
function isAppositive(text: string, tokens: readonly Token[], next: number): boolean {
  if (tokens[next]?.folded !== ",") return false;
  const after = tokens[next + 1];
  if (after === undefined) return false;
  if (after.kind === "number") return after.end - after.start === 2;
  const word = tokens[next + 2]?.folded ?? "";
  const isArticle = after.folded === "a" || after.folded === "an" || after.folded === "the";
  return (
    (isArticle || peopleWords.roles.has(after.folded)) &&
    !isCapitalised(text, tokens[next + 2]) &&
    word !== ""
  );
}
