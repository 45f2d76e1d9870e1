import { directionOf, type StoryReport } from "../model/index.ts";
import { htmlFoot, htmlHead, htmlLink, htmlText } from "./htmlDocument.ts";
import {
  type OutlineCell,
  type OutlineTable,
  type StoryWording,
  storyOutline,
} from "./storyOutline.ts";

/** Black on white; rows are kept on one page where possible. */
const style = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #000; background: #fff;
  font: 15px/1.5 Georgia, "Noto Serif", serif; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { margin-top: 2rem; font-size: 1.2rem; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; font-size: .87rem; }
th, td { padding: .3rem .5rem; border-bottom: 1px solid #999; text-align: start; vertical-align: top;
  overflow-wrap: anywhere; }
tr { break-inside: avoid; } h2 { break-after: avoid; } main + main { break-before: page; }
`;

/**
 * Returns a story as one HTML document to print, without scripts and external files. Text is
 * escaped, and only web addresses become links.
 */
export function storyHtml(report: StoryReport, wording: StoryWording): string {
  return [storyHtmlHead(report, wording), storyHtmlPart(report, wording), htmlFoot].join("\n");
}

/** Returns everything before the first story. */
export function storyHtmlHead({ articles }: StoryReport, wording: StoryWording): string {
  const { language, direction } = wording;
  return htmlHead({ title: articles[0]?.title ?? "", language, direction, style });
}

/** Returns one story; a document may have several. */
export function storyHtmlPart(report: StoryReport, wording: StoryWording): string {
  const { title, lead, first, sections } = storyOutline(report, wording);
  return `<main>
<h1${attributes(title)}>${htmlText(title.text)}</h1>
<p>${htmlText(lead)}</p>
<p>${htmlText(first)}</p>
${sections.map((section) => `<h2>${htmlText(section.title)}</h2>\n${section.tables.map(tableHtml).join("\n")}`).join("\n")}
</main>`;
}

function tableHtml({ columns, rows }: OutlineTable): string {
  const head = columns.map((column) => `<th scope="col">${htmlText(column)}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map(cellHtml).join("")}</tr>`).join("\n");
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function cellHtml(cell: OutlineCell): string {
  return `<td${attributes(cell)}>${htmlLink(cell.url ?? null, cell.text)}</td>`;
}

function attributes({ language }: OutlineCell): string {
  if (language == null) return ' dir="auto"';
  return ` lang="${htmlText(language)}" dir="${directionOf(language) ?? "auto"}"`;
}
