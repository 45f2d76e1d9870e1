import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Everything that makes markup or code of a text. */
const makesMarkup =
  /\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|dangerouslySetInnerHTML|\beval\(|new Function\(/;

/** Where a text becomes a document, of its own. */
const parsesMarkup = /parseFromString|parseHTMLUnsafe/;

describe("text of others", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(`src/${file}`, "utf8") }));
  const filesWith = (pattern: RegExp) =>
    sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

  it("never becomes markup or code", () => {
    expect(filesWith(makesMarkup)).toEqual([]);
  });

  it("is parsed into a document in one place, never into one of ours", () => {
    expect(filesWith(parsesMarkup)).toEqual(["offscreen/main.ts"]);
  });
});
