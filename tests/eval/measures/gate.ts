import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { JSDOM, VirtualConsole } from "jsdom";
import { looksLikeArticle } from "../../../src/gate/looksLikeArticle.ts";
import { decodeText } from "../../../src/ingest/decodeText.ts";
import { otherPages } from "../../support/otherPages.ts";
import type { Measure } from "../measure.ts";
import { report } from "../report.ts";

/** Pages of the two sets that are no articles: rules for authors, and a forum's thread. */
const noArticles: ReadonlySet<string> = new Set([
  "journals.univie.ac.at.submissions.html",
  "d43f330cbaf74e92b9aec85e937cb904.html",
]);

/**
 * On which pages the gate starts by itself: on articles, and on nothing else. The pages' scripts do
 * not run, so that a page is judged as it was sent.
 */
export const gate: Measure = {
  name: "gate",
  goal: { "articles started": 0.99, "others left alone": 1 },
  baseline: {},
  needs: ["pages", "eval/extraction/evaldata.json"],
  async run(dataFolder) {
    const pages = [...pagesIn(path.join(dataFolder, "pages")), ...extractionPages(dataFolder)];
    const articles = pages.filter(({ name }) => !noArticles.has(name));
    const others = [...pages.filter(({ name }) => noArticles.has(name)), ...otherPages];
    const missed = articles.filter((page) => !isStarted(page));
    const started = others.filter(isStarted);
    report("gate", [
      ...missed.map(({ name }) => `not started: ${name}`),
      ...started.map(({ name }) => `started, no article: ${name}`),
    ]);
    return {
      articles: articles.length,
      "articles started": 1 - missed.length / articles.length,
      others: others.length,
      "others left alone": 1 - started.length / others.length,
    };
  },
};

interface SentPage {
  readonly name: string;
  readonly url: string;
  readonly html: string;
}

function* pagesIn(folder: string): Generator<SentPage> {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name, "source.html");
    if (!existsSync(file)) continue;
    const html = decodeText(readFileSync(file)) ?? "";
    const url = /<link[^>]{0,200}rel="canonical"[^>]{0,200}href="(https?:[^"]+)/i.exec(html)?.[1];
    yield { name, html, url: url ?? `https://news.example/world/${name}` };
  }
}

function* extractionPages(dataFolder: string): Generator<SentPage> {
  const folder = path.join(dataFolder, "eval/extraction");
  const rows: Record<string, { readonly file: string }> = JSON.parse(
    readFileSync(path.join(folder, "evaldata.json"), "utf8"),
  );
  for (const [url, { file }] of Object.entries(rows)) {
    yield {
      name: file,
      url,
      html: decodeText(readFileSync(path.join(folder, "html", file))) ?? "",
    };
  }
}

function isStarted({ html, url }: SentPage): boolean {
  // A console of its own: jsdom would print every style sheet that it cannot read.
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  const result = looksLikeArticle(window.document);
  window.close();
  return result;
}
