import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import { writeSegment } from "../../../src/engine/library/segmentWriter.ts";
import { compactVector, vectorBytes } from "../../../src/engine/meaning/compactVector.ts";
import { createMeaningIndex } from "../../../src/engine/meaning/meaningIndex.ts";
import { anArticle } from "../../corpora/articles.ts";
import { randomSource } from "../../support/randomSource.ts";
import { bytesOf, nearTo, randomValues, rowOf } from "./vectors.ts";

const sentences = Array.from(
  { length: 40 },
  (_, i) => `The ministry said on Monday that it had sent ${i + 2} doctors to the town of Marel.`,
);
const readings = [0, 1, 2].map((part) =>
  readArticle({
    ...anArticle(`a${part}`),
    body: sentences.slice(part * 10, part * 10 + 10).join(" "),
  }),
);
const library = createLibrary([openSegment(writeSegment(readings))]);
const random = randomSource(3);
const valuesOf = readings.map(({ passages }) => passages.map(() => randomValues(random)));
const bytes = valuesOf.map((values) => bytesOf(values.map(compactVector)));
const idOf = readings.map(({ article }) => article.id);

function indexOf(given: readonly (Uint8Array | null)[]) {
  return createMeaningIndex(library, (id) => given[idOf.indexOf(id)] ?? null);
}

describe("the nearest in meaning", () => {
  it("are those that a full comparison finds", () => {
    const index = indexOf(bytes);
    const all = valuesOf.flat();
    for (let query = 0; query < 20; query++) {
      const own = rowOf([compactVector(nearTo(all[query]!, 0.3, random))]);
      const found = index.nearest(own, 0, 5, () => true);
      const exact = rowOf(all.map(compactVector));
      const wanted = all
        .map((_, passage) => ({ passage, cosine: own.cosine(0, exact, passage) }))
        .sort((a, b) => b.cosine - a.cosine)
        .slice(0, 5);
      expect(found).toEqual(wanted);
      expect(found[0]!.passage).toBe(query);
    }
  });

  it("are only those that may be shown and that are encoded", () => {
    const { first, count } = library.passagesOf(1);
    const index = indexOf([null, bytes[1]!, null]);
    const own = rowOf([compactVector(valuesOf[0]![3]!)]);
    const found = index.nearest(own, 0, 99, (passage) => passage % 2 === 0);
    const wanted = Array.from({ length: count }, (_, i) => first + i).filter((p) => p % 2 === 0);
    expect(found.map(({ passage }) => passage).sort((a, b) => a - b)).toEqual(wanted);
  });

  it("are none if nothing is encoded, or if the vectors are from another reading", () => {
    const own = rowOf([compactVector(valuesOf[0]![0]!)]);
    const short = bytes[0]!.subarray(vectorBytes);
    for (const index of [indexOf([null, null, null]), indexOf([short, null, null])]) {
      expect(index.isAny).toBe(false);
      expect(index.nearest(own, 0, 5, () => true)).toEqual([]);
      expect(index.cosineWith(own, 0, 0)).toBeNull();
    }
  });
});
