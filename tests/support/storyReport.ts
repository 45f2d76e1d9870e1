import { readArticle } from "../../src/engine/extract/readArticle.ts";
import { allSteps, createLibrary, openSegment } from "../../src/engine/library/index.ts";
import type { Article, StoryReport } from "../../src/engine/model/index.ts";
import { segmentOfArticles } from "../../src/engine/segmentOfArticles.ts";
import { inOrderOfPublication, reportStory } from "../../src/engine/stories/reportStory.ts";
import { ferryArticles } from "./ferryStory.ts";

/** What the engine tells of a story, as the background would send it. */
export function storyReportOf(articles: readonly Article[] = ferryArticles): StoryReport {
  const library = createLibrary([openSegment(segmentOfArticles(articles))]);
  const numbers = new Map(articles.map(({ id }, number) => [id, number]));
  const readings = inOrderOfPublication(articles).map((article) => ({
    reading: readArticle(article),
    number: numbers.get(article.id)!,
  }));
  return allSteps(reportStory(readings, library));
}
