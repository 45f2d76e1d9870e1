import type { StoryArticle } from "../../engine/model/index.ts";
import type { Translate } from "../components/wording.ts";
import { printedBy } from "../report/printedBy.ts";

/** Returns an article's outlet name; the page that the reader came from is marked as such. */
export function nameOf(article: StoryArticle, t: Translate): string {
  const name = printedBy(article);
  if (article.isPage !== true) return name || t("storyOutletUnknown");
  return name === "" ? t("thisPage") : t("storyThisPage", [name]);
}

/** Returns the distinct outlet names of several articles. */
export function namesOf(
  places: readonly number[],
  articles: readonly StoryArticle[],
  t: Translate,
): readonly string[] {
  return [
    ...new Set(places.flatMap((place) => articles[place] ?? []).map((its) => nameOf(its, t))),
  ];
}
