import { existsSync } from "node:fs";
import type { Library } from "../../engine/library/library.ts";
import { addressHashes } from "../../engine/library/pageAddress.ts";
import { allSteps } from "../../engine/library/steps.ts";
import { type ArticleId, defaultLeastScore, type ListedStory } from "../../engine/model/index.ts";
import {
  compareStory,
  type FoundArticle,
  storyOfArticle,
  storyOfPage,
  wholeLibrary,
} from "../../engine/stories/storyArticles.ts";
import { createStoryIndex, type StoryIndex } from "../../engine/stories/storyIndex.ts";
import { listStories, searchStories } from "../../engine/stories/storyList.ts";
import { withShownSource } from "../../ingest/metadata/shownSource.ts";
import { openLibrary } from "../corpus/openLibrary.ts";
import { InputError } from "../inputError.ts";
import type { Output } from "../print/output.ts";
import { createProgress } from "../print/progress.ts";
import type { ProgramParts } from "../programParts.ts";
import type { ReadPdf } from "../read/pdfProcess.ts";
import { knownOf, readDocument } from "../read/readDocument.ts";
import { standardInput } from "../read/readInput.ts";
import { createStoryPrinter, printStoryList, type StoryFormat } from "./storyPrinter.ts";

/** The options of `story`, validated. */
export interface StoryCommandOptions {
  readonly format: StoryFormat;
  /** Only the story of this: a page's file, or the address or id of one of the articles. */
  readonly of?: string;
  /** The address of that page, and the ISO day on which it was published. */
  readonly url?: string;
  readonly date?: string;
  /** True: all articles are one story. */
  readonly together?: boolean;
  /** True: the stories are listed, and not compared. */
  readonly list?: boolean;
  /** Only stories with an article that has these words. */
  readonly search?: string;
  readonly minScore?: number;
  /** False: the articles are read again. */
  readonly cache?: boolean;
}

/**
 * Compares the articles of each story in files, folders and packs. Returns the exit code: 1 if some
 * of the files could not be used. Throws InputError if none can, or `--of` names nothing.
 */
export function storyCommand(
  inputs: readonly string[],
  options: StoryCommandOptions,
  parts: ProgramParts,
  output: Output,
): number {
  const progress = createProgress("reading the articles", process.stderr);
  const opened = openLibrary({ ...options, corpus: inputs, wordsOnly: true }, parts, progress);
  for (const line of [...opened.notes, ...opened.problems]) output.problem(line);
  const { library } = opened;
  if (options.list === true) {
    printStoryList(listed(createStoryIndex(library), library, options), library, options, output);
  } else {
    compareStories(storiesOf(library, options, parts.readPdf), library, options, output);
  }
  return opened.problems.length === 0 ? 0 : 1;
}

function listed(
  index: StoryIndex,
  library: Library,
  { search = "" }: StoryCommandOptions,
): readonly ListedStory[] {
  return searchStories(listStories(index, library), search, index, library);
}

/** Returns the articles of each story that was asked for. */
function storiesOf(
  library: Library,
  options: StoryCommandOptions,
  readPdf: ReadPdf,
): readonly (readonly FoundArticle[])[] {
  if (options.together === true) return [wholeLibrary(library)];
  const index = createStoryIndex(library);
  if (options.of !== undefined) return [storyOfNamed(options.of, options, index, library, readPdf)];
  return listed(index, library, options).map(({ id }) => storyOfArticle(id, index, library)!);
}

function storyOfNamed(
  name: string,
  options: StoryCommandOptions,
  index: StoryIndex,
  library: Library,
  readPdf: ReadPdf,
): readonly FoundArticle[] {
  if (name === standardInput || existsSync(name)) {
    const page = readDocument(name, knownOf(options), readPdf);
    return storyOfPage(withShownSource(page), index, library);
  }
  const [number] = library.articlesAt(addressHashes([name]));
  const id = number === undefined ? (name as ArticleId) : library.articleId(number);
  const found = storyOfArticle(id, index, library);
  if (found !== null) return found;
  throw new InputError(
    `--of ${name}: there is no such file, and no article with this address or id; \`story --list\` prints the ids of stories`,
  );
}

function compareStories(
  stories: readonly (readonly FoundArticle[])[],
  library: Library,
  options: StoryCommandOptions,
  output: Output,
): void {
  const isOne = options.together === true || options.of !== undefined;
  const printer = createStoryPrinter(options.format, !isOne, output);
  const progress = createProgress("comparing", process.stderr, 2);
  progress.start(stories.length);
  for (const articles of stories) {
    printer.put(allSteps(compareStory(articles, library, options.minScore ?? defaultLeastScore)));
    progress.step();
  }
  progress.stop();
  printer.end(library.articleCount);
}
