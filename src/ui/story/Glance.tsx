import { isQuoteChange, type StoryReport } from "../../engine/model/index.ts";
import { plural, type Translate, useWording, type Wording } from "../components/wording.ts";
import { changeWords } from "./changeWords.ts";
import { describeFirst } from "./describeFirst.ts";
import { nameOf, namesOf } from "./outletNames.ts";
import { changesIn, noDifferenceKey, quotesOf } from "./storyFacts.ts";
import type { StoryShown } from "./storyModel.ts";
import { tollKeys } from "./TollList.tsx";

/** Shows each answer of the story in one line that links to its section. */
export function Glance({ story }: { readonly story: StoryShown }) {
  const wording = useWording();
  const { t } = wording;
  const { articles, report } = story;
  return (
    <nav class="glance" aria-label={t("storyGlance")}>
      <ul>
        <li>
          <a href="#when">{describeFirst(articles, wording)}</a>
        </li>
        {report === null ? (
          <li role="status">{t("storyComparing")}</li>
        ) : (
          answersOf(report, wording).map(({ part, text, more }) => (
            <li key={part}>
              <a href={`#${part}`}>{text}</a> <span class="hint">{more.join(" · ")}</span>
            </li>
          ))
        )}
      </ul>
    </nav>
  );
}

/** A line of the overview: its link, its count and its first items. */
interface Answer {
  readonly part: string;
  readonly text: string;
  readonly more: readonly string[];
}

/** The most items on each line; the others are in its section. */
const mostItems = 2;
const mostNames = 4;

function answersOf(report: StoryReport, wording: Wording): readonly Answer[] {
  return [
    changedQuotes(report, wording),
    ...tolls(report, wording),
    differences(report, wording),
    sources(report, wording),
    standsAlone(report, wording),
  ];
}

function changedQuotes(report: StoryReport, wording: Wording): Answer {
  const { t } = wording;
  const { changed } = quotesOf(report);
  const told = changed.flatMap(({ statement }) =>
    statement.versions.flatMap(({ article, compared }) =>
      (compared?.differences ?? [])
        .filter(isQuoteChange)
        .map((change) => named(report, article, changeWords(change, t), t)),
    ),
  );
  const count = changed.length;
  const text = count === 0 ? t("storyNoChange") : plural(wording, "quotesChanged", count);
  return { part: "quotes", text, more: told.slice(0, mostItems) };
}

function differences(report: StoryReport, wording: Wording): Answer {
  const { t, formats } = wording;
  const changes = changesIn(report);
  const counted = (["numbersDiffer", "datesDiffer", "othersDiffer", "atOdds"] as const).flatMap(
    (kind) => (changes[kind] === 0 ? [] : [plural(wording, kind, changes[kind])]),
  );
  const told = report.disagreements.slice(0, mostItems).flatMap(({ values }) =>
    values.map(({ text, articles }) => {
      const who = formats.list(namesOf(articles, report.articles, t));
      return t("storyNamed", [text, who]);
    }),
  );
  const text = counted.length === 0 ? t(noDifferenceKey(report)) : counted.join(" · ");
  return { part: "differing", text, more: told };
}

function tolls({ tolls: found, articles }: StoryReport, { t }: Wording): readonly Answer[] {
  const [first] = found;
  if (first === undefined) return [];
  const told = first.values.map(({ article, text }) =>
    t("storyNamed", [nameOf(articles[article]!, t), text]),
  );
  const kinds = [...new Set(found.map(({ kind }) => t(tollKeys[kind])))];
  return [{ part: "tolls", text: kinds.join(" · "), more: told.slice(0, mostNames) }];
}

function sources({ sources: found }: StoryReport, wording: Wording): Answer {
  const { t } = wording;
  const times = new Map<string, number>();
  for (const { name, count } of found) times.set(name, (times.get(name) ?? 0) + count);
  const names = [...times].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  const text =
    names.length === 0 ? t("noChains") : plural(wording, "storySourceCount", names.length);
  return { part: "sources", text, more: names.slice(0, mostNames) };
}

function standsAlone(report: StoryReport, wording: Wording): Answer {
  const { t, formats } = wording;
  const found = report.alone.filter(({ count }) => count > 0);
  const all = found.reduce((sum, { count }) => sum + count, 0);
  const told = found
    .toSorted((a, b) => b.count - a.count)
    .map(({ article, count }) => named(report, article, formats.number(count), t));
  const text = all === 0 ? t("storyNothingAlone") : plural(wording, "storyAloneCount", all);
  return { part: "alone", text, more: told.slice(0, mostNames) };
}

function named({ articles }: StoryReport, article: number, what: string, t: Translate): string {
  return t("storyNamed", [nameOf(articles[article]!, t), what]);
}
