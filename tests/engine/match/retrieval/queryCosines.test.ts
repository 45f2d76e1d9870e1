import { describe, expect, it } from "vitest";
import { QueryCosines } from "../../../../src/engine/match/retrieval/queryCosines.ts";
import {
  compactVector,
  dimensions,
  vectorBytes,
} from "../../../../src/engine/meaning/compactVector.ts";
import { bytesOf } from "../../meaning/vectors.ts";

/** A vector whose cosine with the query is about the given one. */
function vectorWith(cosine: number): Uint8Array {
  const values = new Float32Array(dimensions);
  values[0] = cosine;
  values[1] = Math.sqrt(1 - cosine ** 2);
  return compactVector(values);
}

const query = vectorWith(1);
const notEncoded = new Uint8Array(vectorBytes);

function nearest(vectors: readonly Uint8Array[], { areAll = true, own = query } = {}) {
  return new QueryCosines({ row: bytesOf(vectors), areAll }, own).nearest();
}

describe("the passages nearest to a query", () => {
  it("come in the order of their cosines; of equals, the first comes first", () => {
    expect(nearest([0.5, 0.9, 0.7, 0.9, 0.6].map(vectorWith))).toEqual([1, 3, 2, 4, 0]);
  });

  it("are sixteen at most: the nearest, wherever they stand", () => {
    const rising = Array.from({ length: 20 }, (_, at) => vectorWith(0.4 + at / 100));
    const all = Array.from({ length: 20 }, (_, at) => at);
    expect(nearest(rising)).toEqual(all.slice(4).reverse());
    expect(nearest(rising.toReversed())).toEqual(all.slice(0, 16));
  });

  it("are none that are far from it or not encoded", () => {
    expect(nearest([vectorWith(0.2), notEncoded, vectorWith(0.4), vectorWith(-1)])).toEqual([2]);
  });

  it("are not sought while vectors are missing, nor for a query without a vector", () => {
    const vectors = [vectorWith(0.9)];
    expect(nearest(vectors, { areAll: false })).toEqual([]);
    expect(nearest(vectors, { own: notEncoded })).toEqual([]);
  });
});

it("a passage that is not encoded has nothing of a query", () => {
  const cosines = new QueryCosines(
    { row: bytesOf([notEncoded, vectorWith(0.5)]), areAll: false },
    query,
  );
  expect(cosines.cosine(0)).toBe(0);
  expect(cosines.cosine(1)).toBeCloseTo(0.5, 2);
});
