/**
 * The tables of assets/language, as sets and maps. Long, because they are imported here alone; only emptyWords.ts,
 * for small scripts, imports one of its own.
 */
import abbreviationsJson from "../../../assets/language/abbreviations.json";
import aliasesJson from "../../../assets/language/aliases.json";
import alternativesJson from "../../../assets/language/alternatives.json";
import calendarJson from "../../../assets/language/calendar.json";
import cueVerbsJson from "../../../assets/language/cueVerbs.json";
import figuresJson from "../../../assets/language/figures.json";
import functionWordsJson from "../../../assets/language/functionWords.json";
import numbersJson from "../../../assets/language/numbers.json";
import otherAbbreviationsJson from "../../../assets/language/others/abbreviations.json";
import arabicJson from "../../../assets/language/others/ar.json";
import germanJson from "../../../assets/language/others/de.json";
import spanishJson from "../../../assets/language/others/es.json";
import frenchJson from "../../../assets/language/others/fr.json";
import russianJson from "../../../assets/language/others/ru.json";
import telltaleWordsJson from "../../../assets/language/others/telltaleWords.json";
import turkishJson from "../../../assets/language/others/tr.json";
import peopleJson from "../../../assets/language/people.json";
import stopwordsJson from "../../../assets/language/stopwords.json";
import verbsJson from "../../../assets/language/verbs.json";
import cueWeightsJson from "../../../assets/model/cueWeights.json";

/**
 * The tables of `assets/language` as typed sets and maps. Only this file and emptyWords.ts import
 * them.
 */

/**
 * The tables of other languages as they are written; `languageTable` in languages.ts converts them
 * to sets.
 */
export const otherLanguages = {
  ar: arabicJson,
  de: germanJson,
  es: spanishJson,
  fr: frenchJson,
  ru: russianJson,
  tr: turkishJson,
} as const;

/** Common words of languages in Latin letters, by which the language of a text is detected. */
export const telltaleWords: Readonly<Record<string, string>> = telltaleWordsJson.words;

/** Words around numbers; the table's own `about` explains them. */
export interface FigureTable {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
  readonly of: string;
  readonly clock?: string;
  /** Whose scales are read; Portuguese has a scale of its own on each side of the ocean. */
  readonly locales?: string;
  readonly weekdays?: readonly string[];
}

/** Words around numbers in languages without a table of their own, by language. */
export const figureTables: ReadonlyMap<string, FigureTable> = /* @__PURE__ */ new Map(
  Object.entries<FigureTable>(figuresJson.languages),
);

/**
 * Abbreviations that never end a sentence, in languages without a table; in lower case, without the
 * last stop.
 */
export const otherAbbreviations: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  Object.entries(otherAbbreviationsJson.words),
);

/** Words that end in a full stop without ending a sentence; lower case, without the last stop. */
export interface Abbreviations {
  /** Followed by a name: never a boundary. */
  readonly titles: ReadonlySet<string>;
  /** No boundary if a number follows. */
  readonly beforeNumber: ReadonlySet<string>;
  /** No boundary unless a sentence starter follows: companies, states, months, weekdays. */
  readonly general: ReadonlySet<string>;
  /** A boundary unless a day, month or time zone follows. */
  readonly clock: ReadonlySet<string>;
  readonly timeZones: ReadonlySet<string>;
  /** Capitalised words that begin a sentence much more often than they continue a name. */
  readonly sentenceStarters: ReadonlySet<string>;
  readonly namesWithExclamation: ReadonlySet<string>;
  readonly domainEndings: ReadonlySet<string>;
}

/** English abbreviations, and words that help to find the ends of sentences. */
export const abbreviations: Abbreviations = {
  titles: /* @__PURE__ */ new Set(abbreviationsJson.titles),
  beforeNumber: /* @__PURE__ */ new Set(abbreviationsJson.beforeNumber),
  general: /* @__PURE__ */ new Set([
    ...abbreviationsJson.general,
    ...abbreviationsJson.months,
    ...abbreviationsJson.weekdays,
  ]),
  clock: /* @__PURE__ */ new Set(abbreviationsJson.clock),
  timeZones: /* @__PURE__ */ new Set(abbreviationsJson.timeZones),
  sentenceStarters: /* @__PURE__ */ new Set(abbreviationsJson.sentenceStarters),
  namesWithExclamation: /* @__PURE__ */ new Set(abbreviationsJson.namesWithExclamation),
  domainEndings: /* @__PURE__ */ new Set(abbreviationsJson.domainEndings),
};

/** Function words, folded as tokens are. */
export const stopwords: ReadonlySet<string> = /* @__PURE__ */ new Set(stopwordsJson.words);

/**
 * A country with its other names. A capital means the government only in certain positions in a
 * sentence.
 */
export interface CountryNames {
  readonly name: string;
  readonly alsoNamed?: readonly string[];
  readonly demonyms?: readonly string[];
  readonly capitals?: readonly string[];
  /** Seats and symbols that mean the government: the Kremlin. */
  readonly governments?: readonly string[];
}

