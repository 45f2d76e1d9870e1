import { describe, expect, it } from "vitest";
import {
  compactVector,
  dimensions,
  VectorRow,
  vectorBytes,
} from "../../../src/engine/meaning/compactVector.ts";
import { randomSource } from "../../support/randomSource.ts";
import { randomValues, rowOf } from "./vectors.ts";

describe("compact vectors", () => {
  const random = randomSource(7);
  const values = Array.from({ length: 50 }, () => randomValues(random));
  const row = rowOf(values.map(compactVector));

  it("take less than 300 bytes", () => {
    expect(compactVector(values[0]!)).toHaveLength(vectorBytes);
    expect(vectorBytes).toBeLessThanOrEqual(300);
  });

  it("have the cosine of the values, whatever their length", () => {
    for (let a = 0; a < values.length; a++) {
      const long = compactVector(values[a]!.map((value) => value * 1000));
      for (let b = 0; b < values.length; b++) {
        const exact = exactCosine(values[a]!, values[b]!);
        expect(row.cosine(a, row, b)).toBeCloseTo(exact, 2);
        expect(rowOf([long]).cosine(0, row, b)).toBeCloseTo(exact, 2);
      }
    }
  });

  it("have sketches as far apart as the angle between them", () => {
    const sketches = values.map((_, i) => sketchOf(row, i));
    const pairs = sketches.flatMap((one, a) =>
      sketches.map((other, b) => ({
        bits: differentBits(one, other),
        angle: Math.acos(Math.min(1, row.cosine(a, row, b))),
      })),
    );
    for (const { bits, angle } of pairs) {
      expect(Math.abs(bits - (dimensions * angle) / Math.PI)).toBeLessThan(48);
    }
  });

  it("are missing if all is zero, if bytes end, or if the disk changed the length", () => {
    const damaged = compactVector(values[0]!);
    new DataView(damaged.buffer).setFloat32(vectorBytes - 4, 1, true);
    const some = rowOf([compactVector(values[0]!), new Uint8Array(vectorBytes), damaged]);
    expect([0, 1, 3, 999].map((place) => some.has(place))).toEqual([true, false, false, false]);
    expect([1, 2, 3].map((place) => some.cosine(0, some, place))).toEqual([0, 0, 0]);
    expect(new VectorRow(new Uint8Array(vectorBytes - 1)).count).toBe(0);
  });
});

function exactCosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, v, i) => sum + v * y[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function sketchOf(row: VectorRow, place: number): Uint32Array {
  const sketch = new Uint32Array(8);
  row.copySketch(place, sketch, 0);
  return sketch;
}

function differentBits(a: Uint32Array, b: Uint32Array): number {
  const bits = (word: number) => word.toString(2).replaceAll("0", "").length;
  return a.reduce((sum, word, i) => sum + bits((word ^ b[i]!) >>> 0), 0);
}
