import { Gunzip, Gzip } from "fflate";
import type { Article } from "../../engine/model/index.ts";
import { articleFromRecord } from "../articleRecords.ts";
import { JsonBoundError, parseBoundedJson } from "../boundedJson.ts";
import { bounds } from "../bounds.ts";
import { ArticleDataError } from "../knownData.ts";
import { createLineSplitter } from "../lineSplitter.ts";
import { safeArticle } from "../safeArticle.ts";
import { type CarriedVectors, carriedMember, carriedVectors } from "./carriedVectors.ts";
import { PackError } from "./packError.ts";
import type { PackManifest } from "./packManifest.ts";

/**
 * Reads a pack's records from its packed bytes, in pieces. The articles are made while they are
 * taken: take them all before the next call. Taking them may throw PackError.
 */
export interface PackRecordReader {
  /** The articles that are complete now. */
  push(chunk: Uint8Array): Generator<Article>;
  /** Throws PackError, too, if the records are not all that the manifest says. */
  end(): Generator<Article>;
  /** The vectors that the article's record carries; null if it carries none. */
  vectorsOf(article: Article): CarriedVectors | null;
}

/**
 * Returns a reader of the records. It never unpacks more than the manifest declares, and never
 * keeps more than a slice and one record.
 */
export function createPackRecordReader(manifest: PackManifest): PackRecordReader {
  const decoder = new TextDecoder();
  const lines = createLineSplitter(bounds.recordChars);
  let texts: string[] = [];
  let count = 0;
  let unpacked = 0;
  const carried = new WeakMap<Article, CarriedVectors>();
  const gunzip = new Gunzip((chunk) => {
    unpacked += chunk.length;
    if (unpacked > manifest.textBytes) throw disagreement("unpacks to more");
    texts.push(decoder.decode(chunk, { stream: true }));
  });

  function* articles(slice: Uint8Array, isFinal: boolean): Generator<Article> {
    unpacking(() => gunzip.push(slice, isFinal));
    const unpackedNow = texts;
    texts = [];
    for (const text of unpackedNow) {
      for (const line of lines.push(text)) {
        if (line === null) throw new PackError("tooLarge", "a record is too long");
        if (++count > manifest.articles) throw disagreement("has more articles");
        yield articleOf(line, count, carried);
      }
    }
  }

  return {
    *push(chunk) {
      for (let at = 0; at < chunk.length; at += bounds.slice) {
        yield* articles(chunk.subarray(at, at + bounds.slice), false);
      }
    },
    *end() {
      yield* articles(new Uint8Array(0), true);
      if (lines.end() !== "" || count !== manifest.articles || unpacked !== manifest.textBytes) {
        throw disagreement(`has ${count} articles of ${unpacked} bytes, which is other`);
      }
    },
    vectorsOf: (article) => carried.get(article) ?? null,
  };
}

function disagreement(what: string): PackError {
  return new PackError("damaged", `it ${what} than its manifest says`);
}

function unpacking(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof PackError) throw error;
    throw new PackError("damaged", `its records cannot be unpacked (${(error as Error).message})`);
  }
}

function articleOf(
  line: string,
  number: number,
  carried: WeakMap<Article, CarriedVectors>,
): Article {
  try {
    const record = parseBoundedJson(line);
    const article = safeArticle(articleFromRecord(record));
    const vectors = carriedVectors(record);
    if (vectors !== null) carried.set(article, vectors);
    return article;
  } catch (error) {
    if (!(error instanceof ArticleDataError)) throw error;
    const kind = error instanceof JsonBoundError ? "tooLarge" : "damaged";
    throw new PackError(kind, `record ${number} cannot be used`, { cause: error });
  }
}

/** Writes records in the format of packs. */
export interface PackRecordWriter {
  /** @param vectors of its passages, for readers of the pack to compare it by meaning */
  put(article: Article, vectors?: CarriedVectors): void;
  /** Ends the records and returns what the manifest must say of them. */
  end(): Pick<PackManifest, "articles" | "textBytes">;
}

/**
 * Returns a writer of a pack's records. The same articles give the same bytes.
 * @param write takes the packed bytes, in order
 */
export function createPackRecordWriter(write: (chunk: Uint8Array) => void): PackRecordWriter {
  const encoder = new TextEncoder();
  const gzip = new Gzip({ level: 6, mtime: 0 }, (chunk) => write(chunk));
  let articles = 0;
  let textBytes = 0;
  return {
    put(article, vectors) {
      const member = vectors === undefined ? {} : { vectors: carriedMember(vectors) };
      const bytes = encoder.encode(`${JSON.stringify({ ...article, ...member })}\n`);
      articles++;
      textBytes += bytes.length;
      gzip.push(bytes);
    },
    end() {
      gzip.push(new Uint8Array(0), true);
      return { articles, textBytes };
    },
  };
}
