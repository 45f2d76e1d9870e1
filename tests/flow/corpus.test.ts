import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/engine/model/index.ts";
import { articleFromText } from "../../src/ingest/articleFromText.ts";
import { type KnownFile, readArticlesJson } from "../../src/ingest/articlesJson.ts";

const documents = path.resolve("tests/fixtures/documents");
const read = (file: string) => readFileSync(path.join(documents, file), "utf8");
const known = readArticlesJson(read("articles.json"));
const shipped: readonly Article[] = JSON.parse(readFileSync("assets/corpus/articles.json", "utf8"));

interface GoldSentence {
  readonly seed: string;
  readonly kind: "title" | "body";
  readonly text: string;
}
const gold: readonly GoldSentence[] = read("sentences.jsonl")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** Letters, digits and signs that carry meaning: no white space, no punctuation. */
const characters = (text: string) => text.replace(/[\s\p{P}]+/gu, "");

function goldBody({ file }: KnownFile): string {
  const own = gold.filter(({ seed, kind }) => kind === "body" && file.startsWith(seed));
  return characters(own.map(({ text }) => text).join(""));
}

describe.each(known)("the document $file", (entry) => {
  const article = articleFromText(read(entry.file), entry.known);

  test("has exactly the outlet's own text as its body", () => {
    expect(characters(article.body)).toBe(goldBody(entry));
  });

  test("has the same body when its title is not known", () => {
    const { title: _, ...others } = entry.known;
    expect(articleFromText(read(entry.file), others).body).toBe(article.body);
  });

  test("is shipped as it is read now (npm run corpus)", () => {
    expect(shipped.find(({ id }) => id === article.id)).toEqual(article);
  });
});

test("as many articles are shipped as there are documents, each under its own id", () => {
  expect(new Set(shipped.map(({ id }) => id)).size).toBe(known.length);
  expect(shipped).toHaveLength(known.length);
});

test("every date says how precise it is and whether it was printed", () => {
  expect(shipped.map(({ published }) => published)).toEqual([
    { value: "2016-07-18T22:55:08", precision: "second", basis: "stated" },
    { value: "2018-12-29", precision: "day", basis: "inferred" },
    { value: "2016-07-16", precision: "day", basis: "stated" },
    { value: "2017-02-06", precision: "day", basis: "inferred" },
    { value: "2018-12-31", precision: "day", basis: "stated" },
  ]);
});

test("the notice names each outlet and says that the texts are not under our licence", () => {
  const notice = readFileSync("assets/corpus/NOTICE", "utf8");
  for (const { outlet, title } of shipped) {
    expect(notice).toContain(outlet.name);
    expect(notice).toContain(title);
  }
  expect(notice).toContain("not under its licence");
});
