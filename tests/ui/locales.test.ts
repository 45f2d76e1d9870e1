import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Message, readMessages } from "./support/englishWording.ts";

const root = join(import.meta.dirname, "../..");
const messages = readMessages("en");
const keys = Object.keys(messages);
const languages = readdirSync(join(root, "assets/_locales"));

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, "src", file), "utf8"))
  .join("\n");
const manifest = readFileSync(join(root, "manifest.json"), "utf8");

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((groups) => groups[1] ?? "");
}

/** Keys that are looked up by name; those of tables are caught by the second test. */
const lookedUp = [
  ...found(sources, /\bt\(\s*"(\w+)"/g),
  ...found(sources, /labelKey: "(\w+)"/g),
  ...found(manifest, /__MSG_(\w+)__/g),
];
const counted = found(sources, /\bplural\(\s*[\w.]+,\s*"(\w+)"/g);

/** "matches" for "matches_one" and "matches_other". */
function withoutPlural(key: string): string {
  return key.replace(/_(one|two|few|many|other)$/, "");
}

describe("the words of the interface", () => {
  it("miss no message that is looked up", () => {
    expect(lookedUp.length).toBeGreaterThan(20);
    expect(lookedUp.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("have every counted phrase in singular and plural", () => {
    expect(counted.length).toBeGreaterThan(3);
    const forms = counted.flatMap((key) => [`${key}_one`, `${key}_other`]);
    expect(forms.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("have no message that nothing uses", () => {
    const isUsed = (name: string) =>
      sources.includes(`"${name}"`) || manifest.includes(`__MSG_${name}__`);
    expect(keys.filter((key) => !isUsed(withoutPlural(key)))).toEqual([]);
  });

  it("are described to translators, with an example for each placeholder", () => {
    const isDescribed = ({ message, description, placeholders = {} }: Message) =>
      description.length > 10 &&
      found(message, /\$(\w+)\$/g).every((name) => {
        const { content = "", example = "" } = placeholders[name.toLowerCase()] ?? {};
        return /^\$\d$/.test(content) && example !== "";
      });
    expect(keys.filter((key) => !isDescribed(messages[key]!))).toEqual([]);
  });

  it.each(languages)("are the same messages in %s", (language) => {
    const names = (all: readonly string[]) => [...new Set(all.map(withoutPlural))].toSorted();
    expect(names(Object.keys(readMessages(language)))).toEqual(names(keys));
  });

  it("keep the description within what the browsers' stores take", () => {
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});
