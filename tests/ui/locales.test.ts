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
  ...found(sources, /(?:label|meaning)Key: "(\w+)"/g),
  ...found(manifest, /__MSG_(\w+)__/g),
];
const counted = found(sources, /\bplural\(\s*[\w.]+,\s*"(\w+)"/g);

/** "matches" for "matches_one" and "matches_other". */
function withoutPlural(key: string): string {
  return key.replace(/_(one|two|few|many|other)$/, "");
}

/** Names, and words that some languages share with English. */
const sameInManyLanguages = [
  "extensionName",
  "textDirection",
  "cardAnnouncement",
  "toldOf",
  "exportMarkdown",
  "exportJsonLd",
  "readOriginal",
  "readOriginalOf",
  "viewPassages",
  "viewSources",
  "passageCount_other",
  "columnDate",
  "columnPassages",
  "columnPassage",
  "differenceDate",
  "sitesTitle",
  "articleCount_other",
  "articleCountAlone_other",
  "storyNamed",
  "keptVersionCount_other",
  "importNote",
  "columnDetail",
  "partArticle",
  "partVersion",
];

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

  it.each(languages)("say why something was refused in %s", (language) => {
    const reasons = found(sources, /"(refused[A-Z]\w+)"/g);
    expect(reasons.length).toBeGreaterThan(50);
    const theirs = readMessages(language);
    expect(reasons.filter((key) => !Object.hasOwn(theirs, key))).toEqual([]);
  });

  it.each(languages)("have a form for every count in %s", (language) => {
    const theirs = readMessages(language);
    const rules = new Intl.PluralRules(language);
    const categories = new Set(Array.from({ length: 200 }, (_, at) => rules.select(at + 1)));
    const phrases = new Set(keys.filter((key) => key.endsWith("_other")).map(withoutPlural));
    const forms = [...phrases].flatMap((key) => [...categories].map((form) => `${key}_${form}`));
    expect(forms.filter((key) => !Object.hasOwn(theirs, key))).toEqual([]);
  });

  it.each(languages)("have the same placeholders in %s", (language) => {
    const rules = new Intl.PluralRules(language);
    const namesIn = ({ message }: Message) =>
      found(message, /\$(\w+)\$/g)
        .toSorted()
        .join();
    const differing = Object.entries(readMessages(language)).filter(([key, theirs]) => {
      const english = messages[`${withoutPlural(key)}_other`] ?? messages[key];
      if (english === undefined) return true;
      const used = namesIn(theirs);
      const filled = Object.keys(theirs.placeholders ?? {});
      const isFilled = found(theirs.message, /\$(\w+)\$/g).every((name) =>
        filled.includes(name.toLowerCase()),
      );
      // A form for one single count may say it in words; Russian "one" is also 21.
      const form = /_(\w+)$/.exec(key)?.[1];
      const counts = Array.from({ length: 200 }, (_, at) => rules.select(at + 1));
      const isOneCount = counts.filter((its) => its === form).length === 1;
      const withoutCount = namesIn(english)
        .split(",")
        .filter((name) => name !== "COUNT")
        .join();
      return !isFilled || !(used === namesIn(english) || (isOneCount && used === withoutCount));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each(languages)(
    "put placeholders into the places that English gives them, in %s",
    (language) => {
      const misplaced = Object.entries(readMessages(language)).filter(([key, theirs]) => {
        const english = messages[`${withoutPlural(key)}_other`] ?? messages[key];
        return Object.entries(theirs.placeholders ?? {}).some(
          ([name, { content }]) => english?.placeholders?.[name]?.content !== content,
        );
      });
      expect(misplaced.map(([key]) => key)).toEqual([]);
    },
  );

  it.each(languages)("name their language and its direction, in %s", (language) => {
    const { languageTag, textDirection } = readMessages(language);
    expect(languageTag?.message).toBe(language);
    expect(textDirection?.message).toBe(language === "ar" ? "rtl" : "ltr");
  });

  it.each(languages)("are translated in %s", (language) => {
    if (language === "en") return;
    const same = Object.entries(readMessages(language)).filter(
      ([key, { message }]) =>
        message === messages[key]?.message && !sameInManyLanguages.includes(key),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it.each(languages)("keep the description within what the stores take, in %s", (language) => {
    const { extensionDescription } = readMessages(language);
    expect(extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});
