import { storyText } from "../../../src/cli/story/storyText.ts";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import {
  allSteps,
  createLibrary,
  type Library,
  openSegment,
} from "../../../src/engine/library/index.ts";
import {
  type Article,
  type ArticleId,
  type ArticleReading,
  firstAmong,
  isQuoteChange,
  type StoryReport,
} from "../../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../../src/engine/segmentOfArticles.ts";
import { compareStory, storyOfPage } from "../../../src/engine/stories/storyArticles.ts";
import { createStoryIndex, type StoryIndex } from "../../../src/engine/stories/storyIndex.ts";
import { bulkArticle, bulkFile, readBulkRows } from "../bulkArticles.ts";
import type { Measure } from "../measure.ts";
import { report } from "../report.ts";
import { storyLibrary } from "../storyLibrary.ts";

const seed = Number(process.env.EVAL_SEED ?? 17);
const width = 110;

/**
 * A fact-checker's five questions, asked of a library of 200 articles. Into each story one more
 * article is planted: an outlet that prints one of the others first, with words left out of a quote,
 * with another number, and with a sentence that no other outlet has. The figures are the shares of
 * plants that the story names, with the right outlet. The stories as they are go into a file, to be
 * judged by reading.
 */
export const storyQuestions: Measure = {
  name: "story-questions",
  goal: {},
  baseline: {},
  needs: [bulkFile],
  async run(dataFolder) {
    const stories = storyLibrary(readBulkRows(dataFolder), seed).map((its) => its.map(bulkArticle));
    const articles = stories.flat();
    const library = createLibrary([openSegment(segmentOfArticles(articles))]);
    const index = createStoryIndex(library);
    const answers = stories.flatMap((story, at) => {
      const other = stories[(at + 1) % stories.length]![0]!;
      const plant = plantedIn(story[0]!, other, dayBefore(story));
      return plant === null ? [] : [answersTo(plant, index, library)];
    });
    report("story-questions.txt", textsOf(stories, index, library));
    return {
      "articles · stories · plants": `${articles.length} · ${stories.length} · ${answers.length}`,
      ...Object.fromEntries(questions.map((key) => [key, shareOf(answers.map((its) => its[key]))])),
    };
  },
};

const questions = [
  "in its story",
  "who was first",
  "who changed the quote",
  "who has another number",
  "whom it names as source",
  "what it alone has",
] as const;

/** Null where the plant has nothing of that kind. */
type Answers = Readonly<Record<(typeof questions)[number], boolean | null>>;

interface Plant {
  readonly article: Article;
  /** The words left out of a quote. */
  readonly omitted: string | null;
  readonly number: string | null;
  readonly speaker: string | null;
  readonly alone: string;
}

/** An article with the same sentences, some changed; null if there is too little to change. */
function plantedIn(donor: Article, other: Article, day: string): Plant | null {
  const reading = readArticle(donor);
  const quote = shortenedQuote(reading);
  const number = otherNumber(reading, quote?.from ?? "");
  const alone = lastStatement(readArticle(other));
  if ((quote === null && number === null) || alone === null || donor.published === null)
    return null;
  const body = [...(quote === null ? [] : [quote]), ...(number === null ? [] : [number])].reduce(
    (text, { from, to }) => text.replace(from, () => to),
    donor.body,
  );
  return {
    article: {
      ...donor,
      id: `planted/${donor.id}` as ArticleId,
      outlet: { name: plantedOutlet, domain: "planted.example" },
      urls: [`https://planted.example/${encodeURIComponent(donor.id)}`],
      published: { value: day, precision: "day", basis: "stated" },
      body: `${body}\n\n${alone}`,
    },
    omitted: quote?.omitted ?? null,
    number: number?.value ?? null,
    speaker: quote?.speaker ?? null,
    alone,
  };
}

