import { htmlFoot } from "../../engine/export/htmlDocument.ts";
import { storyAnnotations } from "../../engine/export/storyAnnotations.ts";
import { storyCsvHead, storyCsvRows } from "../../engine/export/storyCsv.ts";
import { storyHtmlHead, storyHtmlPart } from "../../engine/export/storyHtml.ts";
import { storyMarkdown } from "../../engine/export/storyMarkdown.ts";
import type { Library } from "../../engine/library/library.ts";
import type { ListedStory, StoryReport } from "../../engine/model/index.ts";
import { InputError } from "../inputError.ts";
import { createJsonPrinter } from "../print/jsonPrinter.ts";
import type { Output } from "../print/output.ts";
import { counted } from "../print/textLayout.ts";
import { storyListText, storyText } from "./storyText.ts";
import { englishStory } from "./storyWording.ts";

/** The formats of `story`: those of `match`, with a line for each story in JSON Lines. */
export const storyFormats = ["text", "json", "jsonl", "w3c", "markdown", "html", "csv"] as const;

/** One of the formats. */
export type StoryFormat = (typeof storyFormats)[number];

/** Prints the stories of one run, in order. */
export interface StoryPrinter {
  put(report: StoryReport): void;
  /**
   * Called after the last story.
   * @param articles the number of articles that were read
   */
  end(articles: number): void;
}

/**
 * Returns a printer of stories in a format.
 * @param isList true if several stories may be found: JSON is then a list
 * @param created when the program runs, as an ISO instant
 */
export function createStoryPrinter(
  format: StoryFormat,
  isList: boolean,
  output: Output,
  created = new Date().toISOString(),
): StoryPrinter {
  const json = createJsonPrinter(isList, output);
  let count = 0;
  const apart = () => (count === 0 ? "" : "\n");
  const ways: Readonly<Record<StoryFormat, (report: StoryReport) => void>> = {
    text: (report) => output.out(`${apart()}${storyText(report, output.width)}`),
    json: json.put,
    jsonl: (report) => output.out(`${JSON.stringify(report)}\n`),
    w3c: (report) => json.put(storyAnnotations(report, created)),
    markdown: (report) => output.out(`${apart()}${storyMarkdown(report, englishStory)}`),
    html(report) {
      if (count === 0) output.out(`${storyHtmlHead(report, englishStory)}\n`);
      output.out(`${storyHtmlPart(report, englishStory)}\n`);
    },
    csv(report) {
      if (count === 0) output.out(storyCsvHead());
      output.out(storyCsvRows(report));
    },
  };
  return {
    put(report) {
      ways[format](report);
      count++;
    },
    end(articles) {
      if (format === "json" || format === "w3c") json.end();
      if (format === "html" && count > 0) output.out(htmlFoot);
      if (count === 0 && format !== "json" && format !== "w3c") {
        output.problem(
          `no story: no two outlets report the same events in ${counted(articles, "article")}`,
        );
      }
    },
  };
}

/** Prints a list of stories, without comparing their articles. Throws InputError for another format. */
export function printStoryList(
  stories: readonly ListedStory[],
  { articleCount }: Library,
  { format }: { readonly format: StoryFormat },
  output: Output,
): void {
  switch (format) {
    case "text":
      output.out(storyListText(stories, articleCount, output.width));
      return;
    case "json":
      output.out(`${JSON.stringify({ schema: 1, articles: articleCount, stories }, null, 2)}\n`);
      return;
    case "jsonl":
      for (const story of stories) output.out(`${JSON.stringify({ schema: 1, ...story })}\n`);
      return;
    default:
      throw new InputError(`--list is printed as text, json or jsonl, not as ${format}`);
  }
}
