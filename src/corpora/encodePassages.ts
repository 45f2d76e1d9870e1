import { vectorBytes } from "../engine/meaning/compactVector.ts";
import type { PassageTexts } from "./passageTexts.ts";

/** Returns one vector per text, in order. */
export type Encode = (texts: readonly string[]) => Promise<readonly Uint8Array[]>;

/**
 * The vectors of an article's passages, in order; those from index `done` on are not encoded yet.
 */
export interface PassageVectors {
  readonly done: number;
  readonly vectors: Uint8Array;
}

/** None of the passages encoded. */
export function noVectors(texts: PassageTexts): PassageVectors {
  return { done: 0, vectors: new Uint8Array(texts.length * vectorBytes) };
}

/** Encodes at most `most` of the next texts. The vectors are written into the given array. */
export async function encodeNext(
  texts: PassageTexts,
  { done, vectors }: PassageVectors,
  most: number,
  encode: Encode,
): Promise<PassageVectors> {
  const indices: number[] = [];
  let to = done;
  for (; to < texts.length && indices.length < most; to++) {
    if (texts[to] !== null) indices.push(to);
  }
  // Passages without a text at the end need no step of their own.
  while (to < texts.length && texts[to] === null) to++;
  if (indices.length > 0) {
    const encoded = await encode(indices.map((place) => texts[place]!));
    for (const [at, place] of indices.entries()) vectors.set(encoded[at]!, place * vectorBytes);
  }
  return { done: to, vectors };
}
