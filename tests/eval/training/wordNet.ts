import { readFileSync } from "node:fs";
import path from "node:path";

/** Senses after these are rare in news. */
const mostSenses = 3;

/**
 * Groups of words that WordNet says mean the same: the members of a synonym set for which it is
 * one of the first senses, and pairs of which one is derived from the other ("die", "death").
 * `folder` holds its database files (data.noun, index.noun, …).
 */
export function readWordNet(folder: string): readonly (readonly string[])[] {
  const groups: string[][] = [];
  const sets = new Map<string, readonly string[]>();
  const links: (readonly [from: string, word: number, to: string, toWord: number])[] = [];
  for (const part of ["noun", "verb", "adj", "adv"]) {
    const isFirst = firstSenses(path.join(folder, `index.${part}`));
    for (const line of linesOf(path.join(folder, `data.${part}`))) {
      const fields = line.split(" ");
      const key = `${fields[0]}${part[0]}`;
      const count = Number.parseInt(fields[3]!, 16);
      const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!.toLowerCase());
      sets.set(key, words);
      groups.push(words.filter((word) => isFirst(word, fields[0]!)));
      links.push(...derivationsOf(fields, 4 + 2 * count, key));
    }
  }
  for (const [from, word, to, toWord] of links) {
    const one = sets.get(from)?.[word];
    const other = sets.get(to)?.[toWord];
    if (one && other) groups.push([one, other]);
  }
  return groups.filter((group) => group.length > 1);
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("  "));
}

function firstSenses(file: string): (word: string, offset: string) => boolean {
  const first = new Map<string, readonly string[]>();
  for (const line of linesOf(file)) {
    const fields = line.trim().split(" ");
    const offsets = fields.slice(-Number(fields[2]));
    first.set(fields[0]!, offsets.slice(0, mostSenses));
  }
  return (word, offset) => first.get(word.replace(/\(.*$/, ""))?.includes(offset) ?? false;
}

/** The links "+" of a line whose pointers begin at `at`. */
function derivationsOf(fields: readonly string[], at: number, key: string) {
  const links: (readonly [string, number, string, number])[] = [];
  const count = Number(fields[at]);
  for (let i = 0; i < count; i++) {
    const [symbol, offset, part, words] = fields.slice(at + 1 + 4 * i, at + 5 + 4 * i);
    if (symbol !== "+") continue;
    const from = Number.parseInt(words!.slice(0, 2), 16) - 1;
    const to = Number.parseInt(words!.slice(2), 16) - 1;
    links.push([key, from, `${offset}${part === "s" ? "a" : part}`, to]);
  }
  return links;
}
