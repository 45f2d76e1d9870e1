import { describe, expect, it } from "vitest";
import type { Encoding } from "../../../src/background/meaning/encoding.ts";
import {
  createPageVectors,
  reusingPageVectors,
} from "../../../src/background/meaning/pageVectors.ts";

const vectorOf = (text: string) => new Uint8Array([text.length]);

function encodingOf(version: string) {
  const asked: (readonly string[])[] = [];
  const encoding: Encoding = {
    version: async () => version,
    async encode(texts) {
      asked.push(texts);
      return texts.map(vectorOf);
    },
    problem: async () => null,
  };
  return { asked, encoding };
}

describe("an encoding that reuses what open pages had encoded", () => {
  const ofPage = new Map([
    ["The ferry sank.", new Uint8Array([1])],
    ["Nobody was hurt.", new Uint8Array([2])],
  ]);

  it("encodes only what stands on no page, in the order of the texts", async () => {
    const { asked, encoding } = encodingOf("model 1");
    const pages = createPageVectors();
    pages.keep("tab", "model 1", ofPage);
    const texts = ["New.", "The ferry sank.", "Newer.", "Nobody was hurt."];
    const vectors = await reusingPageVectors(encoding, pages).encode(texts, "idle");
    expect(vectors.map(([first]) => first)).toEqual([4, 1, 6, 2]);
    expect(asked).toEqual([["New.", "Newer."]]);
  });

  it("asks for nothing if all of it stands on pages", async () => {
    const { asked, encoding } = encodingOf("model 1");
    const pages = createPageVectors();
    pages.keep("tab", "model 1", ofPage);
    expect(await reusingPageVectors(encoding, pages).encode([...ofPage.keys()], "idle")).toEqual([
      ...ofPage.values(),
    ]);
    expect(asked).toEqual([]);
  });

  it("does not use the vectors of another version of the model", async () => {
    const { asked, encoding } = encodingOf("model 2");
    const pages = createPageVectors();
    pages.keep("tab", "model 1", ofPage);
    await reusingPageVectors(encoding, pages).encode(["The ferry sank."], "idle");
    expect(asked).toEqual([["The ferry sank."]]);
  });
});
