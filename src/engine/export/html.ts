import type { MatchReport, PageMatch, Reference } from "../model/index.ts";
import { dateInWords, type ExportWording, otherLanguage, toldDifferences } from "./citation.ts";
import type { ExportFacts } from "./exportFacts.ts";

/** One page's findings, for a document that may have several. */
export interface HtmlPart {
  readonly report: MatchReport;
  readonly facts: ExportFacts;
}

/**
 * Reports as one HTML document to be printed or passed on: it stands alone, runs no script and asks for
 * nothing. What pages print is escaped, and only web addresses become links.
 */
export function reportHtml(parts: readonly HtmlPart[], wording: ExportWording): string {
  return [
    htmlHead(parts[0]?.report.page.title ?? "", wording),
    ...parts.map((part) => htmlPart(part, wording)),
    htmlFoot(),
  ].join("\n");
}

/** Everything before the first page. */
export function htmlHead(title: string, { locale, direction }: ExportWording): string {
  return `<!doctype html>
<html lang="${escaped(locale)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Second Source">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>`;
}

/** Everything after the last page. */
export function htmlFoot(): string {
  return "</body>\n</html>\n";
}

/** One page with its passages. */
export function htmlPart({ report, facts }: HtmlPart, wording: ExportWording): string {
  const { page, matches } = report;
  const about = [
    page.outlet ?? "",
    dateInWords(page.published, wording),
    ...retrievedWords(facts.pageRetrieved, wording),
  ].filter((part) => part !== "");
  return `<main>
<h1 dir="auto">${escaped(page.title)}</h1>
<p class="about">${escaped(about.join(" · "))}${page.url === null ? "" : `<br>${link(page.url, page.url)}`}</p>
${matches.map((match) => matchHtml(match, facts, wording)).join("\n")}
<footer>${escaped(wording.made(wording.formatMoment(facts.created)))}</footer>
</main>`;
}

function retrievedWords(instant: string | null, wording: ExportWording): readonly string[] {
  return instant === null ? [] : [wording.retrieved(wording.formatMoment(instant))];
}

function matchHtml(match: PageMatch, facts: ExportFacts, wording: ExportWording): string {
  const { prefix, suffix } = facts.contextOf(match) ?? { prefix: "", suffix: "" };
  return `<section>
<blockquote dir="auto"><span class="around">${escaped(prefix)}</span>${escaped(match.exact)}<span class="around">${escaped(suffix)}</span></blockquote>
<ul>
${match.references.map((its) => referenceHtml(match, its, facts, wording)).join("\n")}
</ul>
</section>`;
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
  const voices = [...via, ...(speaker === null ? [] : [speaker])].join(" ← ");
  const differences = toldDifferences(reference).map(
    (difference) => `<li>${escaped(wording.differenceOf(difference))}</li>`,
  );
  return `<li data-relation="${relation}">
<p class="relation">${escaped(wording.relationOf(match, reference))}, ${escaped(wording.score(score.toFixed(2)))}</p>
<p><strong dir="auto">${escaped(article.outlet)}</strong>, <cite dir="auto">${link(article.url, article.title)}</cite>, ${escaped(printed.join(", "))}</p>
${voices === "" ? "" : `<p class="about" dir="auto">${escaped(voices)}</p>`}
<p class="words" dir="auto"${article.language === undefined ? "" : ` lang="${escaped(article.language)}"`}>${escaped(passage.text)}</p>
${differences.length === 0 ? "" : `<ul class="differences">${differences.join("")}</ul>`}
</li>`;
}

/** A link where the address is one of the web; else the words alone. */
function link(url: string | null, words: string): string {
  if (url === null || !/^https?:\/\//i.test(url)) return escaped(words);
  return `<a href="${escaped(url)}" rel="noopener noreferrer">${escaped(words)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
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
