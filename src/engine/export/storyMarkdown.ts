import type { StoryReport } from "../model/index.ts";
import { autolink, escaped, linked } from "./markdown.ts";
import {
  type OutlineCell,
  type OutlineTable,
  type StoryWording,
  storyOutline,
} from "./storyOutline.ts";

/**
 * Returns a story as Markdown, with a table for each part. Text is escaped, so that it cannot
 * become markup.
 */
export function storyMarkdown(report: StoryReport, wording: StoryWording): string {
  const { title, lead, first, sections } = storyOutline(report, wording);
  const parts = sections.flatMap((section) => [
    `## ${escaped(section.title)}`,
    ...section.tables.map(tableMarkdown),
  ]);
  return `${[`# ${escaped(title.text)}`, escaped(lead), escaped(first), ...parts].join("\n\n")}\n`;
}

function tableMarkdown({ columns, rows }: OutlineTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(escaped)),
    line(columns.map(() => "---")),
    ...rows.map((cells) => line(cells.map(cellMarkdown))),
  ].join("\n");
}

function cellMarkdown({ text, url }: OutlineCell): string {
  if (url == null) return escaped(text);
  return text.trim() === "" ? autolink(url) : linked(text, url);
}
