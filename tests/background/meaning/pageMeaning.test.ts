import { beforeEach, describe, expect, it } from "vitest";
import type {
  FoundOnPage,
  LibraryService,
  Matching,
} from "../../../src/background/libraryService.ts";
import {
  createPageMeaning,
  type MeaningTools,
  type PageMeaning,
} from "../../../src/background/meaning/pageMeaning.ts";
import { createPageVectors } from "../../../src/background/meaning/pageVectors.ts";
import type { PageText } from "../../../src/messages/protocol.ts";
import { readingOf } from "../../engine/library/readingBuilder.ts";
import { match, report } from "../../ui/support/reportBuilder.ts";

const page: PageText = {
  ...{ url: null, title: "", body: "", outlet: null, published: null, language: "en" },
  scope: "article",
};

/** A library that matches what is encoded; a vector is the passage's number. */
class World {
  sentences: readonly string[] = [];
  isOn = true;
  version = "1";
  encoded: string[][] = [];
  matched = 0;
  failure: Error | null = null;

  readonly library = {
    read: async () => readingOf("page", this.sentences),
    match: async (_: PageText, matching?: Matching): Promise<FoundOnPage> => {
      const all =
        (await matching?.(readingOf("page", this.sentences), null as never)) ?? report([]);
      return { all, publicOnly: report([]), passages: [] };
    },
  } as unknown as LibraryService;

  readonly tools: MeaningTools = {
    isOn: async () => this.isOn,
    version: async () => this.version,
    encode: async (texts) => {
      if (this.failure !== null) throw this.failure;
      this.encoded.push([...texts]);
      return texts.map((text) => new TextEncoder().encode(`${this.version} ${text}`));
    },
    match: async ({ passages }, _, vectors) => {
      this.matched++;
      expect(vectors).toHaveLength(passages.length);
      const known = passages.filter((passage, at) => {
        const vector = vectors[at];
        if (vector)
          expect(new TextDecoder().decode(vector)).toBe(`${this.version} ${passage.text}`);
        return vector != null;
      });
      return report(known.map(({ text, in: part }) => match({ exact: text, in: part })));
    },
  };
}

let world: World;
let meaning: PageMeaning;

const sentence = (at: number) => `Sentence number ${at} stands here.`;
const sentences = (count: number) => Array.from({ length: count }, (_, at) => sentence(at));
const exacts = (found: FoundOnPage | null | undefined) =>
  found?.all.matches.map(({ exact }) => exact) ?? null;

/** Asks as a page does, until all is done. */
async function wholePage(from = 0): Promise<readonly (readonly [number, boolean])[]> {
  const steps: [number, boolean][] = [];
  let answered = 0;
  for (;;) {
    const step = await meaning.step({ page, from, answered }, "tab");
    if (step === null) return steps;
    steps.push([step.done, step.found !== null]);
    if (step.found !== null) answered = step.done;
    if (step.done === step.of) return steps;
  }
}

beforeEach(() => {
  world = new World();
  meaning = createPageMeaning(world.library, world.tools, createPageVectors());
  world.sentences = sentences(20);
});

