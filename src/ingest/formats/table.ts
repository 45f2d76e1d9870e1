/**
 * Tables of articles as spreadsheets and databases export them: comma-separated values (RFC 4180), or separated by
 * semicolons or tabs. The first row names the columns. Linear in the length of the text.
 */
import { nameOfPart } from "../../engine/model/index.ts";
import type { JsonObject } from "../knownData.ts";
import type { ParseHtml } from "../parseHtml.ts";
import { type Item, refused } from "./item.ts";
import { itemsOfValue } from "./itemsOfJson.ts";
import { recordNames } from "./recordNames.ts";

/** True for a file that its name says is a table. */
export function isTableName(name: string): boolean {
  return /\.(?:csv|tsv|tab)$/i.test(name);
}

/** Yields the articles of a table, one for each row below the first that has anything in it. */
export function* itemsOfTable(name: string, text: string, parseHtml: ParseHtml): Generator<Item> {
  const rows = rowsOf(text);
  const columns = (rows.next().value ?? []).map(columnName);
  if (![...recordNames.body, ...recordNames.text].some((column) => columns.includes(column))) {
    yield refused(name, { key: "refusedTable" });
    return;
  }
  let number = 1;
  for (const row of rows) {
    number++;
    if (row.every((cell) => cell.trim() === "")) continue;
    const record: JsonObject = Object.fromEntries(columns.map((column, at) => [column, row[at]]));
    yield* itemsOfValue(record, nameOfPart(name, "row", number), parseHtml);
  }
}

const knownNames = new Map(
  Object.values(recordNames)
    .flat()
    .map((name) => [bareName(name), name]),
);

/** Returns the name by which records have a column: "Published At" is "publishedAt". */
function columnName(cell: string): string {
  return knownNames.get(bareName(cell)) ?? cell.trim();
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** Yields the rows as cells. A cell in quotation marks may have separators, line breaks and doubled marks in it. */
function* rowsOf(text: string): Generator<string[], undefined> {
  const separator = separatorOf(text);
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const cell = text[at] === '"' ? quotedCell(text, at) : { text: "", end: at };
    const end = cellEnd(text, cell.end, separator);
    row.push(cell.text + text.slice(cell.end, end));
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    if (text[end] === separator && at < text.length) continue;
    yield row;
    row = [];
  }
}

/** Returns the separator that the first line has most of. */
function separatorOf(text: string): string {
  const [first = ""] = /^[^\r\n]*/.exec(text) ?? [];
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

function quotedCell(text: string, start: number): { text: string; end: number } {
  for (let at = start + 1; ; at += 2) {
    const mark = text.indexOf('"', at);
    const end = mark < 0 ? text.length : mark;
    at = end;
    if (text[end + 1] === '"' && mark >= 0) continue;
    return {
      text: text.slice(start + 1, end).replaceAll('""', '"'),
      end: Math.min(end + 1, text.length),
    };
  }
}

function cellEnd(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}
