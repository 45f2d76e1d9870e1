import { peopleWords } from "../../text/languageTables.ts";
import { once } from "../../text/once.ts";
import { remember } from "../../text/remember.ts";
import { knownName } from "./aliases.ts";
import { nameWords as latinWords, nameKey } from "./nameKey.ts";
import { soundDistance, soundsOf } from "./nameSounds.ts";
import { leavesVowelsOut } from "./romanise.ts";

/**
 * True if two names in any scripts may mean the same bearer: "Сергей Лавров", "سيرغي لافروف",
 * "Sergej Lawrow", "Sergueï Lavrov", "Lavrov". Names that the tables know are compared by their
 * bearer; others by the sound of their last names and, if both have them, of their first names.
 * Names in the same script are compared in the same way: "Lawrow" is "Lavrov", "Clinton" is not
 * "Clifton".
 */
export function sameNameAcrossScripts(a: string, b: string): boolean {
  if (nameKey(a) === nameKey(b)) return true;
  const [knownA, knownB] = [knownName(a), knownName(b)];
  if (knownA !== null && knownB !== null) return knownA.key === knownB.key;
  const [wordsA, wordsB] = [nameWords(a), nameWords(b)];
  if (wordsA.length === 0 || wordsB.length === 0) return false;
  return (
    isOneInOtherWords(wordsA, wordsB) ||
    isOneInOtherWords(lastTwoJoined(wordsA), wordsB) ||
    isOneInOtherWords(wordsA, lastTwoJoined(wordsB)) ||
    isFamilyNameFirst(wordsA, wordsB) ||
    isFamilyNameFirst(wordsB, wordsA) ||
    isBodyTranslated(wordsA, wordsB)
  );
}

/**
 * Returns a key for a name in any script: the consonants of its last word that all languages keep.
 * Equal for most spellings of a name, and for some other names: it finds candidates for
 * `sameNameAcrossScripts`.
 */
export const scriptKey: (name: string) => string = /* @__PURE__ */ remember(10_000, (name) => {
  const words = nameWords(name);
  const last = withoutCase(words[words.length - 1] ?? name);
  const sounds = soundsOf(last);
  return keyOfSounds(leavesVowelsOut(last) ? sounds.replaceAll("W", "") : sounds);
});

/** Letters that languages read differently join the class that they are closest to, or go. */
function keyOfSounds(sounds: string): string {
  return sounds
    .replace(/[CJ]/g, "S")
    .replace(/W/g, "F")
    .replace(/[AOHG]/g, "")
    .replace(/P/g, "B")
    .replace(/D/g, "T")
    .replace(/(.)\1+/g, "$1");
}

/** "تشاووش أوغلو" and "Çavuşoğlu": one language parts what another joins. */
function lastTwoJoined(words: readonly string[]): readonly string[] {
  return words.length < 3 ? words : [...words.slice(0, -2), words.slice(-2).join("")];
}

/**
 * "Ли Кайфу" and "Kai-Fu Lee", "Moon Jae In" and "Moon": Korean names, and others that sound like
 * them, begin with the family name.
 */
function isFamilyNameFirst(a: readonly string[], b: readonly string[]): boolean {
  const family = soundsOf(a[0]!);
  if (a.length < 2 || !familyNameSounds().has(family)) return false;
  if (soundsOf(b[b.length - 1]!) !== family) return false;
  return b.length === 1 || isClose(a.slice(1).join(""), b.slice(0, -1).join(""));
}

const familyNameSounds = /* @__PURE__ */ once(
  () => new Set([...peopleWords.koreanFamilyNames].map(soundsOf)),
);

function isOneInOtherWords(a: readonly string[], b: readonly string[]): boolean {
  const [lastA, lastB] = [a[a.length - 1]!, b[b.length - 1]!];
  // "Wang Yi": a last name without a consonant says too little.
  if (isAllVowels(lastA) && isAllVowels(lastB)) return isClose(a.join(""), b.join(""));
  if (!isAlike(lastA, lastB)) return false;
  if (a.length === 1 || b.length === 1) return true;
  return a.slice(0, -1).some((one) => b.slice(0, -1).some((other) => areOneFirstName(one, other)));
}

