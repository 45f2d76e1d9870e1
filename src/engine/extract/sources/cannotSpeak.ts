import { knownName } from "../../facts/names/aliases.ts";
import {
  functionWords,
  namedDays,
  partsOfDay,
  peopleWords,
  periods,
  weekdays,
} from "../../text/languageTables.ts";
import type { Identity } from "./sourceIdentity.ts";

/** Words that never name a source: times, parts of a page, "nothing", "some" and "both" alone. */
const neverSpeak: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...weekdays.keys(),
  ...namedDays.keys(),
  ...periods.keys(),
  ...partsOfDay,
  ...(
    "this that these those then now second minute minutes hour hours decade decades century season time times ago half " +
    "quarter election elections photo photos image images picture video footage caption click nothing something anything " +
    "everything way ways case cases same such other than more most some several many few all both another"
  ).split(" "),
]);

/**
 * The most words of a phrase that is only a time: "two decades ago". In a longer one the time belongs
 * to somebody who may speak.
 */
const longestTime = 3;

/** Words with which a page refers to its own parts: "Story continues below". */
const pageWords: ReadonlySet<string> = new Set(["story", "stories"]);

/** Words that only open a sentence or a comparison, or that say that nobody spoke. */
const opening: ReadonlySet<string> = new Set("there here such nobody none neither".split(" "));

/**
 * True if the words of a source name neither a person nor a body, whatever the sentence: a time, a
 * town, words cut out of a sentence, or an adverb that opens one ("Hard to believe …").
 */
export function cannotSpeak({ kind, label, head, mention, name }: Identity): boolean {
  if (kind === "named") return isPageWord(label.toLowerCase()) || isUnknownPlace(name);
  if (kind !== "described" && kind !== "definite") return false;
  const words = label.toLowerCase().split(/\s+/);
  if (!isNounPhrase(words)) return true;
  const last = words.at(-1)!.replace(/(?<![.,;:!?])[.,;:!?]+$/, "");
  const isTime = words.length <= longestTime && neverSpeak.has(last);
  if (isTime || opening.has(words[0]!)) return true;
  if (words.length > 1) return false;
  // "the clip", which the article has not introduced, may say something.
  const hasArticle = mention.end - mention.start > label.length;
  if (pageWords.has(last) || openers.has(last)) return true;
  // A word with a capital may be a name that no table has.
  const isLower = label[0] === label[0]!.toLowerCase();
  return isLower && !hasArticle && !isSomebody(head);
}

/** True for a place that does not stand for a government, as "Moscow" does. */
function isUnknownPlace(name: Identity["name"]): boolean {
  return name?.kind === "place" && knownName(name.canonical) === null;
}

/**
 * False for words cut out of a sentence: "giving them", "wrote in a", "candidates have more room",
 * "Alongside the platform", "his recent".
 */
function isNounPhrase(words: readonly string[]): boolean {
  const [first, last] = [words[0]!, words.at(-1)!];
  const relative = words.findIndex((word) => relatives.has(word));
  const own = relative < 0 ? words : words.slice(0, relative);
  const { auxiliaries, determiners, prepositions } = functionWords;
  return !(
    prepositions.has(first) ||
    prepositions.has(last) ||
    (words.length > 1 && determiners.has(last) && !finalDeterminers.has(last)) ||
    last.endsWith("-") ||
    (words.length > 1 && (first.endsWith("ing") || imperatives.has(first))) ||
    own.some((word) => auxiliaries.has(word) || verbForms.has(word))
  );
}

const relatives: ReadonlySet<string> = new Set(["who", "that", "which", "whose", "whom"]);

/** Determiners that can end a phrase: "a majority of those". */
const finalDeterminers: ReadonlySet<string> = new Set(
  "those these all some many most few both".split(" "),
);

const imperatives: ReadonlySet<string> = new Set(["let", "give", "say", "look", "make", "see"]);

/** Verbs that betray a clause: "wrote in a", "made available papers". */
const verbForms: ReadonlySet<string> = new Set("said says told tells wrote writes made".split(" "));

/** Words that a sentence begins with and that look like a name there. */
const openers: ReadonlySet<string> = new Set(
  "hard easy good bad great sad call calls let see look long left take make get come go ask asked given thanks please".split(
    " ",
  ),
);

/** True for "There" and "Story", which are not names even if a sentence begins with them. */
function isPageWord(word: string): boolean {
  return opening.has(word) || pageWords.has(word) || neverSpeak.has(word);
}

/**
 * True if a single word can be a source: a kind of person ("police", "aide"), or several of one
 * ("officials").
 */
function isSomebody(head: string): boolean {
  return (
    peopleWords.roles.has(head) ||
    peopleWords.spokesNouns.has(head) ||
    peopleWords.organisationWords.has(head) ||
    peopleWords.publicationNouns.has(head) ||
    functionWords.reportingNouns.has(head) ||
    /(?:[^s]s|those|some|one|man|men|people|person|body|data|police|staff|media|military|family|jury)$/.test(
      head,
    )
  );
}
