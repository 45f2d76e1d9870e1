import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the viewed item in place when items above it come or go. Before a list is rendered again,
 * it records the position of the item with the focus, or else of the first visible one; afterwards
 * it scrolls the window by as much as the item moved. A list that was `asked` for again starts at
 * its beginning.
 */
export function useSteadyList(
  list: RefObject<HTMLElement | null>,
  items: unknown,
  asked: unknown,
): void {
  const last = useRef({ items, asked });
  const isOther = last.current.items !== items && last.current.asked === asked;
  const anchor = isOther ? anchorIn(list.current) : null;
  useLayoutEffect(() => {
    last.current = { items, asked };
    if (anchor === null || !anchor.element.isConnected) return;
    const moved = anchor.element.getBoundingClientRect().top - anchor.top;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: "instant" });
  }, [items]);
}

function anchorIn(list: HTMLElement | null) {
  const items = [...(list?.children ?? [])];
  const isInView = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  };
  const focused = items.find((item) => item.contains(document.activeElement));
  const element = focused && isInView(focused) ? focused : items.find(isInView);
  return element === undefined ? null : { element, top: element.getBoundingClientRect().top };
}
