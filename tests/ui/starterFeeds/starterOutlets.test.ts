import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  readStarterOutlets,
  starterFile,
  starterLanguages,
  starterOfPage,
} from "../../../src/ui/starterFeeds/starterOutlets.ts";

const outlets = readStarterOutlets(readFileSync(`assets/${starterFile}`));

describe("the outlets to begin with", () => {
  it("are of at least eight languages, the interface's among them with several outlets each", () => {
    const counts = new Map<string, number>();
    for (const { language } of outlets) counts.set(language, (counts.get(language) ?? 0) + 1);
    expect(counts.size).toBeGreaterThanOrEqual(8);
    for (const language of readdirSync("assets/_locales")) {
      expect(counts.get(language), language).toBeGreaterThanOrEqual(5);
    }
  });

  it.each(outlets)(
    "have the form that a reader's browser can follow: $outlet, $language",
    (its) => {
      expect(Object.keys(its).toSorted()).toEqual(
        ["feed", "language", "outlet", "region", "site"].toSorted(),
      );
      expect(Intl.getCanonicalLocales(its.language)).toEqual([its.language]);
      expect(its.region).toMatch(/^[A-Z]{2}$/);
      expect(new Intl.DisplayNames("en", { type: "region" }).of(its.region)).not.toBe(its.region);
      expect(its.outlet.trim()).toBe(its.outlet);
      for (const address of [its.feed, its.site]) {
        const url = new URL(address);
        expect(url.href).toBe(address);
        expect([url.protocol, url.port, url.username, url.hash]).toEqual(["https:", "", "", ""]);
        expect(url.hostname).toMatch(/\.[a-z]{2,}$/);
      }
    },
  );

  it("are listed once each, those of a language together", () => {
    expect(new Set(outlets.map(({ feed }) => feed)).size).toBe(outlets.length);
    const languages = outlets.map(({ language }) => language);
    const changes = languages.filter((language, at) => language !== languages[at - 1]);
    expect(changes.length).toBe(new Set(languages).size);
  });

  it("come in the languages that the reader's browser asks for first", () => {
    const [first, second, third] = starterLanguages(outlets, ["tr-TR", "xx", "AR"]);
    expect([first, second, third]).toEqual(["tr", "ar", "en"]);
    expect(new Set(starterLanguages(outlets, ["tr"])).size).toBe(
      starterLanguages(outlets, []).length,
    );
  });

  it("tell whose page it is by its host", () => {
    expect(starterOfPage(outlets, "lemonde.fr")?.outlet).toBe("Le Monde");
    expect(starterOfPage(outlets, "www.tass.ru")?.feed).toBe("https://tass.ru/rss/v2.xml");
    expect(starterOfPage(outlets, "evil-lemonde.fr")).toBeNull();
  });
});
