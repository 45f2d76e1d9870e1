import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type {
  MatchReport,
  PageMatch,
  QuoteContext,
  Reference,
  Relation,
} from "../../engine/model/index.ts";
import type { ListOrder } from "../../messages/defaultChoices.ts";
import { type AskedPassage, identifyingChars } from "../../messages/protocol.ts";
import { lazy } from "../components/lazy.tsx";
import { PagePublished } from "../components/pagePublished.ts";
import { DoubtfulMatches } from "./DoubtfulMatches.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { Headline } from "./Headline.tsx";
import { LanguageFilter } from "./LanguageFilter.tsx";
import { countLanguages, inLanguage } from "./languages.ts";
import { listMatches } from "./listedMatch.ts";
import { PassagesView } from "./PassagesView.tsx";
import { ReferenceTools } from "./ReferenceTools.tsx";
import { RelationFilter } from "./RelationFilter.tsx";
import { countRelations } from "./reportSummary.ts";
import { SteadyRows } from "./SteadyRows.tsx";
import { type ViewName, ViewTabs } from "./ViewTabs.tsx";
import type { ReportActions, ViewProps } from "./viewProps.ts";

interface ReportViewProps {
  readonly report: MatchReport;
  readonly placed: readonly boolean[];
  /** The text around each match's passage; left out if unknown. */
  readonly contexts?: readonly QuoteContext[];
  readonly actions: Omit<ReportActions, "compare">;
  readonly inView?: number | null;
  /** The passage that the reader opened from a card. */
  readonly asked?: AskedPassage | null;
  readonly order: ListOrder;
  readonly onOrder: (order: ListOrder) => void;
  /** Shown below the headline. */
  readonly note?: ComponentChildren;
  /** Shown below the list. */
  readonly children?: ComponentChildren;
}

/** The views. The first one is loaded at once, the others when they are opened. */
const views: Readonly<Record<ViewName, ComponentType<ViewProps>>> = {
  passages: PassagesView,
  outlets: lazy(async () => (await import("./lazyViews.ts")).OutletsView),
  time: lazy(async () => (await import("./lazyViews.ts")).TimeView),
  sources: lazy(async () => (await import("./lazyViews.ts")).SourcesView),
};

const CompareView = lazy(async () => (await import("./lazyViews.ts")).CompareView);

/** A version and the page's wording as they were when the reader opened the comparison. */
interface Compared {
  readonly match: PageMatch;
  readonly passage: string;
}

/** Shows a page's cross-references, or two wordings side by side if the reader asks for that. */
export function ReportView({ report, actions, asked = null, children, ...rest }: ReportViewProps) {
  const [compared, setCompared] = useState<Compared | null>(null);
  const returnTo = useRef<Element | null>(null);
  const scrolledTo = useRef(0);
  const compare = (match: PageMatch, { passage }: Reference) => {
    returnTo.current = document.activeElement;
    scrolledTo.current = window.scrollY;
    setCompared({ match, passage: passage.id });
  };
  useLayoutEffect(() => {
    // The list has kept its state, so the focus returns to where the reader left it.
    if (compared !== null || !(returnTo.current instanceof HTMLElement)) return;
    window.scrollTo(0, scrolledTo.current);
    returnTo.current.focus({ preventScroll: true });
    returnTo.current = null;
  }, [compared]);
  const askedAt = indexOfAsked(asked, report);
  useEffect(() => {
    const match = askedAt === null ? undefined : report.matches[askedAt];
    if (match) setCompared(asked?.compare ? { match, passage: asked.compare } : null);
  }, [asked]);
  return (
    <>
      <div hidden={compared !== null}>
        <SteadyRows report={report}>
          <PagePublished.Provider value={report.page.published}>
            <ReportList
              {...{ report, ...rest }}
              actions={{ ...actions, compare }}
              asked={askedAt}
              askedFor={asked}
            />
          </PagePublished.Provider>
        </SteadyRows>
        {children}
      </div>
      {compared !== null && (
        <CompareView {...compared} page={report.page} onClose={() => setCompared(null)} />
      )}
    </>
  );
}

/** Returns the index in the report of the requested passage; null if it is not there any more. */
function indexOfAsked(asked: AskedPassage | null, { matches }: MatchReport): number | null {
  if (asked === null) return null;
  const at = matches.findIndex(({ exact }) => exact.slice(0, identifyingChars) === asked.page);
  return at < 0 ? null : at;
}

interface ReportListProps extends Omit<ReportViewProps, "actions" | "asked" | "children"> {
  readonly actions: ReportActions;
  /** Index in the report of the passage that the reader opened. */
  readonly asked: number | null;
  readonly askedFor: AskedPassage | null;
}

/** Shows headline, filters, and one of the views. */
function ReportList(props: ReportListProps) {
  const {
    report,
    placed,
    contexts,
    actions,
    inView = null,
    asked,
    askedFor,
    note,
    order,
    onOrder,
  } = props;
  const [relation, setRelation] = useState<Relation | null>(null);
  const [language, setLanguage] = useState<string | null>(null);
  const [name, setName] = useState<ViewName>("passages");
  useEffect(() => {
    if (asked === null) return;
    setRelation(null);
    setLanguage(null);
    setName("passages");
    // Its index may change when more is found, which is not a new request.
  }, [askedFor, asked !== null]);
  const all = listMatches(report, placed);
  const matches = all.map(({ match }) => match);
  const shown = { ...report, matches };
  const languages = countLanguages(matches, report.page.language);
  const inIt = languages.some((count) => count.language === language) ? language : null;
  const ofLanguage = inIt === null ? all : inLanguage(all, inIt, report.page.language);
  const counts = countRelations(ofLanguage.map(({ match }) => match));
  const isThere = counts.some((count) => count.relation === relation);
  const chosen = isThere ? relation : null;
  const listed =
    chosen === null ? ofLanguage : ofLanguage.filter(({ match }) => match.relation === chosen);
  const View = views[name];
  return (
    <>
      <Headline report={shown} />
      {note}
      <RelationFilter
        counts={counts}
        total={ofLanguage.length}
        chosen={chosen}
        onChoose={setRelation}
      />
      <LanguageFilter
        counts={languages}
        total={matches.length}
        chosen={inIt}
        onChoose={setLanguage}
      />
      <ViewTabs chosen={name} onChoose={setName}>
        <View
          key={`${chosen} ${inIt}`}
          report={shown}
          {...{ listed, actions, inView, asked, order, onOrder }}
        />
      </ViewTabs>
      <DoubtfulMatches
        report={report}
        toolsFor={(match, reference) => (
          <ReferenceTools match={match} reference={reference} actions={actions} />
        )}
      />
      <ExportMenu
        report={{ ...shown, matches: listed.map(({ match }) => match) }}
        quotes={
          new Map(
            listed.flatMap(({ match, index }) =>
              contexts?.[index] === undefined ? [] : [[match, contexts[index]]],
            ),
          )
        }
        actions={actions}
      />
    </>
  );
}