describe("a page compared by meaning", () => {
  it("is encoded a few passages at a time, and matched with what is known by then", async () => {
    const first = await meaning.step({ page, from: 0, answered: 0 }, "tab");
    expect([first?.done, first?.of]).toEqual([8, 21]);
    expect(exacts(first?.found)).toEqual(["Title of page", ...sentences(7)]);
    await meaning.step({ page, from: 0, answered: 8 }, "tab");
    const last = await meaning.step({ page, from: 0, answered: 16 }, "tab");
    expect([last?.done, last?.of]).toEqual([21, 21]);
    expect(exacts(last?.found)).toHaveLength(21);
    expect(world.encoded.flat()).toHaveLength(21);
  });

  it("begins with what is visible, and ends with what stands before it", async () => {
    const from = world.sentences.slice(0, 10).join("\n\n").length + 2;
    await wholePage(from);
    expect(world.encoded[0]?.[0]).toBe(sentence(10));
    expect(world.encoded[1]?.slice(2, 4)).toEqual(["Title of page", sentence(0)]);
    expect(world.encoded.at(-1)?.at(-1)).toBe(sentence(9));
  });

  it("goes on from what is visible by then", async () => {
    await meaning.step({ page, from: 0, answered: 0 }, "tab");
    const from = world.sentences.slice(0, 15).join("\n\n").length + 2;
    await meaning.step({ page, from, answered: 8 }, "tab");
    expect(world.encoded[1]?.slice(0, 5)).toEqual([15, 16, 17, 18, 19].map(sentence));
  });

  it("is matched seldom where it is long, and in the end with everything", async () => {
    world.sentences = sentences(399);
    const steps = await wholePage();
    expect(steps).toHaveLength(50);
    expect(world.matched).toBeLessThan(20);
    expect(steps.slice(0, 4).every(([, isMatched]) => isMatched)).toBe(true);
    expect(steps.at(-1)).toEqual([400, true]);
  });

  it("is compared by meaning up to a bound, however long it is", async () => {
    world.sentences = sentences(1_100);
    expect((await wholePage()).at(-1)).toEqual([1_000, true]);
    expect(world.encoded.flat()).toHaveLength(1_000);
    await meaning.step({ page, from: 0, answered: 0 }, "tab");
    expect(world.encoded.flat()).toHaveLength(1_000);
  });

  it("has a passage that stands there twice encoded once", async () => {
    world.sentences = [sentence(0), sentence(1), sentence(0)];
    const step = await meaning.step({ page, from: 0, answered: 0 }, "tab");
    expect(world.encoded.flat()).toEqual(["Title of page", sentence(0), sentence(1)]);
    expect(exacts(step?.found)).toHaveLength(4);
  });

  it("has nothing encoded twice when it is asked again, and only what is new when it grows", async () => {
    await wholePage();
    world.encoded = [];
    const again = await meaning.step({ page, from: 0, answered: 0 }, "tab");
    expect([again?.done, exacts(again?.found)?.length, world.encoded]).toEqual([21, 21, []]);
    world.sentences = ["A new one stands first.", ...sentences(20)];
    expect(await wholePage()).toEqual([[22, true]]);
    expect(world.encoded).toEqual([["A new one stands first."]]);
  });

  it("does not learn what another document had encoded", async () => {
    await wholePage();
    world.encoded = [];
    await meaning.step({ page, from: 0, answered: 0 }, "another tab");
    expect(world.encoded.flat()).toHaveLength(8);
  });

  it("is forgotten when many others have been read since", async () => {
    await wholePage();
    for (let other = 0; other < 8; other++) {
      await meaning.step({ page, from: 0, answered: 0 }, `other ${other}`);
    }
    world.encoded = [];
    await meaning.step({ page, from: 0, answered: 0 }, "tab");
    expect(world.encoded.flat()).toHaveLength(8);
  });

  it("is encoded anew by another version of the model", async () => {
    await wholePage();
    world.version = "2";
    const step = await meaning.step({ page, from: 0, answered: 0 }, "tab");
    expect(step?.done).toBe(8);
  });

  it("is not compared where that is switched off", async () => {
    world.isOn = false;
    expect(await meaning.step({ page, from: 0, answered: 0 }, "tab")).toBeNull();
    expect(world.encoded).toEqual([]);
  });

  it("rejects where the encoder fails, and goes on where it left off once it works", async () => {
    await meaning.step({ page, from: 0, answered: 0 }, "tab");
    world.failure = new Error("no memory");
    await expect(meaning.step({ page, from: 0, answered: 8 }, "tab")).rejects.toThrow("no memory");
    world.failure = null;
    expect((await meaning.step({ page, from: 0, answered: 8 }, "tab"))?.done).toBe(16);
  });
});
