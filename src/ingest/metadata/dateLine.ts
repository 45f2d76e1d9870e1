import type { PublicationDate } from "../../engine/model/index.ts";
import { parsePublicationDate } from "./publicationDate.ts";

const wordsOfChange =
  "(?:last |zuletzt |son )?(?:updated?|modified|edited|aktualisiert|geändert|mis à jour|modifié|actualizad[oa]|atualizad[oa]|aggiornato|обновлено|изменено|güncelle(?:me|ndi)|güncellenme|zaktualizowano|bijgewerkt|uppdaterad|oppdatert|opdateret|تحديث)|stand:|更新|업데이트|수정";
const wordsOfPublication =
  "(?:first )?(?:published|posted)|veröffentlicht|erschienen|publié|publicad[oa]|pubblicato|опубликовано|yayın(?:lanma)?|gepubliceerd|publicerad|publisert|نشر|公開|입력";
const labels = new RegExp(
  String.raw`(?<!\p{L})(?:(${wordsOfChange})|(?:${wordsOfPublication}))`,
  "giu",
);
/** The longest line of dates; the rest is ignored. */
const longestLine = 200;

/** True if a line ends with a word that says that the next date is of a change: "Updated: ". */
export function endsWithWordOfChange(line: string): boolean {
  const last = partsOf(line).at(-1);
  return last?.isOfChange === true && !/\d/.test(last.text);
}

/**
 * Returns the date on which a line says that something was published ("Updated 7 March 2019,
 * published 5 March 2019"). Where it only says when that was changed, the date is inferred: it was
 * published by then.
 */
export function dateInLine(line: string): PublicationDate | null {
  const parts = partsOf(line);
  for (const { text } of parts.filter(({ isOfChange }) => !isOfChange)) {
    const date = parsePublicationDate(text);
    if (date !== null) return date;
  }
  for (const { text } of parts) {
    const date = parsePublicationDate(text, "inferred");
    if (date !== null) return date;
  }
  return null;
}

interface LinePart {
  readonly text: string;
  readonly isOfChange: boolean;
}

/**
 * Returns the parts of a line: it is cut before words for "updated", and after these before words
 * for "published".
 */
function partsOf(whole: string): readonly LinePart[] {
  const line = whole.slice(0, longestLine);
  const parts: LinePart[] = [];
  let start = 0;
  let isOfChange = false;
  for (const found of line.matchAll(labels)) {
    const startsChange = found[1] !== undefined;
    // A word for "published" may be between a date and its time.
    if (!startsChange && !isOfChange) continue;
    parts.push({ text: line.slice(start, found.index), isOfChange });
    start = found.index;
    isOfChange = startsChange;
  }
  return [...parts, { text: line.slice(start), isOfChange }];
}

/** A longer text is no date, although it may have one in it. */
const longestDate = 60;

/** True for a short text with a year, or with numbers for a day, a month and a year. */
export function looksLikeDate(text: string): boolean {
  if (text.length > longestDate) return false;
  return /(?<!\d)(?:(?:19|20)\d\d|\d{1,2}([./-])\d{1,2}\1\d{2})(?!\d)/.test(text);
}
