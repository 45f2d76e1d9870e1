import { createHash } from "node:crypto";
import { closeSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Article } from "../../engine/model/index.ts";
import { ArticleDataError } from "../../ingest/knownData.ts";
import type { CarriedVectors } from "../../ingest/pack/carriedVectors.ts";
import { PackError } from "../../ingest/pack/packError.ts";
import {
  firstLines,
  longestHead,
  manifestLine,
  type PackHead,
  readPackHead,
} from "../../ingest/pack/packHead.ts";
import { checkRatio, type PackManifest } from "../../ingest/pack/packManifest.ts";
import { createPackRecordReader, createPackRecordWriter } from "../../ingest/pack/packRecords.ts";
import { InputError } from "../inputError.ts";
import { englishReason } from "../print/english.ts";
import { fileChunks, fileStart } from "../read/fileChunks.ts";
import { reasonNotWritten } from "../read/fileProblems.ts";
import { withPartFiles } from "./partFiles.ts";

/** An article of a pack. */
export interface PackedArticle {
  readonly article: Article;
  readonly vectors: CarriedVectors | null;
}

/** A pack that was checked from its first byte to its last. */
export interface OpenedPack {
  readonly manifest: PackManifest;
  readonly fileBytes: number;
  /**
   * Yields its articles, unpacked on demand, each with the vectors that it brings. Throws
   * InputError.
   */
  articles(): Generator<PackedArticle>;
}

/** Opens a pack and checks it whole. Throws InputError. */
export function openPack(file: string): OpenedPack {
  const head = asInputError(file, () => checkedHead(file));
  return {
    manifest: head.manifest,
    fileBytes: statSync(file).size,
    articles: () => articlesOf(file, head),
  };
}

function checkedHead(file: string): PackHead {
  const head = readPackHead(fileStart(file, longestHead));
  checkRatio(head.manifest, statSync(file).size - head.articlesFrom);
  const hash = createHash("sha256");
  for (const chunk of fileChunks(file, head.checkedFrom)) hash.update(chunk);
  if (hash.digest("hex") !== head.checksum) {
    throw new PackError("damaged", "its checksum is wrong");
  }
  return head;
}

function* articlesOf(file: string, { manifest, articlesFrom }: PackHead): Generator<PackedArticle> {
  const reader = createPackRecordReader(manifest);
  try {
    for (const chunk of fileChunks(file, articlesFrom)) yield* withVectors(reader.push(chunk));
    yield* withVectors(reader.end());
  } catch (error) {
    throw unusable(file, error);
  }

  function* withVectors(articles: Generator<Article>): Generator<PackedArticle> {
    for (const article of articles) yield { article, vectors: reader.vectorsOf(article) };
  }
}

function asInputError<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unusable(file, error);
  }
}

/** Returns a pack's error in words for the command line; any other error as it is. */
function unusable(file: string, error: unknown): unknown {
  if (!(error instanceof PackError)) return error;
  const advice = error.kind === "wrongVersion" ? "use a newer program" : "get it anew";
  const why =
    error.cause instanceof ArticleDataError ? ` (${englishReason(error.cause.reason)})` : "";
  return new InputError(`${file}: this pack cannot be used: ${error.message}${why}; ${advice}`);
}

/** What the publisher of a pack states. */
export type PackStatements = Omit<PackManifest, "articles" | "textBytes" | "checksum">;

/**
 * Writes a pack: records first, to a temporary place, because the manifest precedes them and counts
 * them. Whatever happens, the file is a whole pack or what it was before. Throws InputError.
 */
export async function writePack(
  file: string,
  statements: PackStatements,
  articles: AsyncIterable<PackedArticle>,
): Promise<PackManifest> {
  const records = `${file}.records.part`;
  const whole = `${file}.part`;
  return withPartFiles([records, whole], async () => {
    try {
      const written = await writeRecords(records, articles);
      const manifest: PackManifest = { ...statements, ...written };
      assemble(whole, manifest, records);
      renameSync(whole, file);
      return manifest;
    } catch (error) {
      const isSystems = typeof Reflect.get(Object(error), "code") === "string";
      throw isSystems
        ? new InputError(`${file}: cannot be written: ${reasonNotWritten(error)}`)
        : error;
    }
  });
}

async function writeRecords(
  file: string,
  articles: AsyncIterable<PackedArticle>,
): Promise<Pick<PackManifest, "articles" | "textBytes" | "checksum">> {
  const hash = createHash("sha256");
  const out = openSync(file, "w");
  try {
    const writer = createPackRecordWriter((chunk) => {
      hash.update(chunk);
      writeSync(out, chunk);
    });
    for await (const { article, vectors } of articles) {
      writer.put(article, vectors ?? undefined);
      // Without this, nobody could interrupt it.
      await setImmediate();
    }
    return { ...writer.end(), checksum: hash.digest("hex") };
  } finally {
    closeSync(out);
  }
}

function assemble(file: string, manifest: PackManifest, records: string): void {
  const line = manifestLine(manifest);
  const hash = createHash("sha256").update(line);
  for (const chunk of fileChunks(records)) hash.update(chunk);
  const out = openSync(file, "w");
  try {
    writeSync(out, firstLines(hash.digest("hex")));
    writeSync(out, line);
    for (const chunk of fileChunks(records)) writeSync(out, chunk);
  } finally {
    closeSync(out);
  }
}
