import type { MatchReport, PageMatch, Reference } from "../model/index.ts";
import {
  dateInWords,
  differencesToDescribe,
  type ExportWording,
  named,
  otherLanguage,
} from "./citation.ts";
import type { ExportFacts } from "./exportFacts.ts";

/**
 * Returns a report as Markdown: the page, then each passage quoted, with its references below it.
 * Text is escaped, so that it cannot become markup.
 */
export function reportMarkdown(
  report: MatchReport,
  facts: ExportFacts,
  wording: ExportWording,
): string {
  const parts = [
    ...headOf(report, facts, wording),
    ...report.matches.map((match) => matchMarkdown(match, facts, wording)),
    `*${escaped(wording.made(wording.formatMoment(facts.created)))}*`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function headOf(
  { page }: MatchReport,
  facts: ExportFacts,
  wording: ExportWording,
): readonly string[] {
  const about = [
    page.outlet ?? "",
    dateInWords(page.published, wording),
    ...retrievedWords(facts.pageRetrieved, wording),
  ].filter((part) => part !== "");
  return [
    `# ${escaped(page.title)}`,
    escaped(about.join(" · ")),
    ...(page.url === null ? [] : [autolink(page.url)]),
  ];
}

function retrievedWords(instant: string | null, wording: ExportWording): readonly string[] {
  return instant === null ? [] : [wording.retrieved(wording.formatMoment(instant))];
}

function matchMarkdown(match: PageMatch, facts: ExportFacts, wording: ExportWording): string {
  const items = match.references.map((reference) =>
    referenceMarkdown(match, reference, facts, wording),
  );
  return [`> ${escaped(match.exact)}`, items.join("\n")].join("\n\n");
}

function referenceMarkdown(
  match: PageMatch,
  reference: Reference,
  facts: ExportFacts,
  wording: ExportWording,
): string {
  const { article, passage, speaker, via } = reference;
  const { url } = article;
  const names = named(
    article,
    (outlet) => `**${escaped(outlet)}**`,
    (title) => (url === null ? escaped(title) : linked(title, url)),
  );
  const voices = [...via, ...(speaker === null ? [] : [speaker])].map(escaped);
  const printed = [
    dateInWords(article.published, wording),
    ...otherLanguage(article, wording),
    ...retrievedWords(facts.retrieved(article.id), wording),
  ];
  const relation = [
    wording.relationOf(match, reference),
    wording.score(reference.score.toFixed(2)),
  ].join(", ");
  return [
    `- ${[...names, ...printed.map(escaped)].join(", ")}`,
    ...(voices.length === 0 ? [] : [` (${voices.join(" ← ")})`]),
    `: *${escaped(relation)}*: ${escaped(passage.text)}`,
    ...differencesToDescribe(reference).map(
      (difference) => `\n  - ${escaped(wording.differenceOf(difference))}`,
    ),
  ].join("");
}

/** Text that Markdown shows as it is. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~&!]/g, "\\$&");
}

/** Returns an address as a link. */
export function autolink(url: string): string {
  return `<${address(url)}>`;
}

/** Text that leads to an address. */
export function linked(text: string, url: string): string {
  return `[${escaped(text)}](<${address(url)}>)`;
}

/** Returns an address in which characters that would end it early are percent-encoded. */
function address(url: string): string {
  return url.replace(/[\s<>\\|]/g, (char) => encodeURIComponent(char));
}