/**
 * "National Hurricane Center" and "Centro Nacional de Huracanes", "Baton Rouge Police Department" and
 * "Polizei von Baton Rouge": bodies whose words are cognates in any order. What only one has must be
 * the word for a body; the other words must not name another: "Supreme Court of Texas".
 */
function isBodyTranslated(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a.filter(isLong), b.filter(isLong)];
  const [fewer, left] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length < 2) return false;
  let isBody = false;
  for (const word of fewer) {
    const found = left.findIndex((translated) => isCognate(word, translated));
    if (found < 0) return false;
    isBody ||= isWordForBody(word) || isWordForBody(left[found]!);
    left.splice(found, 1);
  }
  return isBody && left.every(isWordForBody);
}

function isLong(word: string): boolean {
  return word.length > longestSmallWord;
}

/** Letters of the longest article or preposition in a name: "von", "des". */
const longestSmallWord = 3;

function isWordForBody(word: string): boolean {
  return peopleWords.organisationWords.has(word);
}

/** True for words that two languages share: "national" and "nacional". */
function isCognate(a: string, b: string): boolean {
  const length = Math.max(consonants(soundsOf(a)), consonants(soundsOf(b)));
  return soundDistance(a, b) <= shareOfCognate * length;
}

/** The part of a word's consonants that may differ where all of a body's words have to agree. */
const shareOfCognate = 0.34;

function isAllVowels(word: string): boolean {
  return consonants(soundsOf(word)) === 0;
}

/** True if two first names may be one: an initial is enough, and one may begin the other. */
function areOneFirstName(a: string, b: string): boolean {
  const [one, other] = [soundsOf(a), soundsOf(b)];
  if (a.length <= 2 || b.length <= 2) return isLike(one[0] ?? "", other[0] ?? "");
  if (one.length >= 3 && other.length >= 3 && (one.startsWith(other) || other.startsWith(one))) {
    return true;
  }
  return soundDistance(a, b) <= shareOfFirstName * Math.max(consonants(one), consonants(other));
}

function isLike(a: string, b: string): boolean {
  return a === b || "CJSGK".includes(a) === "CJSGK".includes(b);
}

/** True for two spellings of one word of a name; Russian endings of cases are left out in turn. */
function isAlike(a: string, b: string): boolean {
  return isClose(a, b) || isClose(withoutCase(a), b) || isClose(a, withoutCase(b));
}

function isClose(a: string, b: string): boolean {
  const length = Math.max(consonants(soundsOf(a)), consonants(soundsOf(b)));
  return soundDistance(a, b) <= Math.min(0.95, shareOfWord * Math.max(length, 1));
}

/** The part of a word's consonants that may differ; measured by `npm run eval -- sources-across`. */
const shareOfWord = 0.2;
const shareOfFirstName = 0.3;

function consonants(sounds: string): number {
  return sounds.replace(/[AO]/g, "").length;
}

/** "Лавровым", "Зеленского": Cyrillic names have case endings. */
function withoutCase(word: string): string {
  return word.replace(
    /(?<=[\u0400-\u04ff]{3})(?:ыми|ими|ого|его|ому|ему|ым|им|ом|ем|ой|ей|ою|ах|ям)$/,
    "",
  );
}

/** The words of a name that count; Arabic writes its article on the word, Turkish a case after an apostrophe. */
function nameWords(name: string): readonly string[] {
  return latinWords(
    withoutLetters(name)
      .replace(/(^|[\s-])(?:ال|בן )(?=\S{2})/g, "$1")
      .replace(/(^|\s)(?:بن|ابن|آل)\s/g, "$1")
      .replace(/(?<=\p{L}{3})['’]\p{L}{1,4}$/u, ""),
  );
}

/** "Jeane Freeman MSP": without the capitals after a full name. */
function withoutLetters(name: string): string {
  const words = name.split(" ");
  const last = words[words.length - 1]!;
  const isFull = words.length > 2 && words.slice(0, -1).every((word) => /\p{Ll}/u.test(word));
  return isFull && /^\p{Lu}{2,4}$/u.test(last) ? words.slice(0, -1).join(" ") : name;
}
