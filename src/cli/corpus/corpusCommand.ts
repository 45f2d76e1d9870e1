import path from "node:path";
import type { Encoder } from "../../encoder/index.ts";
import {
  type Article,
  type ArticleId,
  inOrderOfTime,
  type PublicationDate,
} from "../../engine/model/index.ts";
import { createSeenArticles } from "../../ingest/duplicates/seenArticles.ts";
import { ninjsOf } from "../../ingest/formats/ninjs.ts";
import type { PackManifest } from "../../ingest/pack/packManifest.ts";
import { line } from "../../ingest/safeArticle.ts";
import { InputError } from "../inputError.ts";
import { type MeaningOptions, withEncoder } from "../match/meaning.ts";
import { createOmissionLines, type OmissionLines } from "../print/omissionLines.ts";
import type { Output } from "../print/output.ts";
import { createProgress } from "../print/progress.ts";
import { counted } from "../print/textLayout.ts";
import type { ProgramParts } from "../programParts.ts";
import type { ReadPdf } from "../read/pdfProcess.ts";
import { asOneLine, corpusItems, refusalLine } from "./corpusItems.ts";
import { openPack, type PackedArticle, type PackStatements, writePack } from "./packFile.ts";
import { vectorsOfArticle } from "./packVectors.ts";
import { withFreeId } from "./withFreeId.ts";

/** The options of `corpus build` and `corpus merge`, validated. */
export interface BuildOptions extends MeaningOptions {
  readonly out: string;
  readonly name?: string;
  readonly publisher?: string;
  readonly licence?: string;
  /** ISO day. */
  readonly date?: string;
  readonly packVersion?: string;
  readonly address?: string;
}

/**
 * Writes a pack of all articles in the inputs, each once, with the vectors of their passages. Unusable
 * items are named on standard error, a line each, and the others are still packed.
 * Resolves with the exit code; rejects with InputError if there is not one article.
 */
export async function buildCorpus(
  inputs: readonly string[],
  options: BuildOptions,
  { loadEncoder, readPdf }: Pick<ProgramParts, "loadEncoder" | "readPdf">,
  output: Output,
  today: string,
): Promise<number> {
  const counts = { refused: 0, repeated: 0 };
  const omissions = createOmissionLines(output.problem);
  const articles = articlesOnce(inputs, readPdf, counts, omissions, output);
  const first = articles.next();
  if (first.done)
    throw new InputError(`${inputs.join(", ")}: no article was found, so no pack was written`);
  const manifest = await withEncoder(options, loadEncoder, output, (encoder) =>
    writePack(options.out, statementsOf(options, today), encoded(first.value, articles, encoder)),
  );
  const summary = summaryOf(options.out, manifest, { ...counts, incomplete: omissions.articles });
  output.out(`${JSON.stringify(summary, null, 2)}\n`);
  return counts.refused === 0 ? 0 : 1;
}

/** The articles with vectors: those that a pack brought for the same model, or new ones. */
async function* encoded(
  first: PackedArticle,
  rest: Generator<PackedArticle>,
  encoder: Encoder | null,
): AsyncGenerator<PackedArticle> {
  const withVectors = async (packed: PackedArticle) =>
    encoder === null || packed.vectors?.model === encoder.version
      ? packed
      : { ...packed, vectors: await vectorsOfArticle(packed.article, encoder) };
  yield await withVectors(first);
  for (const next of rest) yield await withVectors(next);
}

interface Counts {
  refused: number;
  /** Articles that had come before. */
  repeated: number;
}

function* articlesOnce(
  inputs: readonly string[],
  readPdf: ReadPdf,
  counts: Counts,
  omissions: OmissionLines,
  output: Output,
): Generator<PackedArticle> {
  const seen = createSeenArticles();
  const ids = new Set<ArticleId>();
  for (const item of corpusItems(inputs, createProgress("reading", process.stderr), readPdf)) {
    if (item.kind !== "article") {
      counts.refused++;
      output.problem(refusalLine(item));
    } else if (seen.add(item.article)) {
      omissions.take(item);
      const article = withFreeId(item.article, ids);
      ids.add(article.id);
      yield { article, vectors: item.vectors ?? null };
    } else {
      counts.repeated++;
      output.problem(asOneLine(`${item.name}: ${repeats(item.article)}`));
    }
  }
  omissions.end();
}

