import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWording } from "../components/wording.ts";

/** So many items stand in the document at once, however many there are. */
const itemsShown = 25;
/** So many fill a popup: the reader waits for no more (`npm run bench -- views`). */
const itemsAtFirst = 3;
/** So many are drawn in one go after them. */
const itemsAtOnce = 6;

interface PartedListProps<Item> {
  readonly items: readonly Item[];
  readonly label: string;
  /** An item that must be in the part shown; null leaves the choice to the reader. */
  readonly showAt?: number | null;
  readonly children: (item: Item) => ComponentChildren;
}

/** A list in parts: a long one never fills the document. */
export function PartedList<Item>({ items, label, showAt, children }: PartedListProps<Item>) {
  const [chosen, setFirst] = useState(0);
  const first = chosen < items.length ? chosen : 0;
  useEffect(() => {
    if (showAt != null && showAt >= 0) setFirst(showAt - (showAt % itemsShown));
  }, [showAt]);
  const grown = useGrowing(first);
  return (
    <>
      <FocusedList label={label} first={first} isFollowing={showAt != null}>
        {items.slice(first, first + grown).map(children)}
      </FocusedList>
      <Parts label={label} first={first} total={items.length} onChoose={setFirst} />
    </>
  );
}

/** How many items of a part are drawn by now: some at once, the others right after, some at a time. */
function useGrowing(first: number): number {
  const [drawn, setDrawn] = useState({ first, count: itemsAtFirst });
  const count = drawn.first === first ? drawn.count : itemsAtFirst;
  useEffect(() => {
    if (count >= itemsShown) return;
    const timer = setTimeout(() => setDrawn({ first, count: count + itemsAtOnce }));
    return () => clearTimeout(timer);
  }, [first, count]);
  return Math.min(count, itemsShown);
}

interface FocusedListProps {
  readonly label: string;
  readonly first: number;
  readonly isFollowing: boolean;
  readonly children: ComponentChildren;
}

/** Takes the focus when the reader asks for another part, so that reading goes on at its top. */
function FocusedList({ label, first, isFollowing, children }: FocusedListProps) {
  const list = useRef<HTMLOListElement>(null);
  const lastFirst = useRef(first);
  useEffect(() => {
    if (lastFirst.current === first) return;
    lastFirst.current = first;
    if (isFollowing) return;
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
  readonly label: string;
  readonly first: number;
  readonly total: number;
  readonly onChoose: (first: number) => void;
}

function Parts({ label, first, total, onChoose }: PartsProps) {
  const { t, formats } = useWording();
  if (total <= itemsShown) return null;
  const last = Math.min(first + itemsShown, total);
  const numbers = [first + 1, last, total].map((number) => formats.number(number));
  return (
    <nav class="parts" aria-label={label}>
      <button
        type="button"
        class="quiet"
        disabled={first === 0}
        onClick={() => onChoose(first - itemsShown)}
      >
        {t("earlierMatches")}
      </button>
      <span>{t("rangeShown", numbers)}</span>
      <button
        type="button"
        class="quiet"
        disabled={last === total}
        onClick={() => onChoose(first + itemsShown)}
      >
        {t("laterMatches")}
      </button>
    </nav>
  );
}
