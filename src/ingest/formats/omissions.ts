import type { Article, Omission, OmittedKind } from "../../engine/model/index.ts";
import type { FeedItem } from "../feeds/feed.ts";
import { isObject, type JsonObject } from "../knownData.ts";
import { collectStatements } from "../metadata/collectStatements.ts";
import { unreadableDate } from "../metadata/understandStatements.ts";
import { line } from "../safeArticle.ts";
import { recordNames, valuesUnder } from "./recordNames.ts";

/** An article of a file, with what could not be read of it. */
export interface ReadArticle {
  readonly article: Article;
  readonly omissions: readonly Omission[];
}

/** The longest value that is shown: a date has thirty characters, an address a hundred. */
const longestValue = 120;

/** One omission a kind and cause: the first value that was lost, or none if nothing was. */
function lost(kind: OmittedKind, values: readonly unknown[], isKept: boolean): readonly Omission[] {
  return isKept ? [] : values.slice(0, 1).map((value) => ({ kind, value: shown(value) }));
}

function shown(stated: unknown): string {
  const value = isObject(stated) ? stated.value : stated;
  const isText = typeof value === "string" || typeof value === "number";
  return isText ? line(String(value)).slice(0, longestValue) : "…";
}

/** Returns what a record states that its article lacks. */
export function omissionsInRecord(record: JsonObject, article: Article): readonly Omission[] {
  const under = (name: keyof typeof recordNames) => valuesUnder(record, recordNames[name]);
  const published = under("published");
  const outlets = under("outlet");
  const authors = under("byline");
  const day = valuesUnder(record, ["relativeDatesCountFrom"]);
  const domains = outlets.flatMap((its) => (isObject(its) ? valuesUnder(its, ["domain"]) : []));
  return [
    ...lost("date", published, isDateRead(published, article)),
    ...lost("date", under("updated"), published.length > 0 || article.published !== null),
    ...lost("date", day, article.relativeDatesCountFrom !== null),
    ...("urls" in record
      ? lostOfList("address", record.urls, article.urls)
      : lost("address", under("url"), article.urls.length > 0)),
    ...lost("title", under("title"), article.title !== ""),
    ...lost("outlet", outlets, outlets.some(isNamed)),
    ...lost("outlet", domains, article.outlet.domain !== null),
    ...lost("author", authors, authors.flat().some(isNamed)),
    ...lostOfList("agency", record.agencies, article.agencies),
    ...lost("language", under("language"), article.language !== null),
  ];
}

/**
 * True if the article has one of the stated dates; that of the last change may replace an
 * unreadable one.
 */
function isDateRead(stated: readonly unknown[], { published }: Article): boolean {
  if (published === null || published.basis === "stated") return published !== null;
  return stated.some((date) => isObject(date) && date.value === published.value);
}

function isNamed(value: unknown): boolean {
  const name = isObject(value) ? value.name : value;
  return typeof name === "string" && name.trim() !== "";
}

function lostOfList(
  kind: OmittedKind,
  list: unknown,
  kept: readonly string[],
): readonly Omission[] {
  const stated = Array.isArray(list) ? list.filter(isNamed) : [];
  const all = new Set(kept);
  return lost(
    kind,
    stated.filter((value) => !all.has(line(String(value)))),
    kept.length >= stated.length,
  );
}

/** Returns what a feed's item states that its article lacks. */
export function omissionsInFeedItem(item: FeedItem, article: Article): readonly Omission[] {
  const { title, link, url, published, updated, language } = item;
  const stated = (value: unknown) => valuesUnder({ value }, ["value"]);
  const dates = stated(published);
  return [
    ...lost("date", dates, isDateRead([], article)),
    ...lost("date", stated(updated), dates.length > 0 || article.published !== null),
    ...lost("address", stated(link), url !== null),
    ...lost("title", stated(title), article.title !== ""),
    ...lost("language", stated(language), article.language !== null),
  ];
}

/** Returns the omission of a date that could not be read; none for null. */
export function omittedDate(date: string | null): readonly Omission[] {
  return lost("date", date === null ? [] : [date], false);
}

/** Returns the date that a page states, if it could not be read and nothing else dates its article. */
export function omissionsOnPage(document: Document, article: Article): readonly Omission[] {
  if (article.published?.basis === "stated") return [];
  return omittedDate(unreadableDate(collectStatements(document, article.urls[0] ?? null)));
}
