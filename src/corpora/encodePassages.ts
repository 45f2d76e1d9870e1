import { vectorBytes } from "../engine/meaning/compactVector.ts";
import type { PassageTexts } from "./passageTexts.ts";

/** Returns one vector per text, in order. */
export type Encode = (texts: readonly string[]) => Promise<readonly Uint8Array[]>;

/** The vectors of an article as far as they are encoded: those before `done`, each at its place. */
export interface PassageVectors {
  readonly done: number;
  readonly vectors: Uint8Array;
}

/** None of the passages encoded. */
export function noVectors(texts: PassageTexts): PassageVectors {
  return { done: 0, vectors: new Uint8Array(texts.length * vectorBytes) };
}

/** Encodes at most `most` of the next texts. The vectors are written where they are. */
export async function encodeNext(
  texts: PassageTexts,
  { done, vectors }: PassageVectors,
  most: number,
  encode: Encode,
): Promise<PassageVectors> {
  const places: number[] = [];
  let to = done;
  for (; to < texts.length && places.length < most; to++) {
    if (texts[to] !== null) places.push(to);
  }
  // What nothing is compared with needs no step of its own at the end.
  while (to < texts.length && texts[to] === null) to++;
  if (places.length > 0) {
    const encoded = await encode(places.map((place) => texts[place]!));
    for (const [at, place] of places.entries()) vectors.set(encoded[at]!, place * vectorBytes);
  }
  return { done: to, vectors };
}
