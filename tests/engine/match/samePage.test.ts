import { describe, expect, it } from "vitest";
import {
  isSameOutlet,
  isSamePage,
  isSamePublication,
  shareOfCopy,
} from "../../../src/engine/match/samePage.ts";
import type { Article, ArticleId, Outlet } from "../../../src/engine/model/index.ts";
import { plainArticle } from "../../support/plainArticle.ts";

function article(id: string, known: Partial<Article> = {}): Article {
  return { ...plainArticle(id, "Ferry runs aground", "", "2020-07-01"), ...known };
}

const of = (name: string, domain: string | null = null) => ({ outlet: { name, domain } });

describe("a near-identical article", () => {
  it.each<[string, Partial<Article>, Partial<Article>, boolean]>([
    ["of the same outlet, by name", of("The Herald"), of("the herald!"), true],
    ["of the same outlet, by domain", of("", "a.test"), of("Herald", "a.test"), true],
    ["of another outlet under the same title", of("Herald"), of("Courier"), false],
    ["of another domain under the same title", of("", "a.test"), of("", "b.test"), false],
    ["under the same title, where the page's outlet is unknown", of(""), of("Courier"), true],
    [
      "under another title, where the page's outlet is unknown",
      of(""),
      { ...of("Courier"), title: "Ferry towed" },
      false,
    ],
  ])("%s is the page itself: %#", (_name, page, other, isPage) => {
    expect(isSamePublication(article("page", page), article("corpus", other))).toBe(isPage);
  });

  it("with the page's own id is the page, whatever else differs", () => {
    const moved = article("page", { ...of("Courier"), title: "Ferry towed" });
    expect(isSamePublication(article("page", of("Herald")), moved)).toBe(true);
  });

  it("of nearly the same address is the page where the whole address or the title is the same", () => {
    const at = (url: string, title: string) => article(url, { urls: [url], title });
    const page = at("https://a.test/news?id=1&s=2", "Ferry runs aground");
    expect(isSamePage(page, at("http://www.a.test/news?s=2&id=1", "Ferry towed"))).toBe(true);
    expect(isSamePage(page, at("https://a.test/news?id=1&s=3", "Ferry runs aground!"))).toBe(true);
    expect(isSamePage(page, at("https://a.test/news?id=1&s=3", "Ferry towed"))).toBe(false);
  });
});

it.each<[Outlet, Outlet, boolean]>([
  [{ name: "", domain: null }, { name: "", domain: null }, false],
  [{ name: "Herald", domain: null }, { name: "HERALD", domain: "a.test" }, true],
  [{ name: "Herald", domain: "a.test" }, { name: "Courier", domain: "a.test" }, true],
  [{ name: "Herald", domain: "a.test" }, { name: "Courier", domain: "b.test" }, false],
])("%j and %j are one outlet: %s", (one, other, isOne) => {
  const its = { ...article("corpus"), id: "other" as ArticleId, outlet: other };
  expect(isSameOutlet({ outlet: one }, its)).toBe(isOne);
});

describe("the share of a copy", () => {
  it.each<[string, readonly number[], number, number | null]>([
    ["six in ten passages are enough", [1, 2, 3, 4, 5, 6], 10, 0.6],
    ["fewer are not", [1, 2, 3, 4, 5, 6], 11, null],
    ["three are enough", [4, 5, 6], 4, 0.75],
    ["two of three only quote", [4, 5], 3, null],
    ["four in five in order are enough", [1, 2, 9, 3, 4], 5, 1],
    ["three in five are not", [1, 9, 2, 8, 3], 5, null],
    ["a passage that is printed twice there keeps the order", [1, 2, 2, 2, 3], 5, 1],
    ["none of a page without passages", [], 0, null],
  ])("%s", (_name, ordinals, passageCount, share) => {
    expect(shareOfCopy(ordinals, passageCount)).toBe(share);
  });
});
