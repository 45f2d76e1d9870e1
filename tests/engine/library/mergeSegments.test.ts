import { describe, expect, it } from "vitest";
import {
  allSteps,
  createLibrary,
  mergeSegments,
  openSegment,
  withoutArticles,
  writeSegment,
} from "../../../src/engine/library/index.ts";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import { readingOf } from "./readingBuilder.ts";

const words = Array.from({ length: 3000 }, (_, i) => `word${i} of${i} many${i}`);
const large = openSegment(writeSegment([readingOf("large", words)]));
const small = openSegment(
  writeSegment([
    readingOf("talks", [{ text: "Ministers met.", speaker: "The minister", via: ["TASS"] }]),
    readingOf("harvest", ["Grain prices rose after the harvest failed."]),
  ]),
);

describe("merging segments", () => {
  it("runs in many steps, and can be stopped after any of them", () => {
    let steps = 0;
    for (const _step of mergeSegments([large, small])) steps++;
    expect(steps).toBeGreaterThan(5);
    const left = mergeSegments([large, small]);
    left.next();
    expect(left.return(new Uint8Array(0)).done).toBe(true);
    expect(large.rows.passage(1).text).toBe(words[0]);
  });

  it("keeps speakers, chains and addresses of the remaining articles, and nothing of deleted ones", () => {
    const kept = withoutArticles(small, new Set(["harvest" as ArticleId]));
    const merged = openSegment(allSteps(mergeSegments([large, kept])));
    const library = createLibrary([merged]);
    expect(library.articles.map(({ id }) => id)).toEqual(["large", "talks"]);
    const last = library.passage(library.passageEnd - 1);
    expect([last.speaker, last.via]).toEqual(["The minister", ["TASS"]]);
    const text = String.fromCharCode(...merged.views.text.slice(-2000));
    expect(text).not.toContain("Grain prices");
  });

  it("keeps where articles were taken from", () => {
    const source = { kind: "pack", name: "The shelf" } as const;
    const other = openSegment(writeSegment([readingOf("mole", ["It held."], { source })]));
    const merged = openSegment(allSteps(mergeSegments([small, other])));
    expect([0, 1, 2].map((place) => merged.rows.head(place).source)).toEqual([
      undefined,
      undefined,
      source,
    ]);
  });

  it("of nothing is an empty segment", () => {
    expect(allSteps(mergeSegments([]))).toEqual(writeSegment([]));
  });
});
