import { describe, expect, it } from "vitest";
import { formOf } from "../../../src/engine/text/wordForm.ts";
import { rememberByForm, rememberForms } from "../../../src/engine/text/wordForms.ts";

/** More words than are kept. */
const manyWords = Array.from({ length: 50_000 }, (_, number) => `W${number.toString(36)}`);

describe("remembered word forms", () => {
  it("are computed once for a repeated word, and shared by its spellings", () => {
    const asked: string[] = [];
    const formAt = rememberForms((word) => {
      asked.push(word);
      return word.toLowerCase();
    });
    const text = "the The the The";
    const [small, capital, again] = [formAt(text, 0, 3), formAt(text, 4, 7), formAt(text, 8, 11)];
    expect(again).toBe(small);
    expect(capital).toBe(small);
    expect(asked).toEqual(["the", "The"]);
  });

  it("are right for every word although more words come than are kept", () => {
    const formAt = rememberForms((word) => word.toLowerCase());
    const folded = () => manyWords.map((word) => formAt(word, 0, word.length).folded);
    const expected = manyWords.map((word) => word.toLowerCase());
    expect(folded()).toEqual(expected);
    expect(folded()).toEqual(expected);
  });

  it("distinguish two words that differ in one letter, however long they are", () => {
    const formAt = rememberForms((word) => word);
    const text = "counterintelligences counterintelligencer";
    expect(formAt(text, 0, 20).folded).toBe("counterintelligences");
    expect(formAt(text, 21, 41).folded).toBe("counterintelligencer");
    expect(formAt(text, 0, 20)).toBe(formAt(text, 0, 20));
  });

  it("of overlong words are not kept", () => {
    let asked = 0;
    const formAt = rememberForms((word) => {
      asked++;
      return word;
    });
    const word = "a".repeat(40);
    formAt(word, 0, 40);
    formAt(word, 0, 40);
    expect(asked).toBe(2);
  });
});

describe("what is remembered by form", () => {
  it("is computed once", () => {
    let asked = 0;
    const lengthOf = rememberByForm(({ folded }) => {
      asked++;
      return folded.length;
    });
    const form = formOf("grain");
    expect([lengthOf(form), lengthOf(form), asked]).toEqual([5, 5, 1]);
  });

  it("is right for every form although more come than are kept", () => {
    const lengthOf = rememberByForm(({ folded }) => folded.length);
    const forms = manyWords.map(formOf);
    const expected = manyWords.map(({ length }) => length);
    expect(forms.map(lengthOf)).toEqual(expected);
    expect(forms.map(lengthOf)).toEqual(expected);
  });
});
