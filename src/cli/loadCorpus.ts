import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Article } from "../engine/model/index.ts";
import { areArticleRecords, articleFromRecord } from "../ingest/articleRecords.ts";
import { type KnownFile, readArticlesJson } from "../ingest/articlesJson.ts";
import { decodeText } from "../ingest/decodeText.ts";
import { ArticleDataError } from "../ingest/knownData.ts";
import { InputError } from "./inputError.ts";
import type { Progress } from "./progress.ts";
import { readDocument } from "./readDocument.ts";
import { readFile, readInput } from "./readInput.ts";

/** A file of records may hold many articles. */
const mostRecordBytes = 1_000_000_000;

/** Articles of a corpus, and a line for each file of it that could not be used. */
export interface LoadedCorpus {
  readonly articles: readonly Article[];
  readonly problems: readonly string[];
}

/**
 * A corpus named on the command line: a `.json` or `.jsonl` file of articles, or a folder of
 * texts and HTML with an `articles.json` beside them. Throws InputError if nothing of it is usable.
 */
export function loadCorpus(place: string, progress: Progress): LoadedCorpus {
  if (!existsSync(place)) throw new InputError(`${place}: there is no such corpus; check the path`);
  const loaded = statSync(place).isDirectory()
    ? loadFolder(place, progress)
    : { articles: loadRecords(place), problems: [] };
  if (loaded.articles.length === 0 && loaded.problems.length === 0) {
    throw new InputError(
      `${place}: holds no articles; put .txt or .html files there, or name a .json or .jsonl file`,
    );
  }
  return loaded;
}

function loadRecords(file: string): readonly Article[] {
  const isLines = /\.(?:jsonl|ndjson)$/i.test(file);
  if (!isLines && !/\.json$/i.test(file)) {
    throw new InputError(`${file}: a corpus is a folder, or a .json or .jsonl file of articles`);
  }
  const text = decodeText(readFile(file, mostRecordBytes)) ?? "";
  return inFile(file, () => (isLines ? recordsOfLines(text) : recordsOfArray(text)));
}

function recordsOfLines(text: string): readonly Article[] {
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    return articleFromRecord(parseJson(line, `line ${at + 1}`), `line ${at + 1}`);
  });
}

function recordsOfArray(text: string): readonly Article[] {
  const records = parseJson(text, "the file");
  if (!Array.isArray(records)) throw new ArticleDataError("not an array of articles");
  return records.map((record: unknown, at) => articleFromRecord(record, `article ${at}`));
}

function parseJson(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ArticleDataError(`${where} is not JSON (${(error as Error).message})`);
  }
}

/** Names the file in what is wrong with its data. */
function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ArticleDataError ? new InputError(`${file}: ${error.message}`) : error;
  }
}

function loadFolder(folder: string, progress: Progress): LoadedCorpus {
  const listFile = path.join(folder, "articles.json");
  if (existsSync(listFile)) {
    const json = decodeText(readFile(listFile, mostRecordBytes)) ?? "";
    return inFile(listFile, () =>
      areArticleRecords(parseJson(json, "the file"))
        ? { articles: recordsOfArray(json), problems: [] }
        : loadFiles(folder, withOthers(folder, readArticlesJson(json)), progress),
    );
  }
  return loadFiles(folder, withOthers(folder, []), progress);
}

/** The listed files, then the folder's other texts and pages, of which nothing is known. */
function withOthers(folder: string, listed: readonly KnownFile[]): readonly KnownFile[] {
  const names = new Set(listed.map(({ file }) => file));
  const others = readdirSync(folder)
    .filter((name) => /\.(?:txt|html?|xhtml)$/i.test(name) && !names.has(name))
    .sort();
  return [...listed, ...others.map((file) => ({ file, known: {} }))];
}

function loadFiles(folder: string, files: readonly KnownFile[], progress: Progress): LoadedCorpus {
  const articles: Article[] = [];
  const problems: string[] = [];
  progress.start(files.length);
  for (const { file, known } of files) {
    const place = path.join(folder, file);
    try {
      articles.push(readDocument(readInput(place), place, known));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error.message);
    }
    progress.step();
  }
  progress.stop();
  return { articles, problems };
}
