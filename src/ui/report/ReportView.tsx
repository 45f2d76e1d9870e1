import type { ComponentType } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MatchReport, PageMatch, Reference, Relation } from "../../engine/model/index.ts";
import { later } from "../components/later.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { Headline } from "./Headline.tsx";
import { listMatches } from "./listedMatch.ts";
import { PassagesView } from "./PassagesView.tsx";
import { RelationFilter } from "./RelationFilter.tsx";
import { countRelations } from "./reportSummary.ts";
import { type ViewName, ViewTabs } from "./ViewTabs.tsx";
import type { ReportActions, ViewProps } from "./viewProps.ts";

interface ReportViewProps {
  readonly report: MatchReport;
  readonly placed: readonly boolean[];
  readonly actions: Omit<ReportActions, "compare">;
  readonly inView?: number | null;
}

/** What is seen first is there at once, the rest when it is looked at. */
const views: Readonly<Record<ViewName, ComponentType<ViewProps>>> = {
  passages: PassagesView,
  outlets: later(async () => (await import("./OutletsView.tsx")).OutletsView),
  time: later(async () => (await import("./TimeView.tsx")).TimeView),
  sources: later(async () => (await import("./SourcesView.tsx")).SourcesView),
};

const CompareView = later(async () => (await import("./CompareView.tsx")).CompareView);

/** A version beside the page's wording; both as they were when the reader asked. */
interface Compared {
  readonly match: PageMatch;
  readonly passage: string;
}

/** The whole of a page's cross-references; or, when the reader asks for it, two wordings side by side. */
export function ReportView({ report, actions, ...rest }: ReportViewProps) {
  const [compared, setCompared] = useState<Compared | null>(null);
  const returnTo = useRef<Element | null>(null);
  const scrolledTo = useRef(0);
  const compare = (match: PageMatch, { passage }: Reference) => {
    returnTo.current = document.activeElement;
    scrolledTo.current = window.scrollY;
    setCompared({ match, passage: passage.id });
  };
  useLayoutEffect(() => {
    // The list has kept its state meanwhile; the reader goes on where it was left.
    if (compared !== null || !(returnTo.current instanceof HTMLElement)) return;
    window.scrollTo(0, scrolledTo.current);
    returnTo.current.focus({ preventScroll: true });
    returnTo.current = null;
  }, [compared]);
  return (
    <>
      <div hidden={compared !== null}>
        <ReportList report={report} actions={{ ...actions, compare }} {...rest} />
      </div>
      {compared !== null && (
        <CompareView {...compared} page={report.page} onClose={() => setCompared(null)} />
      )}
    </>
  );
}

type ReportListProps = Omit<ReportViewProps, "actions"> & { readonly actions: ReportActions };

/** Headline, filter, and one of the views. */
function ReportList({ report, placed, actions, inView = null }: ReportListProps) {
  const [relation, setRelation] = useState<Relation | null>(null);
  const [name, setName] = useState<ViewName>("passages");
  const all = listMatches(report, placed);
  const matches = all.map(({ match }) => match);
  const shown = { ...report, matches };
  const counts = countRelations(matches);
  const isThere = counts.some((count) => count.relation === relation);
  const chosen = isThere ? relation : null;
  const listed = chosen === null ? all : all.filter(({ match }) => match.relation === chosen);
  const View = views[name];
  return (
    <>
      <Headline report={shown} />
      <RelationFilter
        counts={counts}
        total={matches.length}
        chosen={chosen}
        onChoose={setRelation}
      />
      <ViewTabs chosen={name} onChoose={setName}>
        <View key={chosen} report={shown} listed={listed} actions={actions} inView={inView} />
      </ViewTabs>
      <ExportMenu
        report={{ ...shown, matches: listed.map(({ match }) => match) }}
        actions={actions}
      />
    </>
  );
}
