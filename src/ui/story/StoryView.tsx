import type { ComponentChildren } from "preact";
import type { StoryReport } from "../../engine/model/index.ts";
import { PageHead } from "../components/PageHead.tsx";
import { plural, useWording } from "../components/wording.ts";
import { PartedList } from "../report/PartedList.tsx";
import { DisagreementList } from "./DisagreementList.tsx";
import { Glance } from "./Glance.tsx";
import { OnlyOne } from "./OnlyOne.tsx";
import { StatementItem } from "./StatementItem.tsx";
import { StoryExport } from "./StoryExport.tsx";
import { StorySources } from "./StorySources.tsx";
import { StoryTimeline } from "./StoryTimeline.tsx";
import { claimsOf, noDifferenceKey, type PlacedStatement, quotesOf } from "./storyFacts.ts";
import type { StoryModel, StoryShown } from "./storyModel.ts";
import { TollList } from "./TollList.tsx";

interface StoryViewProps {
  readonly model: StoryModel;
  readonly story: StoryShown;
}

/** Shows a story: its outlets in time, and what they print, side by side. */
export function StoryView({ model, story }: StoryViewProps) {
  const wording = useWording();
  const { t } = wording;
  const { articles, report } = story;
  const [first] = articles;
  const outlets = new Set(articles.map(({ outlet }) => outlet)).size;
  return (
    <>
      <p class="ways">
        <a href="story.html">{t("storiesAll")}</a>
      </p>
      <PageHead title={first?.title ?? t("storyTitle")} language={first?.language ?? null}>
        <p class="hint">
          {plural(wording, "articleCountAlone", articles.length)} ·{" "}
          {plural(wording, "storyOutletCount", outlets)}
        </p>
      </PageHead>
      {articles.length < 2 ? <p>{t("storyAlone")}</p> : <Glance story={story} />}
      <Part id="when" title={t("timelineTitle")}>
        <p class="hint">{t("storyClock")}</p>
        <StoryTimeline story={story} />
      </Part>
      {report !== null && <Compared report={report} />}
      {report !== null && <StoryExport report={report} model={model} />}
    </>
  );
}

function Compared({ report }: { readonly report: StoryReport }) {
  const wording = useWording();
  const { t, formats } = wording;
  const { articles, compared } = report;
  const { changed, same } = quotesOf(report);
  const claims = claimsOf(report);
  return (
    <>
      {compared < articles.length && (
        <p class="hint">
          {t("storyComparedSome", [formats.number(compared), formats.number(articles.length)])}
        </p>
      )}
      <Part id="quotes" title={t("storyQuotes")}>
        {changed.length === 0 && <p class="hint">{t("storyNoChange")}</p>}
        <Statements statements={changed} report={report} label={t("storyQuotes")} />
        <Folded
          title={plural(wording, "storySameQuotes", same.length)}
          statements={same}
          report={report}
          isOpen={changed.length === 0}
        />
      </Part>
      {report.tolls.length > 0 && (
        <Part id="tolls" title={t("storyTolls")}>
          <TollList report={report} />
        </Part>
      )}
      <Part id="differing" title={t("storyDiffering")}>
        {report.disagreements.length === 0 ? (
          <p class="hint">{t(noDifferenceKey(report))}</p>
        ) : (
          <DisagreementList report={report} />
        )}
      </Part>
      {report.sources.length === 0 ? (
        <Part id="sources" title={t("chainTitle")}>
          <p class="hint">{t("noChains")}</p>
        </Part>
      ) : (
        <div id="sources">
          <StorySources report={report} />
        </div>
      )}
      <Part id="alone" title={t("storyOnlyOne")}>
        <p class="hint">{t("storyOnlyOneText")}</p>
        <OnlyOne report={report} />
      </Part>
      <Part id="shared" title={t("storyShared")}>
        <Folded
          title={plural(wording, "statementCount", claims.length)}
          statements={claims}
          report={report}
        />
      </Part>
    </>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Part({ id, title, children }: PartProps) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      {children}
    </section>
  );
}

interface StatementsProps {
  readonly statements: readonly PlacedStatement[];
  readonly report: StoryReport;
  readonly label: string;
}

function Statements({ statements, report, label }: StatementsProps) {
  if (statements.length === 0) return null;
  return (
    <PartedList items={statements} keyOf={({ place }) => String(place)} label={label}>
      {({ statement, place }) => (
        <StatementItem key={place} statement={statement} articles={report.articles} />
      )}
    </PartedList>
  );
}

interface FoldedProps extends Omit<StatementsProps, "label"> {
  readonly title: string;
  /** True if it is open from the start, because it has few items. */
  readonly isOpen?: boolean;
}

/** The most items of a section that is open from the start; more would hide the sections below. */
const mostUnfolded = 4;

function Folded({ title, isOpen = false, ...given }: FoldedProps) {
  const count = given.statements.length;
  if (count === 0) return null;
  return (
    <details open={isOpen || count <= mostUnfolded}>
      <summary>{title}</summary>
      <Statements {...given} label={title} />
    </details>
  );
}
