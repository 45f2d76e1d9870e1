import { type OutlineCell, storyOutline } from "../../engine/export/storyOutline.ts";
import type { ListedStory, StoryReport } from "../../engine/model/index.ts";
import { counted, dateWords, printable, wrap } from "../print/textLayout.ts";
import { englishStory } from "./storyWording.ts";

/**
 * Returns a story for people: under each heading its rows, the short cells on a line and the words
 * of outlets below it.
 */
export function storyText(report: StoryReport, width: number): string {
  const { title, first, sections } = storyOutline(report, englishStory);
  const outlets = new Set(report.articles.map(({ outlet }) => outlet)).size;
  const head = [
    wrap(printable(title.text || "(no title)"), width, ""),
    `${counted(report.articles.length, "article")} · ${counted(outlets, "outlet")}`,
    wrap(printable(first), width, ""),
    ...comparedInPart(report),
  ];
  const parts = sections.map((section) => {
    const tables = section.tables.map(({ rows }) => tableText(rows, width));
    return `${section.title}\n\n${tables.join("\n\n")}`;
  });
  return `${[head.join("\n"), ...parts].join("\n\n")}\n`;
}

function comparedInPart({ compared, articles }: StoryReport): readonly string[] {
  if (compared === articles.length) return [];
  return [`Only the first ${compared} of ${articles.length} articles were compared.`];
}

/** What a row has in common with the one above it is left out. */
function tableText(rows: readonly (readonly OutlineCell[])[], width: number): string {
  const parts = rows.map((cells) => rowParts(cells, width));
  return parts
    .flatMap(({ short, words }, at) => {
      const above = parts[at - 1];
      return [
        ...(above?.short === short ? [] : [short]),
        ...(above?.words === words ? [] : [words]),
      ];
    })
    .filter((text) => text !== "")
    .join("\n");
}

function rowParts(cells: readonly OutlineCell[], width: number) {
  const short = cells.filter((cell) => !isOutlets(cell) && cell.text !== "");
  const words = cells
    .filter(isOutlets)
    .flatMap(({ text, url }) => [
      wrap(printable(text), width, "      "),
      ...(url == null ? [] : [`      ${printable(url)}`]),
    ]);
  return {
    short: wrap(printable(short.map(({ text }) => text).join(" · ")), width, "  ─ ", "    "),
    words: words.join("\n"),
  };
}

/** True for an outlet's own words, which have a language; the program's words have none. */
function isOutlets({ language }: OutlineCell): boolean {
  return language !== undefined;
}

/** Returns a list of stories for people. */
export function storyListText(
  stories: readonly ListedStory[],
  articles: number,
  width: number,
): string {
  const found = stories.length === 1 ? "One story" : `${stories.length} stories`;
  const head = `${found} in ${counted(articles, "article")}.`;
  const items = stories.map((story, at) => listedText(story, at + 1, width));
  return `${[head, ...items].join("\n\n")}\n`;
}

function listedText(story: ListedStory, number: number, width: number): string {
  const { id, title, outlets, outletCount, articleCount, from, to } = story;
  const [first, last] = [dateWords(from), dateWords(to)];
  const unnamed = outletCount - outlets.length;
  const names = [...outlets, ...(unnamed > 0 ? [`${unnamed} more`] : [])];
  const time = first === last ? first : `${first} to ${last}`;
  return [
    wrap(printable(title || "(no title)"), width, `${String(number).padStart(2)}. `, "    "),
    `    ${counted(articleCount, "article")} · ${time}`,
    wrap(printable(names.join(" · ")), width, "    "),
    `    ${printable(id)}`,
  ].join("\n");
}
