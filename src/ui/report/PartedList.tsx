import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWording } from "../components/wording.ts";

/** The most items in the document at once. */
const itemsShown = 25;
/** The items rendered at once, enough to fill a popup (`npm run bench -- views`). */
const itemsAtFirst = 3;
/** The items rendered together in each following step. */
const itemsAtOnce = 6;

interface PartedListProps<Item> {
  readonly items: readonly Item[];
  /** Returns a key that identifies an item, also after more have come. */
  readonly keyOf: (item: Item) => string;
  readonly label: string;
  /** Index of an item that must be shown; null leaves the choice to the reader. */
  readonly showAt?: number | null;
  readonly children: (item: Item) => ComponentChildren;
}

/**
 * Shows a list in parts, so that a long one never fills the document. A part keeps its first item
 * when others come before it.
 */
export function PartedList<Item>({ items, keyOf, label, showAt, children }: PartedListProps<Item>) {
  /** Key of the part's first item; null for the beginning of the list. */
  const [part, setPart] = useState<string | null>(null);
  const first = useIndexOf(part, items, keyOf);
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

/** Returns the index where a part begins; if its first item is gone, the last known index. */
function useIndexOf<Item>(
  part: string | null,
  items: readonly Item[],
  keyOf: (item: Item) => string,
): number {
  const last = useRef(0);
  const found = part === null ? 0 : items.findIndex((item) => keyOf(item) === part);
  if (found >= 0) last.current = found;
  return last.current < items.length ? last.current : 0;
}

/** Returns how many items of a part are rendered by now: some at once, the others step by step. */
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

/** Takes the focus when the reader opens another part, so that reading continues at its top. */
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
        {t("listPrevious")}
      </button>
      <span>{t("rangeShown", numbers)}</span>
      <button
        type="button"
        class="quiet"
        disabled={last === total}
        onClick={() => onChoose(first + itemsShown)}
      >
        {t("listNext")}
      </button>
    </nav>
  );
}
