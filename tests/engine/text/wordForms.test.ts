import { describe, expect, it } from "vitest";
import { rememberForms } from "../../../src/engine/text/wordForms.ts";

describe("remembered word forms", () => {
  it("are computed once for a word that comes again, and shared by its spellings", () => {
    const asked: string[] = [];
    const formAt = rememberForms((word) => {
      asked.push(word);
      return { folded: word.toLowerCase(), traits: word.length };
    });
    const text = "the The the The";
    const [small, capital, again] = [formAt(text, 0, 3), formAt(text, 4, 7), formAt(text, 8, 11)];
    expect(again).toBe(small);
    expect(capital).toBe(small);
    expect(asked).toEqual(["the", "The"]);
  });

  it("are right for every word though more words come than are kept", () => {
    const formAt = rememberForms((word) => ({ folded: word.toLowerCase(), traits: word.length }));
    for (let round = 0; round < 2; round++) {
      for (let number = 0; number < 50_000; number++) {
        const word = `W${number.toString(36)}`;
        const form = formAt(word, 0, word.length);
        if (form.folded !== word.toLowerCase()) expect(form.folded).toBe(word.toLowerCase());
      }
    }
  });

  it("of long words are not kept, so that no text is held on to", () => {
    let asked = 0;
    const formAt = rememberForms((word) => {
      asked++;
      return { folded: word, traits: 0 };
    });
    const word = "a".repeat(40);
    formAt(word, 0, 40);
    formAt(word, 0, 40);
    expect(asked).toBe(2);
  });
});
