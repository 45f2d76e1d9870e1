/**
 * Vectors that come with a pack. They are stored as claims, and used only after a sample of each
 * segment's was compared with the output of our own encoder.
 */
import { openSegment } from "../engine/library/segmentReader.ts";
import { VectorRow, vectorBytes } from "../engine/meaning/compactVector.ts";
import type { Article } from "../engine/model/index.ts";
import type { CarriedVectors } from "../ingest/pack/carriedVectors.ts";
import type { Storage } from "../platform/storage/transaction.ts";
import type { VectorRecord } from "../platform/storage/vectorRecord.ts";
import type { Encode } from "./encodePassages.ts";
import { hashOfTexts, type PassageTexts, passageTexts } from "./passageTexts.ts";
import { isSoundVectors, vectorsOfOwner } from "./vectorRecords.ts";
import type { WaitingArticle } from "./waitingArticles.ts";

/** An article of a pack and the vectors that its record carries. */
export interface ClaimingArticle {
  readonly article: Article;
  readonly carried: CarriedVectors | null;
}

/** A claim, for the part of the pack whose segment has the article. */
export interface Claim extends Omit<VectorRecord, "owner"> {
  readonly part: number;
}

/** The claims of a pack, part after part. */
export interface Claims {
  readonly taken: readonly Claim[];
  /** Takes the claims of the next part that fit its segment. */
  take(segment: Uint8Array, articles: readonly ClaimingArticle[]): void;
}

/**
 * The most bytes of claims, which are held until the pack is stored: 5,000 articles. The rest is
 * encoded here.
 */
const mostClaimedBytes = 64_000_000;

/** Returns an empty collection of claims. */
export function createClaims(): Claims {
  const taken: Claim[] = [];
  let part = 0;
  let bytes = 0;
  return {
    taken,
    take(segmentBytes, articles) {
      const segment = openSegment(segmentBytes);
      for (const [index, { article, carried }] of articles.entries()) {
        if (carried === null || bytes + carried.bytes.byteLength > mostClaimedBytes) continue;
        const texts = passageTexts(segment, index);
        if (!fits(texts, carried.bytes)) continue;
        bytes += carried.bytes.byteLength;
        taken.push({
          ...{ part, article: article.id, madeBy: carried.model, isClaimed: true },
          textsHash: hashOfTexts(texts),
          done: texts.length,
          vectors: carried.bytes,
        });
      }
      part += 1;
    },
  };
}

/** True if there is a vector for every text. */
export function fits(texts: PassageTexts, bytes: Uint8Array): boolean {
  if (bytes.byteLength !== texts.length * vectorBytes) return false;
  const row = new VectorRow(bytes);
  return texts.every((text, at) => text === null || row.has(at));
}

/** Vectors of a segment that are checked; it has up to a hundred articles. */
const sampleTexts = 16;
/**
 * The least cosine of a true claim. The same model gives .999 for the same text on another machine,
 * and .3 (projected) for another news text.
 */
const leastCosine = 0.98;

/**
 * Checks the claims of a pack's segment: all of them count from now on, or none. Rejects with
 * StorageError, or as `encode` does; then they are as before.
 */
export async function judgeClaims(
  storage: Storage,
  articles: readonly WaitingArticle[],
  model: string,
  encode: Encode,
  random: () => number,
): Promise<void> {
  const [first] = articles;
  if (first === undefined) return;
  const claims = await readClaims(storage, first.owner);
  const isTrue = await holds(claims, articles, model, encode, random);
  await storage.change(["vectors"], async (all) => {
    const vectors = all.objectStore("vectors");
    for (const { isClaimed: _, ...claim } of claims) {
      const key: [string, string] = [claim.owner, claim.article];
      if ((await vectors.getKey(key)) === undefined) continue;
      if (isTrue && claim.madeBy === model) await vectors.put({ ...claim, model });
      else await vectors.delete(key);
    }
  });
}

async function readClaims(storage: Storage, owner: string): Promise<readonly VectorRecord[]> {
  const records = await storage.read(["vectors"], (all) =>
    all.objectStore("vectors").getAll(vectorsOfOwner(owner)),
  );
  return records.filter((record) => isSoundVectors(record) && record.isClaimed);
}

async function holds(
  claims: readonly VectorRecord[],
  articles: readonly WaitingArticle[],
  model: string,
  encode: Encode,
  random: () => number,
): Promise<boolean> {
  const placeOf = new Map(articles.map((article) => [article.id, article]));
  const claimed = claims
    .filter(({ madeBy }) => madeBy === model)
    .flatMap(({ article, vectors }) => {
      const found = placeOf.get(article);
      if (found === undefined) return [];
      const row = new VectorRow(vectors);
      return passageTexts(found.segment, found.index).flatMap((text, index) =>
        text === null ? [] : [{ text, row, index }],
      );
    });
  return agreeWithEncoder(claimed, encode, random);
}

/** A vector that came with a text. */
export interface ClaimedVector {
  readonly text: string;
  readonly row: VectorRow;
  /** The index of the text's vector in the row. */
  readonly index: number;
}

/**
 * True if a sample of the vectors equals what our own encoder makes of the texts; false if there
 * are none.
 */
export async function agreeWithEncoder(
  claimed: readonly ClaimedVector[],
  encode: Encode,
  random: () => number,
): Promise<boolean> {
  const sample = sampled(claimed, sampleTexts, random);
  if (sample.length === 0) return false;
  const made = await encode(sample.map(({ text }) => text));
  return sample.every(
    ({ row, index }, at) => row.cosine(index, new VectorRow(made[at]!), 0) >= leastCosine,
  );
}

/** Returns `count` of the values, chosen at random. */
function sampled<T>(values: readonly T[], count: number, random: () => number): readonly T[] {
  const left = [...values];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) {
    taken.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return taken;
}
