import type { Relation } from "../../../engine/model/index.ts";
import type { Anchor } from "../../anchors/anchor.ts";
import { type Tone, toneAt } from "../pageTone.ts";
import type { Ruler } from "../ruler.ts";

/** A passage that is measured; with a relation it is also drawn. */
export interface PaintedPassage {
  readonly ranges: Anchor;
  readonly relation: Relation | null;
}

/** A passage as it was last measured. */
export interface PassageBox extends PaintedPassage {
  /** Its lines, relative to the page's upper left corner. Null before the first measurement. */
  lines: readonly DOMRect[] | null;
  /** The tone of the background behind its words; null until it is checked. */
  tone: Tone | null;
}

/**
 * The positions of a page's passages. Every passage is measured, whether or not it is drawn, so that
 * the work does not depend on what the reader keeps. It is done in steps of bounded size, the
 * passages in and near the window first.
 */
export class PassageBoxes {
  readonly #view: Window;
  readonly #ruler: Ruler;
  #boxes: readonly PassageBox[] = [];
  /** The passages to be measured, the next one last. */
  #waiting: PassageBox[] = [];
  #tones = new Map<Element, Tone>();

  constructor(view: Window, ruler: Ruler) {
    this.#view = view;
    this.#ruler = ruler;
  }

  /**
   * Replaces the passages. Lines of those that were there before stay known until all are measured
   * again, from the window outwards, so that marks do not flicker.
   */
  replace(passages: readonly PaintedPassage[]): void {
    const known = byFirstNode(this.#boxes);
    this.#boxes = passages.map((passage) => {
      const before = known
        .get(passage.ranges[0]?.startContainer)
        ?.find(({ ranges }) => isSamePlace(ranges, passage.ranges));
      return { ...passage, lines: before?.lines ?? null, tone: before?.tone ?? null };
    });
    this.measureAgain();
  }

  /** Measures everything again, from the window outwards. Known lines stay until then. */
  measureAgain(): void {
    const isNear = new Set(this.near());
    const far = this.#boxes.filter((box) => !isNear.has(box));
    this.#waiting = [...isNear, ...far].reverse();
  }

  /** Checks the tones again as well, after the page's style has changed. */
  recheckTones(): void {
    this.#tones = new Map();
    for (const box of this.#boxes) box.tone = null;
    this.measureAgain();
  }

  /** Measures at most `most` passages; returns false when none is left. */
  measureSome(most: number): boolean {
    const { scrollX, scrollY } = this.#view;
    for (let i = 0; i < most; i++) {
      const box = this.#waiting.pop();
      if (box === undefined) return false;
      box.lines = this.#ruler
        .rectanglesOf(box.ranges)
        .map(({ x, y, width, height }) => new DOMRect(x + scrollX, y + scrollY, width, height));
      box.tone ??= this.#toneOf(box);
    }
    return this.#waiting.length > 0;
  }

  /** Returns the passages that are in the window or less than a window away, as far as is known. */
  near(): readonly PassageBox[] {
    const { scrollY, innerHeight } = this.#view;
    const top = scrollY - innerHeight;
    const bottom = scrollY + 2 * innerHeight;
    return this.#boxes.filter(({ lines }) => {
      const [first] = lines ?? [];
      const last = lines?.at(-1);
      return first !== undefined && last !== undefined && last.bottom > top && first.top < bottom;
    });
  }

  #toneOf({ ranges }: PaintedPassage): Tone {
    const element = ranges[0]?.startContainer.parentElement;
    if (!element) return "light";
    const tone = this.#tones.get(element) ?? toneAt(element);
    this.#tones.set(element, tone);
    return tone;
  }
}

function byFirstNode(boxes: readonly PassageBox[]): Map<Node | undefined, PassageBox[]> {
  const byNode = new Map<Node | undefined, PassageBox[]>();
  for (const box of boxes) {
    const node = box.ranges[0]?.startContainer;
    const others = byNode.get(node);
    if (others) others.push(box);
    else byNode.set(node, [box]);
  }
  return byNode;
}

function isSamePlace(a: Anchor, b: Anchor): boolean {
  return (
    a.length === b.length &&
    a.every(({ startContainer, startOffset, endContainer, endOffset }, at) => {
      const other = b[at]!;
      return (
        startContainer === other.startContainer &&
        startOffset === other.startOffset &&
        endContainer === other.endContainer &&
        endOffset === other.endOffset
      );
    })
  );
}
