import type { MatchReport, PageMatch, Reference } from "../model/index.ts";
import { dateInWords, type ExportWording, otherLanguage } from "./citation.ts";

/**
 * A report as Markdown: each passage quoted, its references listed below it. Texts are escaped,
 * so that what outlets print cannot become markup.
 */
export function reportMarkdown(report: MatchReport, wording: ExportWording): string {
  const { page, matches } = report;
  const head = [`# ${escaped(page.title)}`, ...(page.url === null ? [] : [autolink(page.url)])];
  return `${[...head, ...matches.map((match) => matchMarkdown(match, wording))].join("\n\n")}\n`;
}

function matchMarkdown(match: PageMatch, wording: ExportWording): string {
  const items = match.references.map((reference) => referenceMarkdown(match, reference, wording));
  return [`> ${escaped(match.exact)}`, items.join("\n")].join("\n\n");
}

function referenceMarkdown(match: PageMatch, reference: Reference, wording: ExportWording): string {
  const { article, passage, speaker, via } = reference;
  const link = article.url === null ? escaped(article.title) : linked(article.title, article.url);
  const voices = [...via, ...(speaker === null ? [] : [speaker])].map(escaped);
  const printed = [dateInWords(article.published, wording), ...otherLanguage(article, wording)];
  return [
    `- **${escaped(article.outlet)}**, ${link}, ${printed.map(escaped).join(", ")}`,
    ...(voices.length === 0 ? [] : [` (${voices.join(" ← ")})`]),
    `: *${escaped(wording.relationOf(match, reference))}*: ${escaped(passage.text)}`,
  ].join("");
}

/** Text that Markdown shows as it is. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~&!]/g, "\\$&");
}

/** An address as a link of its own. */
export function autolink(url: string): string {
  return `<${address(url)}>`;
}

/** Text that leads to an address. */
export function linked(text: string, url: string): string {
  return `[${escaped(text)}](<${address(url)}>)`;
}

/** What could end the address early stands in it by its number. */
function address(url: string): string {
  return url.replace(/[\s<>\\|]/g, (char) => encodeURIComponent(char));
}
