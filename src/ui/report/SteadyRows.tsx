import { Component, type ComponentChildren, createRef } from "preact";
import type { MatchReport } from "../../engine/model/index.ts";

interface SteadyRowsProps {
  /** A new report may insert rows between the present ones. */
  readonly report: MatchReport;
  readonly children: ComponentChildren;
}

/** A row and its position in the window before the new rendering. */
interface Held {
  readonly row: Element;
  readonly topPx: number;
}

const rows = "li.match, li.line, details.of-outlet";

/**
 * Keeps the reader's row in place when a new report is rendered: the one with the focus, else the
 * one under the pointer, else, once the list has been scrolled, the topmost in the window. The
 * browsers' scroll anchoring does nothing at the top of a page and ignores the focus.
 */
export class SteadyRows extends Component<SteadyRowsProps> {
  readonly #element = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate({ report }: SteadyRowsProps): Held | null {
    const element = this.#element.current;
    if (report === this.props.report || element === null) return null;
    const row = rowToHold(element);
    return row && { row, topPx: row.getBoundingClientRect().top };
  }

  override componentDidUpdate(_: SteadyRowsProps, __: unknown, held: Held | null): void {
    if (!held?.row.isConnected) return;
    const movedPx = held.row.getBoundingClientRect().top - held.topPx;
    if (movedPx !== 0) window.scrollBy({ top: movedPx, behavior: "instant" });
  }

  override render({ children }: SteadyRowsProps) {
    return (
      <div class="steady" ref={this.#element}>
        {children}
      </div>
    );
  }
}

function rowToHold(element: Element): Element | null {
  const { activeElement } = element.ownerDocument;
  const focused = element.contains(activeElement) ? activeElement?.closest(rows) : null;
  if (focused) return focused;
  const hovered = element.querySelector(`:is(${rows}):hover`);
  if (hovered !== null || window.scrollY <= 0) return hovered;
  return (
    [...element.querySelectorAll(rows)].find((row) => row.getBoundingClientRect().bottom > 0) ??
    null
  );
}
