/**
 * The tables of the languages other than English. The file is over 300 lines because every field is
 * described here, beside the function that fills it.
 */
import { namesOfMonths, namesOfWeekdays } from "./calendarNames.ts";
import { foldWord } from "./foldWord.ts";
import { otherLanguages } from "./languageTables.ts";
import {
  compoundSet,
  foldedMap,
  foldedSet,
  type PhraseMap,
  phraseMap,
  stemSet,
  type Words,
} from "./tableWords.ts";
import { type Token, tokenise } from "./tokens.ts";

/** The languages that are read by a table; English has rules of its own. */
export type TableLanguage = keyof typeof otherLanguages;

/** Words of a language as the rules of names, dates, numbers and attributions look them up: folded. */
export interface LanguageTable {
  readonly language: TableLanguage;
  readonly functionWords: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Articles before what is known already; empty where a noun alone may be known. */
  readonly definiteArticles: ReadonlySet<string>;
  /** Of these, those before a man's office, and before a woman's: "le", "la". */
  readonly maleArticles: ReadonlySet<string>;
  readonly femaleArticles: ReadonlySet<string>;
  /** Words with which an office is another one than that named before: "ein | Sprecher", "deux | ministres". */
  readonly ofOthers: ReadonlySet<string>;
  /** Articles of several, and the endings of nouns that are several. */
  readonly pluralArticles: ReadonlySet<string>;
  readonly pluralNounEndings: readonly string[];
  /** Endings of nouns for one woman, where her article is that of several: "die Ministerin". */
  readonly womanEndings: readonly string[];
  /** An article that is part of its word, or "": "ال". */
  readonly definitePrefix: string;
  /** Endings of adjectives, where they tell an adjective after an article: "-en". */
  readonly adjectiveEndings: readonly string[];
  /** Endings of the cases that a subject does not have: "Gazete | ye". */
  readonly caseEndings: readonly string[];
  /** Words between a verb and its speaker: "sagte | mir | Merkel". */
  readonly betweenVerbAndSpeaker: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Words that a stop follows without ending a sentence. */
  readonly abbreviations: ReadonlySet<string>;
  /** Words before a person's name: "Herr", "M.", "г-н"; with or without a stop. */
  readonly titles: ReadonlySet<string>;
  /** Capitalised words that begin a sentence, as they are written. */
  readonly sentenceStarters: ReadonlySet<string>;
  /** True where a number with a stop is an ordinal: "am 3. Mai". */
  readonly ordinalStops: boolean;
  /** True where all nouns are capitalised, so that a capital alone makes no name. */
  readonly capitalisedNouns: boolean;
  /** True where a script has no capitals. */
  readonly hasNoCapitals: boolean;
  /** Small words inside names: "von", "de". */
  readonly particles: ReadonlySet<string>;
  /** "and" */
  readonly joiners: ReadonlySet<string>;
  /** Particles that may be attached to the beginning of a word, longest first. */
  readonly proclitics: readonly string[];
  /** Of these, those before a verb; with another the word is a noun: "لنقل", "to carry". */
  readonly clauseProclitics: readonly string[];
  /** Endings that say whose something is, where they are part of its word: "أنصارها", "her supporters". */
  readonly possessiveEndings: readonly string[];
  /**
   * Words that an apostrophe joins to the next ("l’an"), or null; "all" in Turkish, where any word
   * may precede one.
   */
  readonly elisions: ReadonlySet<string> | "all";
  /** Case endings of words; empty if the language has none that matter. */
  readonly endings: ReadonlySet<string>;
  /** Case endings of last names, the longest first; empty where last names keep their form. */
  readonly lastNameEndings: readonly string[];
  /** The ending of a noun's or name's genitive: "s", or "". */
  readonly genitive: string;
  /** True where cases say what belongs to a noun, so that the words before it need not. */
  readonly casesTieNouns: boolean;
  readonly roles: Words;
  readonly organisationWords: Words;
  readonly outletWords: Words;
  /** Capitalised nouns that are not names, and endings that only nouns have. */
  readonly nouns: ReadonlySet<string>;
  readonly nounEndings: readonly string[];
  readonly pronouns: ReadonlySet<string>;
  readonly femalePronouns: ReadonlySet<string>;
  /** Endings of last names that show a gender. */
  readonly femaleEndings: readonly string[];
  readonly maleEndings: readonly string[];
  /** Those that mean the writer, or nobody: "ich", "hieß es". */
  readonly authorPronouns: ReadonlySet<string>;
  /** "source": the name is withheld. */
  readonly withheld: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
  /** Names of places and bodies in this language, by their folded words, as the English tables name them. */
  readonly names: PhraseMap<string>;
  /** Adjectives, and demonyms, by their beginning, with the country. */
  readonly adjectives: Words;
  readonly numbers: NumberWords;
  readonly calendar: CalendarWords;
  readonly speech: SpeechWords;
}

