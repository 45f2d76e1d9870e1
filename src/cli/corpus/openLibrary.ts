import { readFileSync } from "node:fs";
import path from "node:path";
import { createLibrary, type Library } from "../../engine/library/library.ts";
import type { Segment } from "../../engine/library/segment.ts";
import { SegmentError } from "../../engine/library/segmentError.ts";
import { openSegment, verifySegment } from "../../engine/library/segmentReader.ts";
import type { Article, ArticleId } from "../../engine/model/index.ts";
import { segmentOfArticles } from "../../engine/segmentOfArticles.ts";
import { createSeenAddresses } from "../../ingest/duplicates/seenArticles.ts";
import type { CarriedVectors } from "../../ingest/pack/carriedVectors.ts";
import { InputError } from "../inputError.ts";
import type { Progress } from "../print/progress.ts";
import type { ProgramParts } from "../programParts.ts";
import type { ReadPdf } from "../read/pdfProcess.ts";
import { type CachedIndex, indexKey } from "./indexCache.ts";
import { loadCorpus } from "./loadCorpus.ts";
import { withFreeId } from "./withFreeId.ts";

/** A library, and the messages for standard error from opening it. */
export interface OpenedLibrary {
  readonly library: Library;
  readonly segments: readonly Segment[];
  /** Lines for standard error: inputs of a corpus that could not be used. */
  readonly problems: readonly string[];
  /** Notes that do not change the exit code: a segment that was rebuilt. */
  readonly notes: readonly string[];
  /** The vectors that packs brought for their articles. */
  readonly carried: ReadonlyMap<ArticleId, CarriedVectors>;
  /** A file of vectors made before, in the format of corpora/vectorFile.ts. */
  readonly vectorFile: Uint8Array | null;
  /** Stores new vectors. */
  keep(vectors: Uint8Array): void;
}

/** How a library is opened. */
export interface OpenOptions {
  readonly corpus: readonly string[];
  /** False: nothing that was kept is used, and nothing is kept. */
  readonly cache?: boolean;
  readonly wordsOnly?: boolean;
}

/**
 * Opens the named corpora as one library, or the bundled one. Throws InputError if none can be used.
 */
export function openLibrary(
  { corpus, cache = true, wordsOnly = false }: OpenOptions,
  { bundledFolder, indexCache, build, readPdf }: ProgramParts,
  progress: Progress,
): OpenedLibrary {
  if (corpus.length === 0) return openBundled(bundledFolder);
  const key = cache ? indexKey(corpus, build) : null;
  const write = (index: CachedIndex) => key !== null && indexCache.write(key, index);
  const kept = key === null ? null : indexCache.read(key);
  // Packs may contain vectors, so they are read again when vectors are first needed.
  if (kept !== null && (wordsOnly || kept.vectors !== null)) {
    return opened(kept.segments, { vectorFile: kept.vectors });
  }
  const { articles, carried, problems } = readCorpora(corpus, progress, readPdf);
  const segments = segmentsOf(articles);
  // The next run must report what was not read, too.
  const isWhole = problems.length === 0;
  if (isWhole) write({ segments, vectors: null });
  const keep = (vectors: Uint8Array) => void (isWhole && write({ segments, vectors }));
  return opened(segments, { carried, problems, keep });
}

function opened(
  bytes: readonly Uint8Array[],
  known: Partial<Omit<OpenedLibrary, "library" | "segments">>,
): OpenedLibrary {
  const segments = bytes.map(openSegment);
  return {
    ...{ problems: [], notes: [], carried: new Map(), vectorFile: null, keep: () => undefined },
    ...known,
    segments,
    library: createLibrary(segments),
  };
}

function readCorpora(places: readonly string[], progress: Progress, readPdf: ReadPdf) {
  const articles = new Map<ArticleId, Article>();
  const carried = new Map<ArticleId, CarriedVectors>();
  const problems: string[] = [];
  const seen = createSeenAddresses();
  for (const place of places) {
    try {
      const loaded = loadCorpus(place, progress, readPdf);
      for (const { article, vectors } of loaded.articles) {
        const isKnown = article.urls.length > 0 && articles.has(article.id);
        if (isKnown || !seen.add(article)) continue;
        const added = withFreeId(article, articles);
        articles.set(added.id, added);
        if (vectors !== null) carried.set(added.id, vectors);
      }
      problems.push(...loaded.problems);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error.message);
    }
  }
  if (articles.size === 0) throw new InputError(problems.join("\n"));
  return { articles: [...articles.values()], carried, problems };
}

/** Articles read at a time; readings take far more memory than segments. */
const articlesAtOnce = 500;

function segmentsOf(articles: readonly Article[]): readonly Uint8Array[] {
  const segments: Uint8Array[] = [];
  for (let at = 0; at < articles.length; at += articlesAtOnce) {
    segments.push(segmentOfArticles(articles.slice(at, at + articlesAtOnce)));
  }
  return segments;
}

/**
 * Opens the segment of the build or, if it is missing or damaged, one rebuilt from the records
 * beside it.
 */
function openBundled(folder: string): OpenedLibrary {
  const vectorFile = bytesOf(path.join(folder, "bundled.vectors"));
  const file = path.join(folder, "bundled.segment");
  try {
    const bytes = new Uint8Array(readFileSync(file));
    verifySegment(bytes);
    return opened([bytes], { vectorFile });
  } catch (error) {
    const fault = error instanceof SegmentError ? `is damaged (${error.kind})` : "cannot be read";
    const note = `${file}: ${fault}; its index was rebuilt from articles.json, \`npm run build\` writes it anew`;
    return opened([rebuild(path.join(folder, "articles.json"))], { vectorFile, notes: [note] });
  }
}

function bytesOf(file: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    return null;
  }
}

function rebuild(file: string): Uint8Array {
  let articles: Article[];
  try {
    articles = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new InputError(
      `${file}: the bundled articles cannot be read; run \`npm run build\`, or name a corpus with --corpus`,
    );
  }
  return segmentOfArticles(articles);
}
