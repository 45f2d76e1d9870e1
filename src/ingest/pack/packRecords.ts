import { Gunzip, Gzip } from "fflate";
import type { Article } from "../../engine/model/index.ts";
import { articleFromRecord } from "../articleRecords.ts";
import { ArticleDataError } from "../knownData.ts";
import { safeArticle } from "../safeArticle.ts";
import { PackError } from "./packError.ts";
import type { PackManifest } from "./packManifest.ts";

/** Reads a pack's records from its packed bytes, in pieces. */
export interface PackRecordReader {
  /** The articles that are complete now. Throws PackError. */
  push(chunk: Uint8Array): readonly Article[];
  /** Throws PackError if the records are not all that the manifest says. */
  end(): readonly Article[];
}

/** What is pushed at once is unpacked at once: so little that it stays small even where it is hostile. */
const sliceBytes = 16_384;
/** A longer line is no article: see safeArticle. */
const longestLine = 10_000_000;

/** Never unpacks more than the manifest says, nor holds more than one record. */
export function createPackRecordReader(manifest: PackManifest): PackRecordReader {
  const decoder = new TextDecoder();
  let articles: Article[] = [];
  let rest = "";
  let count = 0;
  let unpacked = 0;
  const gunzip = new Gunzip((chunk) => {
    unpacked += chunk.length;
    if (unpacked > manifest.textBytes) throw disagreement("unpacks to more");
    take(decoder.decode(chunk, { stream: true }));
  });

  function take(text: string): void {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > longestLine) throw new PackError("tooLarge", "a record is too long");
    for (const line of lines) {
      if (++count > manifest.articles) throw disagreement("holds more articles");
      articles.push(articleOf(line, count));
    }
  }

  function complete(): readonly Article[] {
    const taken = articles;
    articles = [];
    return taken;
  }

  return {
    push(chunk) {
      for (let at = 0; at < chunk.length; at += sliceBytes) {
        unpacking(() => gunzip.push(chunk.subarray(at, at + sliceBytes)));
      }
      return complete();
    },
    end() {
      unpacking(() => gunzip.push(new Uint8Array(0), true));
      if (rest !== "" || count !== manifest.articles || unpacked !== manifest.textBytes) {
        throw disagreement(`holds ${count} articles of ${unpacked} bytes, which is other`);
      }
      return complete();
    },
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

function articleOf(line: string, number: number): Article {
  const where = `record ${number}`;
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    throw new PackError("damaged", `${where} is not JSON`);
  }
  try {
    return safeArticle(articleFromRecord(record, where), where);
  } catch (error) {
    if (!(error instanceof ArticleDataError)) throw error;
    throw new PackError("damaged", error.message);
  }
}

/** Writes records as a pack holds them. */
export interface PackRecordWriter {
  put(article: Article): void;
  /** What the manifest has to say of them. */
  end(): Pick<PackManifest, "articles" | "textBytes">;
}

/** @param write takes the packed bytes, in order. The same articles give the same bytes. */
export function createPackRecordWriter(write: (chunk: Uint8Array) => void): PackRecordWriter {
  const encoder = new TextEncoder();
  const gzip = new Gzip({ level: 6, mtime: 0 }, (chunk) => write(chunk));
  let articles = 0;
  let textBytes = 0;
  return {
    put(article) {
      const bytes = encoder.encode(`${JSON.stringify(article)}\n`);
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