/** How a language writes numbers in words. */
export interface NumberWords {
  /** The largest number that a form of another word may state: 2 where nouns have a dual. */
  readonly unread: number;
  readonly words: ReadonlyMap<string, number>;
  /** "half" before a scale, and "and a half" after it. */
  readonly half: ReadonlySet<string>;
  readonly halfAfter: PhraseMap<true>;
  /** Numbers of several words that are no sum in this order: "ثلاثة عشر". */
  readonly phrases: PhraseMap<number>;
  /** Articles that are a number before a scale only: "eine Million". */
  readonly ones: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  /** Scales that count one by themselves: "mille". */
  readonly bare: ReadonlySet<string>;
  /** The word between the parts of a number in one word ("fünfundzwanzig"), or "". */
  readonly compound: string;
  readonly joiners: ReadonlySet<string>;
  /** Characters between groups of three digits, and before a fraction. */
  readonly thousands: string;
  readonly decimal: string;
  readonly units: ReadonlyMap<string, string>;
  /** Units that precede their number: "yüzde 20". */
  readonly unitsBefore: ReadonlyMap<string, string>;
  readonly bounds: PhraseMap<string>;
  readonly boundsAfter: ReadonlyMap<string, string>;
  readonly ranges: ReadonlySet<string>;
}

/** How a language writes dates. */
export interface CalendarWords {
  /** By name or abbreviation: 1..12. */
  readonly months: PhraseMap<number>;
  /** 1 (Monday) .. 7. */
  readonly weekdays: ReadonlyMap<string, number>;
  readonly days: ReadonlyMap<string, number>;
  readonly last: ReadonlySet<string>;
  readonly next: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  /** "letzte Woche" → "week -1" */
  readonly phrases: PhraseMap<string>;
  readonly agoBefore: PhraseMap<true>;
  readonly agoAfter: ReadonlySet<string>;
  readonly periods: ReadonlyMap<string, string>;
  /** Small words between day, month and year: "de". */
  readonly betweenParts: ReadonlySet<string>;
  /** "Jahr", before or after a year. */
  readonly yearWord: string;
  /** "günü" after a weekday in small letters, where weekdays are other words, too; or "". */
  readonly dayWord: string;
}

/** How a language reports what somebody said. */
export interface SpeechWords {
  /** Forms of verbs that report speech. */
  readonly verbs: ReadonlySet<string>;
  /** Verbs of several words: "ifade etti". */
  readonly phrases: PhraseMap<true>;
  /** Forms that report speech after an auxiliary only: "a déclaré". */
  readonly participles: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  /** Forms that report speech only with a quotation or "that" beside them. */
  readonly needThat: ReadonlySet<string>;
  /** Verbs among these with the parts that end their clause: "kündigte" → "an". */
  readonly separated: ReadonlyMap<string, string>;
  readonly denials: ReadonlySet<string>;
  /** Words that replace a verb between a quotation and a name: "„…“, so Merkel". */
  readonly asides: ReadonlySet<string>;
  readonly accordingBefore: PhraseMap<true>;
  /** Words that open a sentence with whose opinion it quotes: "Pour Luc Benz, « … »". */
  readonly opinionBefore: ReadonlySet<string>;
  /** Words before a noun or name that has not said it, or not yet: "kein | Sprecher", "falls | Benz". */
  readonly notSaid: ReadonlySet<string>;
  /** Words between several who speak and one of them: "Kritiker | wie | Peter Kuhn". */
  readonly examples: ReadonlySet<string>;
  readonly accordingAfter: PhraseMap<true>;
  /** "selon lui": phrases with their pronoun. */
  readonly accordingPronoun: PhraseMap<true>;
  /** What opens a sentence that says who said the one before: "Das | sagte Merkel". */
  readonly ofThis: PhraseMap<true>;
  readonly that: ReadonlySet<string>;
  /** Endings of participles that stand before who speaks: "diyen | Ali Öz". */
  readonly participleEndings: readonly string[];
  /** Forms of common verbs that only reported speech has: "…, die Partei | solle". */
  readonly reportingMood: ReadonlySet<string>;
  /** Words that begin a clause. */
  readonly clauseStarters: ReadonlySet<string>;
  /** True where a verb alone says who spoke: "añadió". */
  readonly subjectDrops: boolean;
  /** True if the verb comes last, so that the subject opens the sentence. */
  readonly verbLast: boolean;
  /** True where a dash at a line's beginning opens speech. */
  readonly dashOpensSpeech: boolean;
  /**
   * Forms among the verbs that have no subject of their own: "précisant que", "отметив, что". Who
   * speaks is the subject of their sentence.
   */
  readonly gerunds: ReadonlySet<string>;
  /** Words that open a clause about the rest of the sentence: "comme l’a rappelé la maire". */
  readonly as: ReadonlySet<string>;
  /**
   * Words right before an infinitive ("versprach, Steuern | zu senken"), if the language has any, and
   * the endings of infinitives; no endings where infinitives do not report speech.
   */
  readonly infinitiveMarks: ReadonlySet<string>;
  readonly infinitiveEndings: readonly string[];
  /**
   * Prepositions before a body that speaks where a verb in the plural has no subject ("in the Kremlin
   * they said"); empty in other languages.
   */
  readonly prepositionsOfBodies: ReadonlySet<string>;
  /** Endings of verbs in the plural. */
  readonly pluralEndings: readonly string[];
}

