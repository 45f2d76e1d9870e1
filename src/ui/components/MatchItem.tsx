import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PageMatch, Reference } from "../../engine/model/index.ts";
import { ReferenceItem } from "./ReferenceItem.tsx";
import { RelationLabel } from "./RelationLabel.tsx";
import { plural, useWording } from "./wording.ts";

/** As many as fit beside a passage without hiding the next one. */
const outletsAtFirst = 3;

interface MatchItemProps {
  readonly match: PageMatch;
  /** False if the passage could not be marked on the page. */
  readonly isPlaced: boolean;
  /** True if the page shows it at the moment, and the list follows. */
  readonly isInView?: boolean;
  /** Shows the passage on the page. */
  readonly onJump: () => void;
  /** What can be done with one of its references. */
  readonly toolsFor?: ToolsFor;
}

/** Draws what can be done with a reference. */
type ToolsFor = (match: PageMatch, reference: Reference) => ComponentChildren;

/** A passage of the page with its references. A click on the words shows them on the page. */
export function MatchItem({ match, isPlaced, isInView = false, onJump, toolsFor }: MatchItemProps) {
  const { t } = useWording();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isInView) item.current?.scrollIntoView?.({ block: "nearest" });
  }, [isInView]);
  return (
    <li
      class="match"
      data-relation={match.relation}
      aria-current={isInView ? "location" : undefined}
      ref={item}
    >
      <p class="match-head">
        <RelationLabel relation={match.relation} />
        {match.in === "title" && <span class="place">{t("inTheTitle")}</span>}
      </p>
      {isPlaced ? (
        <button type="button" class="passage" title={t("jumpTo")} dir="auto" onClick={onJump}>
          {match.exact}
        </button>
      ) : (
        <>
          <p class="passage" dir="auto">
            {match.exact}
          </p>
          <p class="unplaced">{t("unplaced")}</p>
        </>
      )}
      <ReferenceList match={match} toolsFor={toolsFor} />
    </li>
  );
}

interface ReferenceListProps {
  readonly match: PageMatch;
  readonly toolsFor?: ToolsFor | undefined;
}

/** The references of a match, three at first, the rest on request. */
export function ReferenceList({ match, toolsFor }: ReferenceListProps) {
  const wording = useWording();
  const [isWhole, setWhole] = useState(false);
  const { first, others } = splitReferences(match.references);
  return (
    <>
      <ul class="references">
        {[...first, ...(isWhole ? others : [])].map((reference) => (
          <ReferenceItem
            key={reference.passage.id}
            match={match}
            reference={reference}
            tools={toolsFor?.(match, reference)}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <button
          type="button"
          class="quiet"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole
            ? wording.t("fewerReferences")
            : plural(wording, "moreReferences", others.length)}
        </button>
      )}
    </>
  );
}

/** The best reference of each outlet, as many as are shown at first; the others stay in their order. */
function splitReferences(references: readonly Reference[]) {
  const outlets = new Set<string>();
  const first: Reference[] = [];
  const others: Reference[] = [];
  for (const reference of references) {
    const isFirst = first.length < outletsAtFirst && !outlets.has(reference.article.outlet);
    (isFirst ? first : others).push(reference);
    outlets.add(reference.article.outlet);
  }
  return { first, others };
}
