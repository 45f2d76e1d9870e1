import { type StoryArticle, type TimeSpan, timeSpanOf } from "../../engine/model/index.ts";
import { publishedWords } from "../components/publishedWords.ts";
import { TakenFrom } from "../components/TakenFrom.tsx";
import { textAttributes } from "../components/textDirection.ts";
import { useWording } from "../components/wording.ts";
import { nameOf } from "./outletNames.ts";
import type { StoryShown } from "./storyModel.ts";

/** The least time that is drawn; otherwise a minute's lead would look like a day's. */
const leastSpanMs = 3_600_000;

/**
 * Shows who printed it when: a row per article, with a dot at its time. If only the day is known, a
 * bar covers the time in which it may have been printed.
 */
export function StoryTimeline({ story }: { readonly story: StoryShown }) {
  const { t } = useWording();
  const { articles, report } = story;
  const scale = scaleOf(articles);
  return (
    <ol class="timeline" aria-label={t("timelineTitle")}>
      {articles.map((article, place) => (
        <TimelineRow
          key={article.id}
          article={article}
          scale={scale}
          copyOf={articles[report?.copies.find((copy) => copy.article === place)?.of ?? -1] ?? null}
        />
      ))}
    </ol>
  );
}

interface TimelineRowProps {
  readonly article: StoryArticle;
  readonly scale: Scale | null;
  /** The article that it mostly copies; null if there is none. */
  readonly copyOf: StoryArticle | null;
}

function TimelineRow({ article, scale, copyOf }: TimelineRowProps) {
  const wording = useWording();
  const { t } = wording;
  return (
    <li>
      <p class="when">
        <strong class="outlet">{nameOf(article, t)}</strong>{" "}
        <span class="published">{publishedWords(article.published, wording)}</span>
        <TakenFrom source={article.source} />
      </p>
      <Track article={article} scale={scale} />
      <p class="what">
        <Title article={article} />
        {copyOf !== null && <span class="taken"> · {t("storyCopy", [nameOf(copyOf, t)])}</span>}
      </p>
    </li>
  );
}

/** Shows a title. Records come from files that others made, so only web addresses become links. */
function Title({ article: { title, url, language } }: { readonly article: StoryArticle }) {
  const attributes = textAttributes(language);
  if (url === null || !/^https?:\/\//i.test(url)) return <span {...attributes}>{title}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" {...attributes}>
      {title}
    </a>
  );
}

/** The time that is drawn, from first to last. */
interface Scale {
  readonly from: number;
  readonly to: number;
}

/**
 * Returns the scale from the first known moment to the last; a day without a time counts as its
 * middle. Null if no date is known.
 */
function scaleOf(articles: readonly StoryArticle[]): Scale | null {
  const spans = articles.flatMap(({ published }) => {
    const span = published === null ? null : timeSpanOf(published);
    return span === null ? [] : [span];
  });
  if (spans.length === 0) return null;
  const areMoments = spans.some(isMoment);
  const middleOf = (span: TimeSpan) => (span.from + span.to) / 2;
  const from = Math.min(...spans.map((span) => (areMoments ? middleOf(span) : span.from)));
  const to = Math.max(...spans.map((span) => (areMoments ? middleOf(span) : span.to)));
  return { from, to: Math.max(to, from + leastSpanMs) };
}

const minuteMs = 60_000;

function isMoment({ from, to }: TimeSpan): boolean {
  return to - from <= minuteMs;
}

interface TrackProps {
  readonly article: StoryArticle;
  readonly scale: Scale | null;
}

function Track({ article: { published, isPage }, scale }: TrackProps) {
  const span = published === null ? null : timeSpanOf(published);
  if (span === null || scale === null) return <div class="track" aria-hidden="true" />;
  const start = shareOf(span.from, scale);
  const end = shareOf(span.to, scale);
  const look = isMoment(span)
    ? { class: `dot${isPage ? " page" : ""}`, style: { insetInlineStart: percent(start) } }
    : {
        class: "span",
        style: { insetInlineStart: percent(start), insetInlineEnd: percent(1 - end) },
      };
  return (
    <div class="track" aria-hidden="true">
      <span {...look} data-basis={published?.basis} />
    </div>
  );
}

function shareOf(moment: number, { from, to }: Scale): number {
  return Math.min(1, Math.max(0, (moment - from) / (to - from)));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
