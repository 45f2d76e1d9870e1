import type { PagePosition, PageState, StepRequest } from "../messages/protocol.ts";
import type { FrameSummary } from "../messages/runningScript.ts";
import { type OpenPage, openPage, type PageTools } from "./openPage.ts";

/** A page that can be switched on and off. */
export interface PageSwitch {
  readonly state: PageState;
  readonly position: PagePosition;
  set(isOn: boolean): void;
  jumpTo(index: number): boolean;
  step(step: StepRequest): boolean;
  readonly summary: FrameSummary;
  matchAgain(): void;
  restart(): void;
  /** Reads what the reader has selected, also where the page is off: they asked for it. */
  readSelection(): void;
}

/** A page that keeps throwing our host away is left without it. */
const mostReopenings = 10;

/**
 * Returns a switch that is off until it is set. Switching off, or the signal, removes all it put on
 * the page.
 */
export function createPageSwitch(
  tools: PageTools,
  signal: AbortSignal,
  open: typeof openPage = openPage,
): PageSwitch {
  let page: OpenPage | null = null;
  let isDecided = false;
  let reopenings = 0;
  const reopen = () => {
    if (reopenings === mostReopenings) return false;
    reopenings++;
    page?.close();
    page = open(tools, false, reopen);
    return true;
  };
  const set = (isOn: boolean) => {
    isDecided = true;
    if (isOn) {
      page ??= open(tools, false, reopen);
      return;
    }
    page?.close();
    page = null;
  };
  signal.addEventListener("abort", () => set(false), { once: true });
  return {
    get state(): PageState {
      return page?.state ?? (isDecided ? { kind: "off" } : { kind: "reading", words: null });
    },
    get position(): PagePosition {
      return page?.position ?? { revision: -1, index: null, meaning: null, archive: null };
    },
    set,
    jumpTo: (index) => page?.jumpTo(index) ?? false,
    step: (step) => page?.step(step) ?? false,
    get summary(): FrameSummary {
      return page?.summary ?? { count: 0, visitedAt: 0 };
    },
    matchAgain: () => page?.matchAgain(),
    restart: () => page?.restart(),
    readSelection() {
      if (page) page.readSelection();
      // A selection is gone with the document that it was in.
      else page = open(tools, true, () => false);
    },
  };
}
