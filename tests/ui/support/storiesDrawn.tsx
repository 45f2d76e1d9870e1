import { signal } from "@preact/signals";
import type { VNode } from "preact";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import { StoryPage } from "../../../src/ui/story/StoryPage.tsx";
import type { StoryModel } from "../../../src/ui/story/storyModel.ts";
import { storyReportOf } from "../../support/storyReport.ts";
import { recordedModel } from "./recordedModel.ts";

const nothing = {
  ...{ key: null, list: signal(null), search: signal(""), story: signal(null) },
  ...{ problem: signal(null), notice: signal(null) },
};

/** Compared once: each row of a table of keys draws it anew. */
const report = storyReportOf();

/** The list of stories, of which there are more; `log` is told what is asked of the model. */
export function drawStories(log: string[]): VNode {
  const story = {
    ...{ id: "ferry" as ArticleId, title: "Ferry Selma", language: "en", from: null, to: null },
    ...{ outlets: ["Coast Courier"], outletCount: 2, articleCount: 2 },
  };
  const list = signal({ stories: [story], count: 2, articles: 9 });
  return <StoryPage model={recordedModel<StoryModel>({ ...nothing, list }, log)} />;
}

/** A story that has been compared. */
export function drawStory(log: string[]): VNode {
  const key = { kind: "article" as const, id: report.articles[0]!.id };
  const story = signal({ articles: report.articles, report });
  return <StoryPage model={recordedModel<StoryModel>({ ...nothing, key, story }, log)} />;
}