/** An organisation with its other names and abbreviations. */
export interface OrganisationNames {
  readonly name: string;
  readonly alsoNamed?: readonly string[];
  /** True for those that publish news. */
  readonly isOutlet?: boolean;
}

/** Countries with their other names. */
export const countries: readonly CountryNames[] = aliasesJson.countries;
/** Organisations with their other names. */
export const organisations: readonly OrganisationNames[] = aliasesJson.organisations;
/** States and provinces, with the abbreviations of datelines and addresses. */
export const regions: readonly CountryNames[] = aliasesJson.regions;
/** Cities by their English names. */
export const cities: readonly string[] = aliasesJson.cities;

/** Month, by name or abbreviation, as 1..12; lower case. */
export const months: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  Object.entries(calendarJson.months),
);
/** Weekday as 1 (Monday) .. 7; lower case. */
export const weekdays: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  Object.entries(calendarJson.weekdays),
);
/** Words for a day as days from the article's own. */
export const namedDays: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  Object.entries(calendarJson.days),
);
/** Words that name the period before, at or after the article's day: "last week". */
export const shiftWords: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  Object.entries(calendarJson.shifts),
);
/** "weeks" → "week". */
export const periods: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  Object.entries(calendarJson.periods),
);

/** "morning" */
export const partsOfDay: ReadonlySet<string> = /* @__PURE__ */ new Set(calendarJson.partsOfDay);
/** "summer" */
export const seasons: ReadonlySet<string> = /* @__PURE__ */ new Set(calendarJson.seasons);

/** Numbers in words, and the words that accompany numbers. */
export const numberTables = {
  words: /* @__PURE__ */ new Map<string, number>(Object.entries(numbersJson.words)),
  scales: /* @__PURE__ */ new Map<string, number>(Object.entries(numbersJson.scales)),
  currencySigns: /* @__PURE__ */ new Map<string, string>(Object.entries(numbersJson.currencySigns)),
  units: /* @__PURE__ */ new Map<string, string>(Object.entries(numbersJson.units)),
  /** Unit → the smaller unit that it is converted to, and how many of those it has. */
  multiples: /* @__PURE__ */ new Map<string, { readonly unit: string; readonly times: number }>(
    Object.entries(numbersJson.multiples),
  ),
  /** Phrase before a number → the bound that it states. */
  bounds: /* @__PURE__ */ new Map<string, string>(Object.entries(numbersJson.bounds)),
} as const;

/** Words by which persons and organisations are recognised; lower case except for given names. */
export const peopleWords = {
  titles: /* @__PURE__ */ new Set(peopleJson.titles),
  roles: /* @__PURE__ */ new Set(peopleJson.roles),
  rolesAlsoVerbs: /* @__PURE__ */ new Set(peopleJson.rolesAlsoVerbs),
  groupRoles: /* @__PURE__ */ new Set(peopleJson.groupRoles),
  publicationNouns: /* @__PURE__ */ new Set(peopleJson.publicationNouns),
  publisherWords: /* @__PURE__ */ new Set(peopleJson.publisherWords),
  spokesNouns: /* @__PURE__ */ new Set(peopleJson.spokesNouns),
  femaleNouns: /* @__PURE__ */ new Set(peopleJson.femaleNouns),
  maleNouns: /* @__PURE__ */ new Set(peopleJson.maleNouns),
  pluralNouns: /* @__PURE__ */ new Set(peopleJson.pluralNouns),
  particles: /* @__PURE__ */ new Set(peopleJson.particles),
  organisationWords: /* @__PURE__ */ new Set(peopleJson.organisationWords),
  placeWords: /* @__PURE__ */ new Set(peopleJson.placeWords),
  givenNames: /* @__PURE__ */ new Set([
    ...peopleJson.givenNames,
    ...peopleJson.femaleGivenNames,
    ...peopleJson.neutralGivenNames,
  ]),
  femaleGivenNames: /* @__PURE__ */ new Set(peopleJson.femaleGivenNames),
  neutralGivenNames: /* @__PURE__ */ new Set(peopleJson.neutralGivenNames),
  koreanFamilyNames: /* @__PURE__ */ new Set(peopleJson.koreanFamilyNames),
} as const;

/** English words by their function in a sentence; folded as tokens are. */
export const functionWords = {
  personalPronouns: /* @__PURE__ */ new Set(functionWordsJson.personalPronouns),
  determiners: /* @__PURE__ */ new Set(functionWordsJson.determiners),
  prepositions: /* @__PURE__ */ new Set(functionWordsJson.prepositions),
  auxiliaries: /* @__PURE__ */ new Set(functionWordsJson.auxiliaries),
  negations: /* @__PURE__ */ new Set(functionWordsJson.negations),
  conjunctions: /* @__PURE__ */ new Set(functionWordsJson.conjunctions),
  adverbs: /* @__PURE__ */ new Set(functionWordsJson.adverbs),
  /** Nouns for what people publish in words: "statement", "report". */
  reportingNouns: /* @__PURE__ */ new Set(functionWordsJson.reportingNouns),
} as const;