const built = new Map<string, LanguageTable>();

/**
 * Returns the table of a language by its BCP 47 primary tag; null for English and for languages
 * without one.
 */
export function languageTable(language: string | null): LanguageTable | null {
  if (language === null || !Object.hasOwn(otherLanguages, language)) return null;
  const known = built.get(language);
  if (known !== undefined) return known;
  const table = buildTable(language as TableLanguage);
  built.set(language, table);
  return table;
}

/** Numbers up to this one are often in words, which are read only in English and by tables. */
const mostInWords = 20;

/**
 * Returns the largest number that a text in a language may state in a way that is not read; its larger
 * numbers are in digits.
 */
export function largestUnread(language: string | null): number {
  if (language === null || language === "en") return 1;
  return languageTable(language)?.numbers.unread ?? mostInWords;
}

/** Returns the tokens of a text in a language, whose function words carry no content. */
export function tokeniseIn(text: string, language: string | null): readonly Token[] {
  return tokenise(text, languageTable(language)?.functionWords ?? null);
}

function buildTable(language: TableLanguage): LanguageTable {
  const json = otherLanguages[language];
  const { numbers, calendar, speech, endings } = json;
  const inflected = (list: string): Words =>
    endings === "" ? foldedSet(list) : stemSet(list, endings);
  return {
    language,
    functionWords: foldedSet(json.functionWords),
    articles: foldedSet(json.articles),
    definiteArticles: foldedSet(json.definiteArticles),
    maleArticles: foldedSet(json.maleArticles),
    femaleArticles: foldedSet(json.femaleArticles),
    ofOthers: foldedSet(json.ofOthers),
    pluralArticles: foldedSet(json.pluralArticles),
    pluralNounEndings: [...foldedSet(json.pluralNounEndings)],
    womanEndings: [...foldedSet(json.womanEndings)],
    definitePrefix: json.definitePrefix,
    adjectiveEndings: [...foldedSet(json.adjectiveEndings)],
    caseEndings: [...foldedSet(json.caseEndings)],
    betweenVerbAndSpeaker: foldedSet(json.betweenVerbAndSpeaker),
    prepositions: foldedSet(json.prepositions),
    abbreviations: new Set(json.abbreviations.toLowerCase().split(" ")),
    titles: foldedSet(json.titles),
    sentenceStarters: new Set(json.sentenceStarters.split(" ")),
    ordinalStops: json.ordinalStops,
    capitalisedNouns: json.capitalisedNouns,
    hasNoCapitals: json.proclitics !== "",
    particles: foldedSet(json.particles),
    joiners: foldedSet(json.joiners),
    proclitics: [...foldedSet(json.proclitics)],
    clauseProclitics: [...foldedSet(json.clauseProclitics)],
    possessiveEndings: [...foldedSet(json.possessiveEndings)],
    elisions: json.elisions === "*" ? "all" : foldedSet(json.elisions),
    endings: foldedSet(endings),
    lastNameEndings: [...foldedSet(json.lastNameEndings)].sort((a, b) => b.length - a.length),
    genitive: json.genitive,
    casesTieNouns: json.casesTieNouns,
    roles: json.capitalisedNouns ? compoundSet(json.roles, json.genitive) : inflected(json.roles),
    organisationWords: json.capitalisedNouns
      ? compoundSet(json.organisationWords, json.genitive)
      : inflected(json.organisationWords),
    outletWords: inflected(json.outletWords),
    nouns: foldedSet(json.nouns),
    nounEndings: [...foldedSet(json.nounEndings)],
    pronouns: foldedSet(json.pronouns),
    femalePronouns: foldedSet(json.femalePronouns),
    femaleEndings: [...foldedSet(json.femaleEndings)],
    maleEndings: [...foldedSet(json.maleEndings)],
    authorPronouns: foldedSet(json.authorPronouns),
    withheld: foldedSet(json.withheld),
    givenNames: foldedSet(json.givenNames),
    names: phraseMap(Object.entries(json.names)),
    adjectives: stemSet(json.adjectives, "*"),
    numbers: {
      unread: numbers.unread,
      words: foldedMap(numbers.words),
      half: foldedSet(numbers.half),
      halfAfter: phraseMap(listed(numbers.halfAfter)),
      phrases: phraseMap(Object.entries(numbers.phrases)),
      ones: foldedMap(numbers.ones),
      scales: foldedMap(numbers.scales),
      bare: foldedSet(numbers.bare),
      compound: numbers.compound,
      joiners: foldedSet(numbers.joiners),
      thousands: `${numbers.thousands}\u00a0\u202f\u2009'’`,
      decimal: numbers.decimal,
      units: foldedMap(numbers.units),
      unitsBefore: foldedMap(numbers.unitsBefore),
      bounds: phraseMap(Object.entries(numbers.bounds)),
      boundsAfter: foldedMap(numbers.boundsAfter),
      ranges: foldedSet(numbers.ranges),
    },
    calendar: {
      months: phraseMap([...namesOfMonths(calendar.locales), ...Object.entries(calendar.months)]),
      weekdays: new Map([
        ...foldedMap(Object.fromEntries(namesOfWeekdays(calendar.locales))),
        ...foldedMap(calendar.weekdays),
      ]),
      days: foldedMap(calendar.days),
      last: foldedSet(calendar.last),
      next: foldedSet(calendar.next),
      future: foldedSet(calendar.future),
      phrases: phraseMap(Object.entries(calendar.phrases)),
      agoBefore: phraseMap(listed(calendar.agoBefore)),
      agoAfter: foldedSet(calendar.agoAfter),
      periods: foldedMap(calendar.periods),
      betweenParts: foldedSet(calendar.betweenParts),
      yearWord: foldWord(calendar.yearWord),
      dayWord: foldWord(calendar.dayWord),
    },
    speech: {
      verbs: foldedSet(speech.verbs),
      phrases: phraseMap(listed(speech.phrases)),
      participles: foldedSet(speech.participles),
      auxiliaries: foldedSet(speech.auxiliaries),
      needThat: foldedSet(speech.needThat),
      separated: foldedMap(speech.separated),
      denials: foldedSet(speech.denials),
      asides: foldedSet(speech.asides),
      accordingBefore: phraseMap(listed(speech.accordingBefore)),
      accordingAfter: phraseMap(listed(speech.accordingAfter)),
      accordingPronoun: phraseMap(listed(speech.accordingPronoun)),
      ofThis: phraseMap(listed(speech.ofThis)),
      that: foldedSet(speech.that),
      clauseStarters: foldedSet(speech.clauseStarters),
      subjectDrops: speech.subjectDrops,
      verbLast: speech.verbLast,
      dashOpensSpeech: speech.dashOpensSpeech,
      opinionBefore: foldedSet(speech.opinionBefore),
      notSaid: foldedSet(speech.notSaid),
      examples: foldedSet(speech.examples),
      participleEndings: [...foldedSet(speech.participleEndings)],
      reportingMood: foldedSet(speech.reportingMood),
      gerunds: foldedSet(speech.gerunds),
      as: foldedSet(speech.as),
      infinitiveMarks: foldedSet(speech.infinitiveMarks),
      infinitiveEndings: [...foldedSet(speech.infinitiveEndings)],
      prepositionsOfBodies: foldedSet(speech.prepositionsOfBodies),
      pluralEndings: [...foldedSet(speech.pluralEndings)],
    },
  };
}

function listed(phrases: readonly string[]): readonly (readonly [string, true])[] {
  return phrases.map((phrase) => [phrase, true] as const);
}
