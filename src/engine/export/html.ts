import type { MatchReport, PageMatch, Reference } from "../model/index.ts";
import {
  dateInWords,
  differencesToDescribe,
  type ExportWording,
  named,
  otherLanguage,
} from "./citation.ts";
import type { ExportFacts } from "./exportFacts.ts";
import { htmlFoot, htmlHead, htmlLink, htmlText } from "./htmlDocument.ts";

/** The findings of one page; a document may have several. */
export interface HtmlPart {
  readonly report: MatchReport;
  readonly facts: ExportFacts;
}

/**
 * Returns reports as one HTML document to print or pass on. It needs no other file, runs no script
 * and makes no request. Text from pages is escaped, and only web addresses become links.
 */
export function reportHtml(parts: readonly HtmlPart[], wording: ExportWording): string {
  return [
    reportHtmlHead(parts[0]?.report.page.title ?? "", wording),
    ...parts.map((part) => htmlPart(part, wording)),
    htmlFoot,
  ].join("\n");
}

/** Returns everything before the first page. */
export function reportHtmlHead(title: string, { locale, direction }: ExportWording): string {
  return htmlHead({ title, language: locale, direction, style });
}

/** Returns one page with its passages. */
export function htmlPart({ report, facts }: HtmlPart, wording: ExportWording): string {
  const { page, matches } = report;
  const about = [
    page.outlet ?? "",
    dateInWords(page.published, wording),
    ...retrievedWords(facts.pageRetrieved, wording),
  ].filter((part) => part !== "");
  return `<main>
<h1 dir="auto">${htmlText(page.title)}</h1>
<p class="about">${htmlText(about.join(" · "))}${page.url === null ? "" : `<br>${htmlLink(page.url, page.url)}`}</p>
${matches.map((match) => matchHtml(match, facts, wording)).join("\n")}
<footer>${htmlText(wording.made(wording.formatMoment(facts.created)))}</footer>
</main>`;
}

function retrievedWords(instant: string | null, wording: ExportWording): readonly string[] {
  return instant === null ? [] : [wording.retrieved(wording.formatMoment(instant))];
}

function matchHtml(match: PageMatch, facts: ExportFacts, wording: ExportWording): string {
  const { prefix, suffix } = facts.contextOf(match) ?? { prefix: "", suffix: "" };
  return `<section>
<blockquote dir="auto">${around(prefix)}${htmlText(match.exact)}${around(suffix)}</blockquote>
<ul>
${match.references.map((its) => referenceHtml(match, its, facts, wording)).join("\n")}
</ul>
</section>`;
}

/** The text before or after a passage, if there is any. */
function around(text = ""): string {
  return text === "" ? "" : `<span class="around">${htmlText(text)}</span>`;
}

function referenceHtml(
  match: PageMatch,
  reference: Reference,
  facts: ExportFacts,
  wording: ExportWording,
): string {
  const { article, passage, relation, score, speaker, via } = reference;
  const printed = [
    dateInWords(article.published, wording),
    ...otherLanguage(article, wording),
    ...retrievedWords(facts.retrieved(article.id), wording),
  ];
  const names = named(
    article,
    (outlet) => `<strong dir="auto">${htmlText(outlet)}</strong>`,
    (title) => `<cite dir="auto">${htmlLink(article.url, title)}</cite>`,
  );
  const voices = [...via, ...(speaker === null ? [] : [speaker])].join(" ← ");
  const differences = differencesToDescribe(reference).map(
    (difference) => `<li>${htmlText(wording.differenceOf(difference))}</li>`,
  );
  return `<li data-relation="${relation}">
<p class="relation">${htmlText(wording.relationOf(match, reference))}, ${htmlText(wording.score(score.toFixed(2)))}</p>
<p>${[...names, htmlText(printed.join(", "))].join(", ")}</p>
${voices === "" ? "" : `<p class="about" dir="auto">${htmlText(voices)}</p>`}
<p class="words" dir="auto"${article.language === undefined ? "" : ` lang="${htmlText(article.language)}"`}>${around(passage.prefix)}${htmlText(passage.text)}${around(passage.suffix)}</p>
${differences.length === 0 ? "" : `<ul class="differences">${differences.join("")}</ul>`}
</li>`;
}

const style = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.55 Georgia, "Noto Serif", serif; }
h1 { font-size: 1.6rem; line-height: 1.25; }
.about, footer, .around { opacity: 0.7; }
.about, footer, .relation, .differences { font: 14px/1.5 system-ui, sans-serif; }
section { margin-block: 1.75rem; break-inside: avoid-page; }
blockquote { margin: 0 0 0.75rem; padding-inline-start: 0.9rem; border-inline-start: 3px solid; }
ul { padding-inline-start: 1.2rem; }
section > ul { list-style: none; }
section > ul > li { margin-block-end: 1rem; break-inside: avoid; }
p { margin: 0; }
.relation { font-weight: 600; }
footer { margin-block: 2rem; }
main + main { break-before: page; }
@media print { body { max-width: none; margin: 0; font-size: 11pt; } a { color: inherit; } }
`;
