import { describe, expect, it } from "vitest";
import { pageAddress } from "../../../src/engine/library/pageAddress.ts";

describe("the address of a page", () => {
  it.each([
    ["https://www.example.org/news/1", "http://example.org/news/1/"],
    ["https://example.org/news/1?utm_source=feed&fbclid=abc", "https://example.org/news/1"],
    ["https://example.org/news/1#comments", "https://EXAMPLE.org/news/1"],
    ["https://amp.example.org/news/1", "https://example.org/amp/news/1"],
    ["https://example.org/news/1/amp/", "https://example.org/news/1"],
    ["https://m.example.org:443/a?b=2&a=1", "https://example.org/a?a=1&b=2"],
  ])("%s is %s", (a, b) => {
    expect(pageAddress(a)).toBe(pageAddress(b));
  });

  it.each([
    ["https://example.org/news/1", "https://example.org/news/2"],
    ["https://example.org/news?id=1", "https://example.org/news?id=2"],
    ["https://example.org/news/Camp", "https://example.org/news/C"],
    ["https://a.example.org/", "https://b.example.org/"],
  ])("%s is not %s", (a, b) => {
    expect(pageAddress(a)).not.toBe(pageAddress(b));
  });

  it("an empty address has none", () => {
    expect(pageAddress(" ")).toBe("");
  });
});
