import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = "assets/language";
const tables = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .sort();

/** Every list of a table with its place: arrays of words or phrases, and words between spaces. */
function listsIn(value: unknown, place: string): readonly (readonly [string, readonly string[]])[] {
  if (typeof value === "string") return [[place, value.split(" ")]];
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string"))
    return [[place, value.map((phrase) => phrase.replaceAll("’", "'"))]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => key !== "about")
    .flatMap(([key, entry]) => listsIn(entry, `${place}/${key}`));
}

describe("the table of a language", () => {
  it.each(tables)("%s has no list that names a word twice", (file) => {
    const lists = listsIn(JSON.parse(readFileSync(join(folder, file), "utf8")), file);
    const twice = lists.map(
      ([place, words]) =>
        [place, words.filter((word, at) => words.indexOf(word) !== at).join(", ")] as const,
    );
    expect(twice.filter(([, words]) => words !== "")).toEqual([]);
  });
});
