import { existsSync } from "node:fs";
import { InputError } from "../inputError.ts";
import type { Progress } from "../print/progress.ts";
import type { ReadPdf } from "../read/pdfProcess.ts";
import { corpusItems, refusalLine } from "./corpusItems.ts";
import type { PackedArticle } from "./packFile.ts";

/** Articles of a corpus, and a line for each item of it that could not be used. */
export interface LoadedCorpus {
  readonly articles: readonly PackedArticle[];
  readonly problems: readonly string[];
}

/**
 * Loads a corpus named on the command line: a pack, or a file or folder of what packs are made
 * from. Throws InputError if nothing in it is usable.
 */
export function loadCorpus(place: string, progress: Progress, readPdf: ReadPdf): LoadedCorpus {
  if (!existsSync(place)) throw new InputError(`${place}: there is no such corpus; check the path`);
  const articles: PackedArticle[] = [];
  const problems: string[] = [];
  for (const item of corpusItems([place], progress, readPdf)) {
    if (item.kind === "article") {
      articles.push({ article: item.article, vectors: item.vectors ?? null });
    } else problems.push(refusalLine(item));
  }
  if (articles.length === 0 && problems.length === 0) {
    throw new InputError(
      `${place}: has no articles; put .txt, .html, .docx or .pdf files there, or name a pack, a zip, or a .json or .jsonl file`,
    );
  }
  return { articles, problems };
}
