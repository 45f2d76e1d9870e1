import type { Anchor } from "../page/anchors/anchor.ts";
import type { Ruler } from "../page/marks/ruler.ts";

/** Over a greater distance, smooth scrolling would make the reader wait. */
const farthestGlideScreens = 4;

/**
 * Scrolls the first of a mark's words to the middle of the window and unfolds what hides them.
 * `isAtOnce`: without smooth scrolling, because something will be shown next to them.
 */
export function scrollToMark(view: Window, words: Anchor, ruler: Ruler, isAtOnce: boolean): void {
  const element = words[0]?.startContainer.parentElement;
  if (!element) return;
  for (let at = element.closest("details"); at; at = at.parentElement?.closest("details") ?? null) {
    at.open = true;
  }
  const top = ruler.rectanglesOf(words)[0]?.top ?? 0;
  const isFar = Math.abs(top) > view.innerHeight * farthestGlideScreens;
  const isStill = isAtOnce || isFar || view.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: isStill ? "instant" : "smooth" });
}