function repeats({ title }: Article): string {
  return `repeats an earlier article and is left out (${line(title) || "without a title"})`;
}

function statementsOf(options: BuildOptions, today: string): PackStatements {
  const { out, name, publisher, licence, date, packVersion, address } = options;
  return {
    name: line(name ?? path.basename(out, path.extname(out))),
    publisher: line(publisher ?? ""),
    licence: line(licence ?? ""),
    date: date ?? today,
    version: line(packVersion ?? "1"),
    address: address ?? null,
  };
}

function summaryOf(
  pack: string,
  manifest: PackManifest,
  { repeated, incomplete, refused }: Counts & { readonly incomplete: number },
): object {
  return { schema: 1, pack, ...manifest, repeated, incomplete, refused };
}

/** Prints what a pack says about itself and what it contains. Throws InputError. */
export function corpusInfo(file: string, format: "text" | "json", output: Output): number {
  const { manifest, fileBytes, articles } = openPack(file);
  const outlets = new Map<string, number>();
  const languages = new Set<string>();
  const dates: PublicationDate[] = [];
  for (const { article } of articles()) {
    const { outlet, language, published } = article;
    outlets.set(outlet.name, (outlets.get(outlet.name) ?? 0) + 1);
    if (language !== null) languages.add(language);
    // Only the ends are kept.
    if (published !== null) dates.splice(0, dates.length, ...ends([...dates, published]));
  }
  const info = {
    schema: 1,
    pack: file,
    ...manifest,
    fileBytes,
    outlets: [...outlets]
      .map(([name, count]) => ({ name, articles: count }))
      .sort((one, other) => other.articles - one.articles || (one.name < other.name ? -1 : 1)),
    languages: [...languages].sort(),
    published: dates.length === 0 ? null : { first: dayOf(dates[0]), last: dayOf(dates.at(-1)) },
  };
  output.out(format === "json" ? `${JSON.stringify(info, null, 2)}\n` : infoText(info));
  return 0;
}

function ends(dates: readonly PublicationDate[]): readonly PublicationDate[] {
  const sorted = dates.toSorted(inOrderOfTime);
  return sorted.length < 2 ? sorted : [sorted[0]!, sorted.at(-1)!];
}

function dayOf(date: PublicationDate | undefined): string | undefined {
  return date?.value.slice(0, 10);
}

function infoText(info: PackManifest & { outlets: readonly object[]; fileBytes: number }): string {
  const { name, version, date, publisher, licence, articles, outlets, checksum, fileBytes } = info;
  return [
    `${name}, version ${version} of ${date}`,
    `published by ${publisher || "(not said)"}; licence: ${licence || "(not said)"}`,
    `${counted(articles, "article")} of ${counted(outlets.length, "outlet")}, ${(fileBytes / 1e6).toFixed(1)} MB`,
    `checksum ${checksum}`,
    "",
  ].join("\n");
}

/** Prints the articles of packs or other corpora, for other programs. Returns the exit code. */
export function exportCorpus(
  inputs: readonly string[],
  format: "jsonl" | "ninjs",
  readPdf: ReadPdf,
  output: Output,
): number {
  const omissions = createOmissionLines(output.problem);
  let refusals = 0;
  let count = 0;
  for (const item of corpusItems(inputs, createProgress("reading", process.stderr), readPdf)) {
    if (item.kind !== "article") {
      refusals++;
      output.problem(refusalLine(item));
      continue;
    }
    omissions.take(item);
    if (format === "jsonl") output.out(`${JSON.stringify(item.article)}\n`);
    else output.out(`${count === 0 ? "[\n" : ",\n"}${JSON.stringify(ninjsOf(item.article))}`);
    count++;
  }
  omissions.end();
  if (format === "ninjs") output.out(count === 0 ? "[]\n" : "\n]\n");
  return refusals === 0 ? 0 : 1;
}
