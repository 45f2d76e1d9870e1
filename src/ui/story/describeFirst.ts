import { firstAmong, leadOfFirst, type StoryArticle } from "../../engine/model/index.ts";
import type { Wording } from "../components/wording.ts";
import { nameOf } from "./outletNames.ts";

/** Returns in words who was first and by how much, as far as the dates show. */
export function describeFirst(articles: readonly StoryArticle[], wording: Wording): string {
  const { t, formats } = wording;
  const printings = articles.map((article) => ({
    outlet: nameOf(article, t),
    published: article.published,
  }));
  const first = firstAmong(printings, null);
  if (first.kind === "together") {
    return t("firstTogether", [formats.list(first.outlets.map((outlet) => outlet ?? ""))]);
  }
  if (first.kind !== "outlet") return t("firstUnknown");
  const { outlet, published } = first.printing;
  const key = published.basis === "inferred" ? "firstInferred" : "firstStated";
  const lead = leadOfFirst(articles);
  const moment = formats.moment(published);
  if (lead === null) return t(key, [outlet, moment]);
  const ahead = t("storyAhead", [moment, formats.span(lead.ms), nameOf(lead.next, t)]);
  return t(key, [outlet, ahead]);
}
