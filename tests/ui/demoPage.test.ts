// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface MarkedPassage {
  readonly id: string;
  readonly text: string;
  readonly quote?: string;
  readonly relation: string;
  readonly references: readonly { readonly outlet: string; readonly passage: string }[];
}

interface Expectations {
  readonly marked: readonly MarkedPassage[];
  readonly unmarked: readonly { readonly where: string; readonly text: string }[];
}

const folder = join(import.meta.dirname, "../../assets/demo");

function read(file: string): Document {
  return new DOMParser().parseFromString(readFileSync(join(folder, file), "utf8"), "text/html");
}

/** A page, what it was written to show, and how it says that it was written for it. */
const pages = [
  {
    ...{ file: "index.html", expectations: "expected.json", language: "en" },
    notice: "Written for this demonstration",
    relations: ["verbatim", "near-verbatim", "reworded", "differs", "contradicts"],
    sources: ["data:,", "demo.css", "map.svg"],
  },
  {
    ...{ file: "de.html", expectations: "expected.de.json", language: "de" },
    notice: "Für die Vorführung",
    relations: ["reworded", "differs"],
    sources: ["data:,", "demo.css"],
  },
];

/** The text of an element as a reader sees it. */
function visibleText(element: Element | null): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

describe.each(pages)("the demonstration page $file", (its) => {
  const page = read(its.file);
  const paragraphs = [...page.querySelectorAll(".story > p")].map(visibleText);
  const expected = JSON.parse(readFileSync(join(folder, its.expectations), "utf8")) as Expectations;

  it.each(expected.marked)("prints the passage meant to be marked: $id", ({ text, quote }) => {
    expect(paragraphs.filter((paragraph) => paragraph.includes(text))).toHaveLength(1);
    expect(text).toContain(quote ?? "");
  });

  it.each(expected.unmarked)("prints in the $where what must stay unmarked: $text", (entry) => {
    const region = {
      notice: ".notice",
      caption: "figcaption",
      body: ".story",
      newsletter: ".newsletter",
      related: ".related",
      comment: ".comments",
    }[entry.where];
    expect(visibleText(page.querySelector(region ?? ""))).toContain(entry.text);
  });

  it("has passages of every relation that it can have, and references to all five outlets", () => {
    expect(new Set(expected.marked.map((passage) => passage.relation))).toEqual(
      new Set(its.relations),
    );
    const outlets = expected.marked.flatMap((passage) => passage.references.map((r) => r.outlet));
    expect(new Set(outlets).size).toBe(5);
  });

  it("says that it was written for the demonstration, above the article and below it", () => {
    for (const place of [".notice", ".colophon"]) {
      expect(visibleText(page.querySelector(place))).toContain(its.notice);
    }
  });

  it("asks for nothing outside its own folder", () => {
    const sources = [...page.querySelectorAll("[src], link[href], [srcset]")].map(
      (element) => element.getAttribute("src") ?? element.getAttribute("href"),
    );
    expect(sources.toSorted()).toEqual(its.sources);
    for (const file of ["demo.css", "map.svg"]) {
      expect(readFileSync(join(folder, file), "utf8")).not.toMatch(/url\(|@import|href=/);
    }
  });

  it("carries the metadata of a news article", () => {
    const data = JSON.parse(
      page.querySelector('script[type="application/ld+json"]')?.textContent ?? "",
    );
    expect(data["@type"]).toBe("NewsArticle");
    expect(data.headline).toBe(visibleText(page.querySelector("h1")));
    expect(page.querySelector('meta[property="og:type"]')?.getAttribute("content")).toBe("article");
    expect([page.documentElement.lang, data.inLanguage]).toEqual([its.language, its.language]);
  });

  it("leads to the one in the other language", () => {
    const other = its.language === "en" ? "de" : "en";
    const link = page.querySelector<HTMLAnchorElement>(".notice a");
    expect([link?.lang, link?.hreflang]).toEqual([other, other]);
    expect(link?.getAttribute("href")).toBe(other === "en" ? "./" : "de.html");
  });
});
