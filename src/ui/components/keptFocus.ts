import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the focus in a part of a page whose buttons go with what they did: when the one that has it
 * goes, the part's first button takes it; where none is left, what says how it ended (`role="status"`,
 * which must be able to take the focus).
 */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const its = part.current;
    if (its === null) return;
    const { activeElement, body } = its.ownerDocument;
    const hasLost = focused.current?.isConnected === false && activeElement === body;
    if (hasLost) its.querySelector<HTMLElement>('button, [role="status"]')?.focus();
  });
  useLayoutEffect(() => {
    const remember = (event: Event) => {
      focused.current = event.target as Element;
    };
    const its = part.current;
    its?.addEventListener("focusin", remember);
    return () => its?.removeEventListener("focusin", remember);
  }, []);
  return part;
}
