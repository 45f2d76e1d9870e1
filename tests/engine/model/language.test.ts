import { describe, expect, it } from "vitest";
import {
  directionOf,
  isOtherLanguage,
  languageName,
  primaryLanguage,
} from "../../../src/engine/model/index.ts";

describe("a language tag", () => {
  it.each([
    ["de", "de"],
    ["de-AT", "de"],
    ["en_US", "en"],
    [" EN ", "en"],
    ["zh-Hant-TW", "zh"],
    ["", null],
    ["x", null],
    ["deutsch und so", null],
  ])("%j is of the language %j", (tag, language) => {
    expect(primaryLanguage(tag)).toBe(language);
  });

  it.each([
    ["de", "en", true],
    ["en-GB", "en_US", false],
    [null, "de", false],
    ["de", null, false],
    ["?", "de", false],
  ])("%j and %j are two languages: %j", (a, b, isOther) => {
    expect(isOtherLanguage(a, b)).toBe(isOther);
  });

  it.each([
    ["de", "ltr"],
    ["ar", "rtl"],
    ["he-IL", "rtl"],
    ["ku-Arab", "rtl"],
    ["ur", "rtl"],
    ["az", "ltr"],
    ["no tag", null],
  ])("%j is written %j", (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });

  it("has a name in the reader's language, or stands for itself", () => {
    expect(languageName("de-AT", "en")).toBe("German");
    expect(languageName("ru", "de")).toBe("Russisch");
    expect(languageName("?", "en")).toBe("?");
  });
});
