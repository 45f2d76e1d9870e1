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
  /** Tells an item from the others, also when more have come. */
  readonly keyOf: (item: Item) => string;
  readonly label: string;
  /** An item that must be in the part shown; null leaves the choice to the reader. */
  readonly showAt?: number | null;
  readonly children: (item: Item) => ComponentChildren;
}

/** A list in parts: a long one never fills the document. A part begins with the same item when others come before it. */
export function PartedList<Item>({ items, keyOf, label, showAt, children }: PartedListProps<Item>) {
  /** Key of the part's first item; null: the beginning, whatever stands there. */
  const [part, setPart] = useState<string | null>(null);
  const first = usePlaceOf(part, items, keyOf);
  const choose = (place: number) =>
    setPart(place <= 0 || place >= items.length ? null : keyOf(items[place]!));
  useEffect(() => {
    if (showAt == null || showAt < 0) return;
    if (showAt < first || showAt >= first + itemsShown) choose(showAt - (showAt % itemsShown));
  }, [showAt]);
  const grown = useGrowing(part);
  return (
    <>
      <FocusedList label={label} part={part} first={first} isFollowing={showAt != null}>
        {items.slice(first, first + grown).map(children)}
      </FocusedList>
      <Parts label={label} first={first} total={items.length} onChoose={choose} />
    </>
  );
}

/** Where a part begins; where its first item has gone, where that was. */
function usePlaceOf<Item>(
  part: string | null,
  items: readonly Item[],
  keyOf: (item: Item) => string,
): number {
  const last = useRef(0);
  const found = part === null ? 0 : items.findIndex((item) => keyOf(item) === part);
  if (found >= 0) last.current = found;
  return last.current < items.length ? last.current : 0;
}

/** How many items of a part are drawn by now: some at once, the others right after, some at a time. */
function useGrowing(part: string | null): number {
  const [drawn, setDrawn] = useState({ part, count: itemsAtFirst });
  const count = drawn.part === part ? drawn.count : itemsAtFirst;
  useEffect(() => {
    if (count >= itemsShown) return;
    const timer = setTimeout(() => setDrawn({ part, count: count + itemsAtOnce }));
    return () => clearTimeout(timer);
  }, [part, count]);
  return Math.min(count, itemsShown);
}

interface FocusedListProps {
  readonly label: string;
  readonly part: string | null;
  readonly first: number;
  readonly isFollowing: boolean;
  readonly children: ComponentChildren;
}

/** Takes the focus when the reader asks for another part, so that reading goes on at its top. */
function FocusedList({ label, part, first, isFollowing, children }: FocusedListProps) {
  const list = useRef<HTMLOListElement>(null);
  const lastPart = useRef(part);
  useEffect(() => {
    if (lastPart.current === part) return;
    lastPart.current = part;
    if (isFollowing) return;
    list.current?.focus();
    list.current?.scrollIntoView?.();
  }, [part]);
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
