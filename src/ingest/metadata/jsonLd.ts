import type { JsonLdScript } from "../../engine/model/index.ts";
import { tidy } from "./tidy.ts";
import { wordsBySpaces } from "./wordsBySpaces.ts";

/** What a page's JSON-LD says of its article; null where it says nothing. */
export interface JsonLdArticle {
  readonly headline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly language: string | null;
  /** The number of words that the page states for its article. */
  readonly words: number | null;
}

const articleTypes =
  /^(?:news|reportagenews|analysisnews|opinionnews|backgroundnews|reviewnews|askpublicnews|satirical|advertisercontent|scholarly|tech)?article$|^(?:blogposting|liveblogposting|report|socialmediaposting)$/i;

/** Bounds on what is looked at. */
const deepest = 6;
const mostNodes = 2000;

/** Returns the first article (NewsArticle and its kin) among the page's JSON-LD, or null. */
export function readJsonLd(scripts: readonly JsonLdScript[]): JsonLdArticle | null {
  for (const { source, isOutdated } of scripts) {
    const article = findArticle(parseLoosely(source));
    if (article !== null) return isOutdated ? onlyOfTheSite(describe(article)) : describe(article);
  }
  return null;
}

/** Returns the text that the first article among the page's JSON-LD states as its own, or null. */
export function readStatedBody(scripts: readonly JsonLdScript[]): string | null {
  for (const { source, isOutdated } of scripts) {
    if (isOutdated || !source.includes('"articleBody"')) continue;
    const body = findArticle(parseLoosely(source))?.articleBody;
    if (typeof body === "string" && body.trim() !== "") return body;
  }
  return null;
}

function onlyOfTheSite(article: JsonLdArticle): JsonLdArticle {
  return { ...article, headline: null, published: null, modified: null, authors: [], words: null };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The most words of an article. */
const mostWords = 100_000;

/** Returns the length of the stated text if there is one, else the stated number of words. */
function statedWords({ articleBody, wordCount }: JsonObject): number | null {
  const isText = typeof articleBody === "string" && articleBody.trim() !== "";
  return numberOfWords(isText ? wordsBySpaces(articleBody) : listOf(wordCount)[0]);
}

/** Returns a stated number of words; null if no article has so many, or it is no number. */
export function numberOfWords(value: unknown): number | null {
  const stated = Number(value);
  return stated > 0 && stated <= mostWords ? Math.round(stated) : null;
}

/** JSON, or null; comment marks and raw line breaks, which systems leave in, are forgiven. */
function parseLoosely(source: string): unknown {
  const json = source.replace(
    /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g,
    "",
  );
  for (const candidate of [json, json.replace(/[\u0000-\u001f]+/g, " ")]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // Try the next reading: a page's broken JSON is not our error.
    }
  }
  return null;
}

function findArticle(root: unknown): JsonObject | null {
  const queue: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let at = 0; at < queue.length && at < mostNodes; at++) {
    const { value, depth } = queue[at]!;
    if (Array.isArray(value)) {
      if (depth < deepest) for (const item of value) queue.push({ value: item, depth: depth + 1 });
    } else if (isObject(value)) {
      if (isArticle(value)) return value;
      if (depth >= deepest) continue;
      for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"]) {
        if (key in value) queue.push({ value: value[key], depth: depth + 1 });
      }
    }
  }
  return null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isArticle(value: JsonObject): boolean {
  const types = listOf(value["@type"]);
  const named = types.some((type) => typeof type === "string" && articleTypes.test(type));
  return named && ("headline" in value || "datePublished" in value || "name" in value);
}

function describe(article: JsonObject): JsonLdArticle {
  return {
    headline: text(article.headline) ?? text(article.name),
    published:
      date(article.datePublished) ?? date(article.dateCreated) ?? date(article.coverageStartTime),
    modified: date(article.dateModified),
    authors: listOf(article.author ?? article.creator).flatMap((author) => name(author) ?? []),
    publisher:
      listOf(article.publisher)
        .map(name)
        .find((found) => found !== null) ?? null,
    language: text(article.inLanguage),
    words: statedWords(article),
  };
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function text(value: unknown): string | null {
  const tidied = typeof value === "string" ? tidy(value) : "";
  return tidied === "" || tidied.length > 1000 ? null : tidied;
}

/** Some systems write seconds since 1970, as a number. */
function date(value: unknown): string | null {
  return typeof value === "number" ? String(value) : text(listOf(value)[0]);
}

function name(value: unknown): string | null {
  return isObject(value) ? text(value.name) : text(value);
}
