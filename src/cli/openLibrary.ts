import { readFileSync } from "node:fs";
import path from "node:path";
import { createLibrary, type Library } from "../engine/library/library.ts";
import type { Segment } from "../engine/library/segment.ts";
import { SegmentError } from "../engine/library/segmentError.ts";
import { openSegment, verifySegment } from "../engine/library/segmentReader.ts";
import type { Article } from "../engine/model/index.ts";
import { segmentOfArticles } from "../engine/segmentOfArticles.ts";
import { InputError } from "./inputError.ts";
import { loadCorpus } from "./loadCorpus.ts";
import type { Progress } from "./progress.ts";

/** A library and what had to be said while it was opened. */
export interface OpenedLibrary {
  readonly library: Library;
  /** Lines for standard error: inputs of a corpus that could not be used. */
  readonly problems: readonly string[];
  /** Lines for standard error that cost nothing: a segment that was rebuilt. */
  readonly notes: readonly string[];
}

/** The corpora that were named, or the bundled one. Throws InputError if none can be used. */
export function openLibrary(
  corpora: readonly string[],
  bundledFolder: string,
  progress: Progress,
): OpenedLibrary {
  if (corpora.length === 0) return openBundled(bundledFolder);
  const articles = new Map<string, Article>();
  const problems: string[] = [];
  for (const place of corpora) {
    try {
      const loaded = loadCorpus(place, progress);
      for (const article of loaded.articles)
        if (!articles.has(article.id)) articles.set(article.id, article);
      problems.push(...loaded.problems);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error.message);
    }
  }
  if (articles.size === 0) throw new InputError(problems.join("\n"));
  return { library: createLibrary(segmentsOf([...articles.values()])), problems, notes: [] };
}

/** Readings take far more memory than segments: so many articles are read at a time. */
const articlesAtOnce = 500;

function segmentsOf(articles: readonly Article[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at < articles.length; at += articlesAtOnce) {
    segments.push(openSegment(segmentOfArticles(articles.slice(at, at + articlesAtOnce))));
  }
  return segments;
}

/** The segment of the build, or, if it is missing or damaged, one rebuilt from the records beside it. */
function openBundled(folder: string): OpenedLibrary {
  const file = path.join(folder, "bundled.segment");
  try {
    const bytes = new Uint8Array(readFileSync(file));
    verifySegment(bytes);
    return { library: createLibrary([openSegment(bytes)]), problems: [], notes: [] };
  } catch (error) {
    const fault = error instanceof SegmentError ? `is damaged (${error.kind})` : "cannot be read";
    const note = `${file}: ${fault}; its index was rebuilt from articles.json, \`npm run build\` writes it anew`;
    return { library: rebuild(path.join(folder, "articles.json")), problems: [], notes: [note] };
  }
}

function rebuild(file: string): Library {
  let articles: Article[];
  try {
    articles = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new InputError(
      `${file}: the bundled articles cannot be read; run \`npm run build\`, or name a corpus with --corpus`,
    );
  }
  return createLibrary([openSegment(segmentOfArticles(articles))]);
}
