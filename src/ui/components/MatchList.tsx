import { useEffect, useRef, useState } from "preact/hooks";
import type { MatchReport, PageMatch, Relation } from "../../engine/model/index.ts";
import { MatchItem } from "./MatchItem.tsx";
import { RelationFilter } from "./RelationFilter.tsx";
import { countRelations } from "./reportSummary.ts";
import { plural, useWording } from "./wording.ts";

/** So many passages stand in the document at once, however many the page has. */
const matchesShown = 25;

interface MatchListProps {
  readonly report: MatchReport;
  readonly placed: readonly boolean[];
  /** @param index the match's place in the report */
  readonly onJump: (index: number) => void;
}

interface ListedMatch {
  readonly match: PageMatch;
  readonly index: number;
}

/** The matches in page order, to be filtered by relation; a long list is shown in parts. */
export function MatchList({ report, placed, onJump }: MatchListProps) {
  const { t } = useWording();
  const [relation, setRelation] = useState<Relation | null>(null);
  const [first, setFirst] = useState(0);
  const listed: readonly ListedMatch[] = report.matches
    .map((match, index) => ({ match, index }))
    .filter(({ match }) => relation === null || match.relation === relation);
  const choose = (chosen: Relation | null) => {
    setRelation(chosen);
    setFirst(0);
  };
  return (
    <>
      <RelationFilter
        counts={countRelations(report.matches)}
        total={report.matches.length}
        chosen={relation}
        onChoose={choose}
      />
      <UnplacedNote count={placed.filter((isPlaced) => !isPlaced).length} />
      <FocusedList key={relation} label={t("matchesLabel")} first={first}>
        {listed.slice(first, first + matchesShown).map(({ match, index }) => (
          <MatchItem
            key={index}
            match={match}
            isPlaced={placed[index] ?? false}
            onJump={() => onJump(index)}
          />
        ))}
      </FocusedList>
      <Parts first={first} total={listed.length} onChoose={setFirst} />
    </>
  );
}

function UnplacedNote({ count }: { readonly count: number }) {
  const wording = useWording();
  if (count === 0) return null;
  return <p class="note">{plural(wording, "unplacedCount", count)}</p>;
}

interface FocusedListProps {
  readonly label: string;
  readonly first: number;
  readonly children: preact.ComponentChildren;
}

/** The list itself. Takes the focus when another part of it is shown, so that reading goes on at its top. */
function FocusedList({ label, first, children }: FocusedListProps) {
  const list = useRef<HTMLOListElement>(null);
  const lastFirst = useRef(first);
  useEffect(() => {
    if (lastFirst.current === first) return;
    lastFirst.current = first;
    list.current?.focus();
    list.current?.scrollIntoView?.();
  }, [first]);
  return (
    <ol class="matches" aria-label={label} tabIndex={-1} ref={list} start={first + 1}>
      {children}
    </ol>
  );
}

interface PartsProps {
  readonly first: number;
  readonly total: number;
  readonly onChoose: (first: number) => void;
}

function Parts({ first, total, onChoose }: PartsProps) {
  const { t, locale } = useWording();
  if (total <= matchesShown) return null;
  const last = Math.min(first + matchesShown, total);
  const format = new Intl.NumberFormat(locale);
  const numbers = [first + 1, last, total].map((number) => format.format(number));
  return (
    <nav class="parts" aria-label={t("matchesLabel")}>
      <button
        type="button"
        class="quiet"
        disabled={first === 0}
        onClick={() => onChoose(first - matchesShown)}
      >
        {t("earlierMatches")}
      </button>
      <span>{t("rangeShown", numbers)}</span>
      <button
        type="button"
        class="quiet"
        disabled={last === total}
        onClick={() => onChoose(first + matchesShown)}
      >
        {t("laterMatches")}
      </button>
    </nav>
  );
}
