import { writeFileSync } from "node:fs";
import type { Article, MatchReport } from "../../src/engine/model/index.ts";

/** The least score where a reader asks for sure matches only. */
const sure = 0.85;

/** What stands in the reports that no thousandth of a score could change. */
export function surePassages(reports: readonly MatchReport[]): readonly string[] {
  const references = reports.flatMap(({ matches }) => matches.flatMap((match) => match.references));
  return references
    .filter(({ score }) => score >= sure)
    .map(({ passage, relation }) => `${passage.id} ${relation}`)
    .sort();
}

/** The page of an article. */
export function pageHtml({ title, body, urls }: Article): string {
  const paragraphs = body.split("\n\n").map((text) => `<p>${text}</p>`);
  return `<!doctype html><html lang="en"><head><title>${title}</title><link rel="canonical" href="${urls[0]}"></head><body><article><h1>${title}</h1>${paragraphs.join("\n")}</article></body></html>`;
}

/** Writes articles as JSON Lines. */
export function writeArticles(file: string, articles: readonly Article[]): void {
  writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
}
