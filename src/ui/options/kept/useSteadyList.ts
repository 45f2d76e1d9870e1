import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps what is looked at where it is when items come above it or go: before a list is drawn anew, the item
 * that has the focus, or else the first one in view, is noted with its place in the window; afterwards the
 * window is scrolled by as much as it has moved. A list that was `asked` for anew begins where it begins.
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