/**
 * The columns of a row in the table of attribution verbs; the table's own `about` explains them.
 */
interface CueVerbRow {
  readonly forms?: string;
  readonly uses?: string;
  readonly afterQuotation?: string;
  readonly afterName?: string;
  readonly afterPerson?: string;
}

const cueVerbRows: readonly (readonly [base: string, row: CueVerbRow])[] =
  /* @__PURE__ */ Object.entries(cueVerbsJson.verbs);

/** The bases of the verbs with a use. */
function verbsUsedAs(use: string): ReadonlySet<string> {
  const found = cueVerbRows.filter(([, { uses = "" }]) => uses.split(" ").includes(use));
  return new Set(found.map(([base]) => base));
}

/** The forms in one column of the rows, with their bases. */
function formsIn(column: Exclude<keyof CueVerbRow, "uses">): ReadonlyMap<string, string> {
  return new Map(
    cueVerbRows.flatMap(([base, row]) => {
      const forms = row[column]?.split(" ") ?? [];
      return forms.map((form) => [form, base] as const);
    }),
  );
}

/** Attribution verbs by what they are used for: sets of bases, maps from forms to bases. */
export const cueVerbs = {
  /** Forms that the stemmer does not lead to their base. */
  irregular: /* @__PURE__ */ formsIn("forms"),
  /** Take the person spoken to as their object: "told reporters". */
  addressed: /* @__PURE__ */ verbsUsedAs("addressed"),
  /** The source says that their content is not true: "denied". */
  denials: /* @__PURE__ */ verbsUsedAs("denial"),
  /** Their object is asked something: "pressed her on the costs". */
  asking: /* @__PURE__ */ verbsUsedAs("asks"),
  /** Name the source behind the source: "citing". */
  citing: /* @__PURE__ */ verbsUsedAs("citing"),
  /** Verbs of action that report speech only next to a quotation: "smiled", "fired". */
  quotingOnly: /* @__PURE__ */ verbsUsedAs("quotingOnly"),
  /** A quotation can be their content: "said". */
  speech: /* @__PURE__ */ verbsUsedAs("speech"),
  /** Stand before their subject without a quotation, too: "…, said a spokesman". */
  inverted: /* @__PURE__ */ verbsUsedAs("inverted"),
  /** Name whose view a passage gives: "argues". */
  views: /* @__PURE__ */ verbsUsedAs("view"),
  /** Of the views, those that are followed by an opinion: "believes". */
  opinions: /* @__PURE__ */ verbsUsedAs("opinion"),
  /** Their participle says what the subject feels: "is convinced that". */
  feelings: /* @__PURE__ */ verbsUsedAs("feeling"),
  /** Their object has the feeling: "the remark worried her". */
  feltByObject: /* @__PURE__ */ verbsUsedAs("feltByObject"),
  /** Forms that make a capitalised word before them a name. */
  afterName: /* @__PURE__ */ formsIn("afterName"),
  /** Forms that make a name before them a person's. */
  afterPerson: /* @__PURE__ */ formsIn("afterPerson"),
} as const;

/** Verbs of news: irregular ones with their forms, the base first, in one text; regular ones by their base. */
export const verbs: { readonly irregular: readonly string[]; readonly regular: readonly string[] } =
  verbsJson;

/**
 * Words of which one excludes the others, a line a field: its sets parted by "|", the words of a set
 * by blanks. A hyphen joins a verb and its particle, and a noun and the word before it.
 */
export const alternatives: {
  readonly actions: readonly string[];
  /** Actions of one party that are another's with a converse verb: "sell", "buy". */
  readonly converse: readonly string[];
  readonly persons: readonly string[];
} = alternativesJson;

/** Verb forms that follow a speaker after a closing quotation mark ("…?" Smith asked). */
const formsAfterQuotation: ReadonlyMap<string, string> = /* @__PURE__ */ formsIn("afterQuotation");

/** True for a verb form, in lower case, that may follow a quotation and its speaker. */
export function isSpeechVerbForm(word: string): boolean {
  return formsAfterQuotation.has(word);
}

/** Learned weights of the features of cues; see extract/cueScores. Made by `cueWeights` of tests/eval/training. */
export const cueWeights = {
  /**
   * Keys of the verbs, nouns and marks that are cues often enough in the training text to be looked
   * at, each with how much words of similar meaning are cues: "0" to "9", or "-" if that is not known.
   */
  likeness: /* @__PURE__ */ keysWithLikeness(cueWeightsJson.keys, cueWeightsJson.likeness),
  word: cueWeightsJson.word,
  sentence: cueWeightsJson.sentence,
} as const;

function keysWithLikeness(keys: string, likeness: string): ReadonlyMap<string, string> {
  return new Map(keys.split(" ").map((key, index) => [key, likeness[index]!] as const));
}
