import { useState } from "preact/hooks";
import type { MatchReport, Relation } from "../../engine/model/index.ts";
import { Headline } from "./Headline.tsx";
import { listMatches } from "./listedMatch.ts";
import { OutletsView } from "./OutletsView.tsx";
import { PassagesView } from "./PassagesView.tsx";
import { RelationFilter } from "./RelationFilter.tsx";
import { countRelations } from "./reportSummary.ts";
import { SourcesView } from "./SourcesView.tsx";
import { TimeView } from "./TimeView.tsx";
import { type ViewName, ViewTabs } from "./ViewTabs.tsx";
import type { ReportActions } from "./viewProps.ts";

interface ReportViewProps {
  readonly report: MatchReport;
  readonly placed: readonly boolean[];
  readonly actions: ReportActions;
  readonly inView?: number | null;
}

const views = {
  passages: PassagesView,
  outlets: OutletsView,
  time: TimeView,
  sources: SourcesView,
} as const;

/** The whole of a page's cross-references: headline, filter, and one of the views. */
export function ReportView({ report, placed, actions, inView = null }: ReportViewProps) {
  const [relation, setRelation] = useState<Relation | null>(null);
  const [name, setName] = useState<ViewName>("passages");
  const counts = countRelations(report.matches);
  const isThere = counts.some((count) => count.relation === relation);
  const chosen = isThere ? relation : null;
  const all = listMatches(report, placed);
  const listed = chosen === null ? all : all.filter(({ match }) => match.relation === chosen);
  const View = views[name];
  return (
    <>
      <Headline report={report} />
      <RelationFilter
        counts={counts}
        total={report.matches.length}
        chosen={chosen}
        onChoose={setRelation}
      />
      <ViewTabs chosen={name} onChoose={setName}>
        <View key={chosen} report={report} listed={listed} actions={actions} inView={inView} />
      </ViewTabs>
    </>
  );
}
