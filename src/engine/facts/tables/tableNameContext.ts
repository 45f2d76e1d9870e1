import { phraseAt } from "../../text/tableWords.ts";
import type { TableRun } from "./tableKnownNames.ts";
import { speaksAfter } from "./tableNameWords.ts";
import type { TableText } from "./tableText.ts";

/**
 * True next to a verb of saying, where a speaker has no article: "sagte Lawrow", "Lawrow sagte",
 * "erzählte mir Lawrow".
 */
export function isBesideSpeech(reading: TableText, { first, next }: TableRun): boolean {
  const { words, table } = reading;
  if (table.articles.has(words[first - 1] ?? "")) return false;
  const { verbs, participles, needThat } = table.speech;
  const between = table.betweenVerbAndSpeaker.has(words[first - 1] ?? "") ? 1 : 0;
  const before = words[first - 1 - between] ?? "";
  if ((verbs.has(before) || participles.has(before)) && !needThat.has(before)) return true;
  if (speaksAfter(words, next, table)) return true;
  // "hatte | Merkel gesagt", "„…“, so | Merkel"
  const isInside = table.speech.auxiliaries.has(before) && participles.has(words[next] ?? "");
  const isAside = table.speech.asides.has(before) && /^[,“”»"]$/.test(words[first - 2] ?? "");
  return (
    isInside ||
    isAside ||
    isAccordingAround(reading, first, next) ||
    isAfterAccording(reading, first)
  );
}

/** True for a phrase for "according to" around a name: "nach | Merkels | Worten". */
export function isAccordingAround(
  { words, table }: TableText,
  first: number,
  next: number,
): boolean {
  const around = [words[first - 1] ?? "", words[next] ?? ""];
  return phraseAt(table.speech.accordingBefore, around, 0)?.next === 2;
}

/** True after a phrase for "according to": "laut Nielsen", "nach Angaben von Nielsen". */
function isAfterAccording({ words, table }: TableText, first: number): boolean {
  const last = table.prepositions.has(words[first - 1] ?? "") ? first - 1 : first;
  for (let at = first - 1; at >= Math.max(0, last - 4); at--) {
    const next = phraseAt(table.speech.accordingBefore, words, at)?.next;
    if (next === last || next === first) return true;
  }
  return false;
}

/** True for a word before its apposition, which opens a sentence as a name: "Puig, un mécanicien". */
export function isApposed({ words, table }: TableText, { next }: TableRun): boolean {
  if (table.capitalisedNouns || words[next] !== ",") return false;
  const isArticle = table.articles.has(words[next + 1] ?? "");
  return table.roles.has(words[isArticle ? next + 2 : next + 1] ?? "");
}
