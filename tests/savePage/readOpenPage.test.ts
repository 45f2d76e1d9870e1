import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readOpenPage } from "../../src/savePage/readOpenPage.ts";

const paragraphs = [
  "The harbour council voted on Tuesday to reopen the old lighthouse to visitors after a repair that took eleven months.",
  "“We have kept the lamp as it was,” the council's chair told residents at a meeting in the fish hall.",
];

function open(body: string): Window {
  const head = `<title>Lighthouse reopens</title><meta property="og:site_name" content="Coast Courier">`;
  const html = `<html lang="en"><head>${head}</head><body>${body}</body></html>`;
  const { window } = new JSDOM(html, { url: "https://coast.example/news/1?utm_source=x" });
  return window as unknown as Window;
}

const article = `<nav><a href="/">Home</a></nav><article><h1>Lighthouse reopens</h1>${paragraphs
  .map((text) => `<p>${text}</p>`)
  .join("\n")}</article>`;

describe("an open page", () => {
  it("is read as the article that it shows, and is not changed", () => {
    const view = open(article);
    const before = view.document.documentElement.outerHTML;
    expect(readOpenPage(view, "article")).toMatchObject({
      outlet: { name: "Coast Courier", domain: "coast.example" },
      title: "Lighthouse reopens",
      urls: ["https://coast.example/news/1?utm_source=x"],
      language: "en",
      body: paragraphs.join("\n\n"),
    });
    expect(view.document.documentElement.outerHTML).toBe(before);
  });

  it("is read as its selection, paragraph by paragraph, with the page's metadata", () => {
    const view = open(article);
    // jsdom's selections have no line breaks.
    const lines = `  lamp as it was,” the council's chair\n\n told   residents \n`;
    view.getSelection = () => ({ toString: () => lines }) as Selection;
    expect(readOpenPage(view, "selection")).toMatchObject({
      title: "Lighthouse reopens",
      body: "lamp as it was,” the council's chair\n\ntold residents",
    });
  });

  it("gives nothing if nothing is selected", () => {
    expect(readOpenPage(open(article), "selection").body).toBe("");
  });

  it("gives no body if the page is not an article", () => {
    expect(readOpenPage(open("<nav><a href='/'>Home</a></nav>"), "article").body).toBe("");
  });
});
