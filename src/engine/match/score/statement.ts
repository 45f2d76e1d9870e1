import { isOtherLanguage } from "../../model/index.ts";
import { wordsInToken } from "../../text/characters.ts";
import { stem } from "../../text/stems.ts";
import type { PreparedPassage } from "../candidates/preparedPassage.ts";

/**
 * True for a passage with something like a verb, or with enough words besides names and offices. A
 * caption such as "The foreign minister, X, and his counterpart, Y" states nothing that can be
 * matched. In languages whose verbs are unknown, enough words are required.
 */
export function isStatement(passage: PreparedPassage, language: string | null = null): boolean {
  if (isOtherLanguage(language, "en")) return countWords(passage) >= fewestWords;
  if (passage.words.some(({ folded }) => isVerbal(folded))) return true;
  const others = passage.units.filter((unit) => unit.kind === "word" && !offices.has(unit.stem));
  return others.length > mostWordsOfLabel;
}

function countWords({ words }: PreparedPassage): number {
  return words.reduce((count, { folded }) => count + wordsInToken(folded), 0);
}

/** The fewest words. Shorter passages are captions or calls. */
const fewestWords = 5;

/**
 * The most other words in a label of names and offices ("first", "upper house", "both countries").
 */
const mostWordsOfLabel = 3;

const verbForms: ReadonlySet<string> = new Set(
  (
    "is are was were be been am come go make take give hold see say tell meet keep become remain show want agree fight call plan seek has have had do does did will would can could may might must shall should " +
    "said says say told tells met meets made makes took takes came comes went goes gave gives held holds saw sees " +
    "got gets left leaves kept keeps put puts found finds began begins became becomes rose rises fell falls won wins " +
    "lost loses led leads sent sends spent paid pays sold sells bought buys built brought brings thought thinks set " +
    "sets cut cuts hit hits ran runs spoke speaks wrote writes drew grew grows knew knows wants plans calls seeks " +
    "sought backs needs expects hopes fears remains continues shows believes warns urges claims denies agrees insists " +
    "faces wins killed kills dies died"
  ).split(" "),
);

function isVerbal(folded: string): boolean {
  return verbForms.has(folded) || (folded.length > 4 && folded.endsWith("ed"));
}

/** Stems of offices and the words used with them. They say who somebody is, not what happened. */
export const offices: ReadonlySet<string> = new Set(
  (
    "minister secretary president premier chancellor chairman chairwoman chair chief head leader deputy vice first former " +
    "ex spokesman spokeswoman spokesperson counterpart official officials general commander director envoy ambassador " +
    "senator governor mayor member expert professor analyst foreign defense defence interior prime committee department " +
    "council ministry agency association parliament house state security intelligence staff army press reporter journalist"
  )
    .split(" ")
    .map(stem),
);
