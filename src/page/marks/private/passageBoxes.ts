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

/** The most elements that are placed in a frame: one rectangle each. */
const mostPlacedInFrame = 1_000;

/** From where to where an element reaches, from the top of the page. */
interface Reach {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The positions of a page's passages. First the elements with their words are placed, then every passage in
 * an element near the window is measured, whether or not it is drawn, so that the work does not depend on
 * what the reader keeps. It is done in steps of bounded size.
 */
export class PassageBoxes {
  readonly #view: Window;
  readonly #ruler: Ruler;
  #boxes: readonly PassageBox[] = [];
  /** The elements to be placed and the passages to be measured, the next one last. */
  #unplaced: Element[] = [];
  #waiting: PassageBox[] = [];
  /** Whether the round of placing and measuring has begun, and whether words may have moved since. */
  #isBegun = false;
  #isMovedSince = false;
  #reaches = new Map<Element, Reach>();
  #tones = new Map<Element, Tone>();

  constructor(view: Window, ruler: Ruler) {
    this.#view = view;
    this.#ruler = ruler;
  }

  /**
   * Replaces the passages. Lines of those that were there before stay known until they are measured
   * again, so that marks do not flicker.
   */
  replace(passages: readonly PaintedPassage[]): void {
    const known = byFirstNode(this.#boxes);
    this.#boxes = passages.map((passage) => {
      const before = known
        .get(passage.ranges[0]?.startContainer)
        ?.find(({ ranges }) => isSamePlace(ranges, passage.ranges));
      return { ...passage, lines: before?.lines ?? null, tone: before?.tone ?? null };
    });
    this.#startRound();
  }

  /**
   * Places and measures everything again, after the present round if there is one: on a long page that moves
   * in every frame no round would come to its end. Known lines stay until then.
   */
  measureAgain(): void {
    if (this.#isUnfinished()) this.#isMovedSince = this.#isBegun;
    else this.#startRound();
  }

  #startRound(): void {
    this.#isBegun = false;
    this.#isMovedSince = false;
    this.#reaches.clear();
    this.#waiting = [];
    this.#unplaced = [...new Set(this.#boxes.flatMap(endsOf))];
  }

  #isUnfinished(): boolean {
    return this.#unplaced.length + this.#waiting.length > 0;
  }

  /** Checks the tones again as well, after the page's style has changed. */
  recheckTones(): void {
    this.#tones = new Map();
    for (const box of this.#boxes) box.tone = null;
    this.#startRound();
  }

  /** Places a bounded number of elements, then measures at most `most` passages; returns false when none is left. */
  measureSome(most: number): boolean {
    this.#isBegun = true;
    if (this.#unplaced.length > 0) {
      this.#placeSome();
      if (this.#unplaced.length > 0) return true;
      this.#waiting = this.#boxes.filter((box) => this.#isNear(box)).reverse();
    }
    for (const box of this.#waiting.splice(-most).reverse()) this.#measure(box);
    if (this.#waiting.length === 0 && this.#isMovedSince) this.#startRound();
    return this.#isUnfinished();
  }

  #measure(box: PassageBox): void {
    const { scrollX, scrollY } = this.#view;
    box.lines = this.#ruler
      .rectanglesOf(box.ranges)
      .map(({ x, y, width, height }) => new DOMRect(x + scrollX, y + scrollY, width, height));
    box.tone ??= this.#toneOf(box);
  }

  /** Returns the passages that are in the window or less than a window away, as far as is known. */
  near(): readonly PassageBox[] {
    const { top, bottom } = this.#around();
    return this.#boxes.filter(({ lines }) => {
      const [first] = lines ?? [];
      const last = lines?.at(-1);
      return first !== undefined && last !== undefined && last.bottom > top && first.top < bottom;
    });
  }

  /** The window with as much again above and below it. */
  #around(): Reach {
    const { scrollY, innerHeight } = this.#view;
    return { top: scrollY - innerHeight, bottom: scrollY + 2 * innerHeight };
  }

  #placeSome(): void {
    const { scrollY } = this.#view;
    for (const element of this.#unplaced.splice(-mostPlacedInFrame)) {
      const { top, bottom, width, height } = element.getBoundingClientRect();
      // An element without a box of its own ("display: contents") says nothing of its words.
      const isPlaced = width > 0 || height > 0;
      const reach = isPlaced ? { top: top + scrollY, bottom: bottom + scrollY } : anywhere;
      this.#reaches.set(element, reach);
    }
  }

  /** True for a passage of which an element may be near the window; the lines of others are forgotten. */
  #isNear(box: PassageBox): boolean {
    const { top, bottom } = this.#around();
    const reaches = endsOf(box).map((element) => this.#reaches.get(element) ?? anywhere);
    const isNear =
      Math.min(...reaches.map((reach) => reach.top)) < bottom &&
      Math.max(...reaches.map((reach) => reach.bottom)) > top;
    if (!isNear) box.lines = null;
    return isNear;
  }

  #toneOf({ ranges }: PaintedPassage): Tone {
    const element = ranges[0]?.startContainer.parentElement;
    if (!element) return "light";
    const tone = this.#tones.get(element) ?? toneAt(element);
    this.#tones.set(element, tone);
    return tone;
  }
}

const anywhere: Reach = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };

/** Returns the elements in which a passage's words begin and end. */
function endsOf({ ranges }: PaintedPassage): readonly Element[] {
  return [ranges[0]?.startContainer, ranges.at(-1)?.endContainer].flatMap((node) => {
    const element = node?.nodeType === 1 ? (node as Element) : node?.parentElement;
    return element ? [element] : [];
  });
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
