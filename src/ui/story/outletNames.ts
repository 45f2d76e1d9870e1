import type { StoryArticle } from "../../engine/model/index.ts";
import type { Translate } from "../components/wording.ts";
import { printedBy } from "../report/printedBy.ts";

/** What an article is called where its outlet is meant: the page that the reader came from says so. */
export function nameOf(article: StoryArticle, t: Translate): string {
  const name = printedBy(article);
  if (article.isPage !== true) return name || t("storyOutletUnknown");
  return name === "" ? t("thisPage") : t("storyThisPage", [name]);
}

/** The names of several articles' outlets, each once. */
export function namesOf(
  places: readonly number[],
  articles: readonly StoryArticle[],
  t: Translate,
): readonly string[] {
  return [
    ...new Set(places.flatMap((place) => articles[place] ?? []).map((its) => nameOf(its, t))),
  ];
}
