import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import type { MatchReport, Relation } from "../../engine/model/index.ts";
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
  readonly actions: ReportActions;
  readonly inView?: number | null;
}

/** What is seen first is there at once, the rest when it is looked at. */
const views: Readonly<Record<ViewName, ComponentType<ViewProps>>> = {
  passages: PassagesView,
  outlets: later(async () => (await import("./OutletsView.tsx")).OutletsView),
  time: later(async () => (await import("./TimeView.tsx")).TimeView),
  sources: later(async () => (await import("./SourcesView.tsx")).SourcesView),
};

/** The whole of a page's cross-references: headline, filter, and one of the views. */
export function ReportView({ report, placed, actions, inView = null }: ReportViewProps) {
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
