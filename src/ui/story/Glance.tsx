import type { StoryArticle, StoryReport } from "../../engine/model/index.ts";
import { plural, useWording, type Wording } from "../components/wording.ts";
import { firstAmong } from "../report/first.ts";
import { nameOf } from "./outletNames.ts";
import { changesIn, leadOfFirst } from "./storyFacts.ts";
import type { StoryShown } from "./storyModel.ts";

/** The answers in one line each, and the way to where they stand. */
export function Glance({ story }: { readonly story: StoryShown }) {
  const wording = useWording();
  const { t } = wording;
  const { articles, report } = story;
  return (
    <nav class="glance" aria-label={t("storyGlance")}>
      <ul>
        <li>
          <a href="#when">{toldFirst(articles, wording)}</a>
        </li>
        {report === null ? (
          <li role="status">{t("storyComparing")}</li>
        ) : (
          answersOf(report, wording).map(({ part, text }) => (
            <li key={part}>
              <a href={`#${part}`}>{text}</a>
            </li>
          ))
        )}
      </ul>
    </nav>
  );
}

/** Who was first, and by how much, as far as dates tell. */
export function toldFirst(articles: readonly StoryArticle[], wording: Wording): string {
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

function answersOf(report: StoryReport, wording: Wording) {
  const { t } = wording;
  const changes = changesIn(report);
  const details = (["numbersDiffer", "datesDiffer", "othersDiffer", "atOdds"] as const).flatMap(
    (kind) => (changes[kind] === 0 ? [] : [plural(wording, kind, changes[kind])]),
  );
  const alone = report.alone.reduce((sum, { count }) => sum + count, 0);
  const sources = new Set(report.sources.map(({ name }) => name.toLowerCase())).size;
  const counted = (key: string, count: number, none: string) =>
    count === 0 ? t(none) : plural(wording, key, count);
  return [
    { part: "quotes", text: counted("quotesChanged", changes.quotesChanged, "storyNoChange") },
    {
      part: "differing",
      text: details.length === 0 ? t("storyNoDifference") : details.join(" · "),
    },
    { part: "sources", text: counted("storySourceCount", sources, "noChains") },
    { part: "alone", text: counted("storyAloneCount", alone, "storyNothingAlone") },
  ];
}
