import { existsSync } from "node:fs";
import { bounds } from "../../ingest/bounds.ts";
import { decodeText } from "../../ingest/decodeText.ts";
import { headBytes } from "../../ingest/fileHead.ts";
import type { ReadTools } from "../../ingest/formats/fileItems.ts";
import { createFileReader } from "../../ingest/formats/fileReader.ts";
import { type Item, type Refusal, taken } from "../../ingest/formats/item.ts";
import {
  createKnownFiles,
  createZipListReader,
  isListName,
  knownFilesIn,
  type ListedFiles,
} from "../../ingest/formats/knownFiles.ts";
import { itemOfPdf } from "../../ingest/formats/pdfItem.ts";
import { isZip } from "../../ingest/formats/zipReader.ts";
import { ArticleDataError } from "../../ingest/knownData.ts";
import { isPack } from "../../ingest/pack/packHead.ts";
import { isPdf } from "../../ingest/pdf/isPdf.ts";
import { InputError } from "../inputError.ts";
import { englishReason } from "../print/english.ts";
import type { Progress } from "../print/progress.ts";
import { fileChunks, fileStart } from "../read/fileChunks.ts";
import { noSuchFile } from "../read/fileProblems.ts";
import type { ReadPdf } from "../read/pdfProcess.ts";
import { parseHtml } from "../read/readDocument.ts";
import { readFile } from "../read/readInput.ts";
import { checkFile, corpusFiles } from "./corpusFiles.ts";
import { openPack } from "./packFile.ts";

/** A file that could not be opened, or a pack that cannot be used, and why. */
interface UnreadFile {
  readonly kind: "unread";
  readonly name: string;
  readonly problem: string;
}

/**
 * Yields the contents of files and folders, one item at a time: packs, and every format that a file
 * reader knows.
 */
export function* corpusItems(
  paths: readonly string[],
  progress: Progress,
  readPdf: ReadPdf,
): Generator<Item | UnreadFile> {
  const files = paths.flatMap(corpusFiles);
  const listed = new Map(files.filter(isListName).flatMap((file) => [...listIn(file)]));
  progress.start(files.length);
  for (const file of files) {
    yield* itemsOfFile(file, listed, readPdf);
    progress.step();
  }
  for (const file of listed.keys()) {
    if (!existsSync(file)) yield { kind: "unread", name: file, problem: noSuchFile };
  }
  progress.stop();
}

function listIn(file: string): ListedFiles {
  try {
    return knownFilesIn(file, decodeText(readFile(file, () => bounds.listBytes)) ?? "");
  } catch (error) {
    // Its fault is reported when its turn among the files comes.
    if (error instanceof ArticleDataError || error instanceof InputError) return new Map();
    throw error;
  }
}

function* itemsOfFile(
  file: string,
  listed: ListedFiles,
  readPdf: ReadPdf,
): Generator<Item | UnreadFile> {
  try {
    checkFile(file);
    const start = fileStart(file, headBytes);
    if (isPack(start)) {
      for (const { article, vectors } of openPack(file).articles()) {
        const read = { article, omissions: [] };
        yield { ...taken(file, read), ...(vectors === null ? {} : { vectors }) };
      }
      return;
    }
    const known = createKnownFiles(isZip(start) ? listsOfZip(file) : listed);
    if (isPdf(start)) {
      yield itemOfPdf(file, readPdf(readFile(file, () => bounds.pdfBytes)), known.of(file));
      return;
    }
    const tools: ReadTools = { parseHtml, known };
    const reader = createFileReader(file, tools);
    for (const chunk of fileChunks(file)) yield* reader.push(chunk);
    yield* reader.end();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message } = error;
    const problem = message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message;
    yield { kind: "unread", name: file, problem };
  }
}

function listsOfZip(file: string): ListedFiles {
  const reader = createZipListReader(file);
  for (const chunk of fileChunks(file)) reader.push(chunk);
  return reader.end().files;
}

/**
 * Returns what could not be used as one line for standard error; it may contain anything from a
 * file.
 */
export function refusalLine(its: Refusal | UnreadFile): string {
  return asOneLine(
    `${its.name}: ${its.kind === "unread" ? its.problem : englishReason(its.reason)}`,
  );
}

/** Returns a text that may contain anything from a file without line breaks and control characters. */
export function asOneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}
