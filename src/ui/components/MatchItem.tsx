import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PageMatch, Reference } from "../../engine/model/index.ts";
import { MatchHead } from "./MatchHead.tsx";
import { ReferenceItem } from "./ReferenceItem.tsx";
import { plural, useWording } from "./wording.ts";

/** The references shown at first, as many as fit beside a passage without hiding the next one. */
const outletsAtFirst = 3;

interface MatchItemProps {
  readonly match: PageMatch;
  /** Identifies the item in its list. */
  readonly name?: string;
  /** False if the passage could not be marked on the page. */
  readonly isPlaced: boolean;
  /** True if the page shows the passage now and the list follows the page. */
  readonly isInView?: boolean;
  /** True if the reader opened it from a card: it gets the focus and shows all its references. */
  readonly isAsked?: boolean;
  /** Scrolls the page to the passage; left out where no mark is expected. */
  readonly onJump?: () => void;
  /** The controls for the passage. */
  readonly tools?: ComponentChildren;
  /** Renders the controls for one of its references. */
  readonly toolsFor?: ToolsFor | undefined;
}

/** Renders the controls for a reference. */
export type ToolsFor = (match: PageMatch, reference: Reference) => ComponentChildren;

/**
 * Shows a passage of the page with its references. A click on the words scrolls the page to them.
 */
export function MatchItem(props: MatchItemProps) {
  const {
    match,
    name,
    isPlaced,
    isInView = false,
    isAsked = false,
    onJump,
    tools,
    toolsFor,
  } = props;
  const { t } = useWording();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isInView || isAsked) item.current?.scrollIntoView?.({ block: "nearest" });
    if (isAsked) item.current?.querySelector<HTMLElement>("button")?.focus();
  }, [isInView, isAsked]);
  return (
    <li
      class="match"
      data-passage={name}
      data-relation={match.relation}
      aria-current={isInView || isAsked ? "location" : undefined}
      ref={item}
    >
      <MatchHead match={match}>
        {match.in === "title" && <span class="place">{t("inTheTitle")}</span>}
      </MatchHead>
      {isPlaced && onJump ? (
        <button type="button" class="passage" title={t("jumpTo")} dir="auto" onClick={onJump}>
          {match.exact}
        </button>
      ) : (
        <>
          <p class="passage" dir="auto">
            {match.exact}
          </p>
          {onJump && <p class="unplaced">{t("unplaced")}</p>}
        </>
      )}
      <ReferenceList key={String(isAsked)} match={match} toolsFor={toolsFor} isWhole={isAsked} />
      {tools}
    </li>
  );
}

interface ReferenceListProps {
  readonly match: PageMatch;
  readonly toolsFor?: ToolsFor | undefined;
  /** True if all references are shown from the start. */
  readonly isWhole?: boolean;
  /**
   * Shows the other references elsewhere, where there is more room; without it they unfold here.
   */
  readonly onMore?: () => void;
}

/** Lists the references of a match: three at first, the rest on request. */
export function ReferenceList({ match, toolsFor, isWhole = false, onMore }: ReferenceListProps) {
  const [isUnfolded, setUnfolded] = useState(isWhole);
  const { first, others } = splitReferences(match.references);
  return (
    <>
      <ul class="references">
        {[...first, ...(isUnfolded ? others : [])].map((reference) => (
          <ReferenceItem
            key={reference.passage.id}
            match={match}
            reference={reference}
            tools={toolsFor?.(match, reference)}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <MoreButton
          count={others.length}
          isUnfolded={isUnfolded}
          onPress={onMore ?? (() => setUnfolded(!isUnfolded))}
        />
      )}
    </>
  );
}

interface MoreButtonProps {
  readonly count: number;
  readonly isUnfolded: boolean;
  readonly onPress: () => void;
}

function MoreButton({ count, isUnfolded, onPress }: MoreButtonProps) {
  const wording = useWording();
  return (
    <button type="button" class="quiet" aria-expanded={isUnfolded} onClick={onPress}>
      {isUnfolded ? wording.t("fewerReferences") : plural(wording, "moreReferences", count)}
    </button>
  );
}

/**
 * Returns the best reference of each outlet, as many as are shown at first, and the others in their
 * order.
 */
function splitReferences(references: readonly Reference[]) {
  const outlets = new Set<string>();
  const first: Reference[] = [];
  const others: Reference[] = [];
  for (const reference of references) {
    const isFirst = first.length < outletsAtFirst && !outlets.has(voiceOf(reference));
    (isFirst ? first : others).push(reference);
    outlets.add(voiceOf(reference));
  }
  return { first, others };
}

/**
 * Returns a key of the outlet and of the site that its article came from; the outlet's own site and
 * another site that carries its name count separately.
 */
function voiceOf({ article: { outlet, source } }: Reference): string {
  return source === undefined ? outlet : `${outlet}\n${source.kind} ${source.name}`;
}