/** A day that is certainly before all articles of a story: the clocks of two zones are a day apart. */
function dayBefore(story: readonly Article[]): string {
  const days = story.flatMap(({ published }) => published?.value.slice(0, 10) ?? []);
  const first = Math.min(...days.map((day) => Date.parse(day)));
  return new Date(first - 2 * 86_400_000).toISOString().slice(0, 10);
}

const plantedOutlet = "The Planted Post";

interface Change {
  readonly from: string;
  readonly to: string;
}

const fewestQuotedWords = 14;
const wordsLeftOut = 4;

function shortenedQuote({ article, quotes, attributions }: ArticleReading) {
  for (const { start, end } of quotes) {
    const from = article.body.slice(start, end);
    const words = from.split(" ");
    if (words.length < fewestQuotedWords || from.includes("\n")) continue;
    const middle = Math.floor(words.length / 2);
    const omitted = words.slice(middle, middle + wordsLeftOut).join(" ");
    const said = attributions.find(({ content }) =>
      content.some((its) => its.start < end && start < its.end),
    );
    const speaker = said === undefined || said.source === "unnamed" ? null : said.source;
    return { from, to: from.replace(` ${omitted}`, ""), omitted, speaker };
  }
  return null;
}

function otherNumber(
  { passages }: ArticleReading,
  taken: string,
): (Change & { value: string }) | null {
  for (const { text, in: part } of passages) {
    const value = /(?<![\d.,$-])[1-9]\d{1,2}(?![\d.,%]|\sa\.m|\sp\.m)/.exec(text)?.[0];
    if (part !== "body" || value === undefined || taken.includes(text) || text.includes(taken))
      continue;
    const changed = String(Number(value) * 2 + 1);
    return { from: text, to: text.replace(value, changed), value: changed };
  }
  return null;
}

function lastStatement({ passages }: ArticleReading): string | null {
  const found = passages.findLast(
    ({ in: part, unit, names, isQuoted }) =>
      part === "body" && unit === "sentence" && names.length > 0 && !isQuoted,
  );
  return found?.text ?? null;
}

function answersTo(plant: Plant, index: StoryIndex, library: Library): Answers {
  const found = storyOfPage(plant.article, index, library);
  const told = allSteps(compareStory(found, library));
  const own = told.articles.findIndex(({ isPage }) => isPage === true);
  const first = firstAmong(told.articles, null);
  return {
    "in its story": found.length > 1,
    "who was first": first.kind === "outlet" && first.printing.outlet === plantedOutlet,
    "who changed the quote": plant.omitted === null ? null : isChanged(told, own),
    "who has another number":
      plant.number === null
        ? null
        : told.disagreements.some(({ values }) =>
            values.some(
              ({ text, articles }) => text.includes(plant.number!) && articles.includes(own),
            ),
          ),
    "whom it names as source":
      plant.speaker === null
        ? null
        : told.sources.some(({ article, name }) => article === own && name === plant.speaker),
    "what it alone has": told.alone[own]!.passages.some(({ text }) => text === plant.alone),
  };
}

/** The change is told of the planted version, or of one that was compared with it. */
function isChanged({ statements }: StoryReport, own: number): boolean {
  return statements.some(({ kind, versions }) => {
    const at = versions.findIndex(({ article }) => article === own);
    const changed = versions.filter(
      ({ compared, article }) =>
        compared?.differences.some(isQuoteChange) && (article === own || compared.with === at),
    );
    return kind === "quote" && changed.length > 0;
  });
}

function shareOf(answers: readonly (boolean | null)[]): string {
  const asked = answers.filter((answer) => answer !== null);
  return `${asked.filter(Boolean).length} of ${asked.length}`;
}

function textsOf(
  stories: readonly (readonly Article[])[],
  index: StoryIndex,
  library: Library,
): readonly string[] {
  return stories.map(([first]) =>
    storyText(allSteps(compareStory(storyOfPage(first!, index, library), library)), width),
  );
}
