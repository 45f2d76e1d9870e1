import { gzipSync } from "node:zlib";
import { PackError } from "../../src/ingest/pack/packError.ts";
import { readPackHead } from "../../src/ingest/pack/packHead.ts";
import { checkRatio } from "../../src/ingest/pack/packManifest.ts";
import { createPackRecordReader } from "../../src/ingest/pack/packRecords.ts";
import { packOf, recordLine } from "../ingest/pack/packOf.ts";
import { type MutantFigures, mutantOf, type Random, randomBelow, readMutants } from "./mutate.ts";

const lines = [
  recordLine(),
  recordLine({ id: "b", title: "The <b>lighthouse</b>", published: null, agencies: ["AP"] }),
  recordLine({ urls: ["https://shore.example/pier"], byline: "By us", language: "en" }),
];
const good = packOf(lines);

/** Reads mutants of a pack in pieces: only PackErrors may come of it. */
export function readPackMutants(count: number, seed: number): MutantFigures {
  const sizes = randomBelow(seed + 1);
  const read = (bytes: Uint8Array) => readAll(bytes, 1 + sizes(400));
  return readMutants(count, seed, mutant, read, (error) => error instanceof PackError);
}

/** The file as it is, its records under a right head, or its text packed again. */
function mutant(random: Random): Uint8Array {
  const text = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  switch (random(3)) {
    case 0:
      return mutantOf(good, random);
    case 1:
      return packed(mutantOf(gzipSync(text), random), text.length);
    default: {
      const wrong = mutantOf(text, random);
      return packed(gzipSync(wrong), wrong.length);
    }
  }
}

function packed(records: Uint8Array, textBytes: number): Uint8Array {
  const { articlesFrom } = readPackHead(packOf([], { articles: lines.length, textBytes }));
  const head = packOf([], { articles: lines.length, textBytes }).slice(0, articlesFrom);
  return Uint8Array.from(Buffer.concat([head, records]));
}

function readAll(bytes: Uint8Array, pieceBytes: number): void {
  const { manifest, articlesFrom } = readPackHead(bytes);
  checkRatio(manifest, bytes.length - articlesFrom);
  const reader = createPackRecordReader(manifest);
  for (let at = articlesFrom; at < bytes.length; at += pieceBytes) {
    for (const { body } of reader.push(bytes.subarray(at, at + pieceBytes))) {
      if (body.length > manifest.textBytes) throw new Error("a body longer than the text");
    }
  }
  reader.end();
}
