import abbreviationsJson from "../../../assets/language/abbreviations.json";
import stopwordsJson from "../../../assets/language/stopwords.json";

/** The only door to `assets/language`: its tables as typed sets and maps. */

/** Words that end in a full stop without ending a sentence; lower case, without the last stop. */
export interface Abbreviations {
  /** A name follows: never a boundary. */
  readonly titles: ReadonlySet<string>;
  /** No boundary only when a number follows. */
  readonly beforeNumber: ReadonlySet<string>;
  /** No boundary unless a sentence starter follows: companies, states, months, weekdays. */
  readonly general: ReadonlySet<string>;
  /** A boundary unless a day, month or time zone follows. */
  readonly clock: ReadonlySet<string>;
  readonly timeZones: ReadonlySet<string>;
  /** Capitalised words that begin a sentence much more often than they go on a name. */
  readonly sentenceStarters: ReadonlySet<string>;
  readonly namesWithExclamation: ReadonlySet<string>;
  readonly domainEndings: ReadonlySet<string>;
}

export const abbreviations: Abbreviations = {
  titles: new Set(abbreviationsJson.titles),
  beforeNumber: new Set(abbreviationsJson.beforeNumber),
  general: new Set([
    ...abbreviationsJson.general,
    ...abbreviationsJson.months,
    ...abbreviationsJson.weekdays,
  ]),
  clock: new Set(abbreviationsJson.clock),
  timeZones: new Set(abbreviationsJson.timeZones),
  sentenceStarters: new Set(abbreviationsJson.sentenceStarters),
  namesWithExclamation: new Set(abbreviationsJson.namesWithExclamation),
  domainEndings: new Set(abbreviationsJson.domainEndings),
};

/** Function words, folded as tokens are. */
export const stopwords: ReadonlySet<string> = new Set(stopwordsJson.words);

/** Forms of verbs that follow a speaker after a closing quotation mark ("…?" Smith asked). */
const speechForms: ReadonlySet<string> = new Set(
  "said says asked told replied answered added wrote writes tweeted shouted exclaimed wondered continued explained insisted declared noted quipped joked remarked responded concluded recalled stated argued warned".split(
    " ",
  ),
);

/** True for a form of a verb that reports speech, in lower case. */
export function isSpeechVerbForm(word: string): boolean {
  return speechForms.has(word);
}
