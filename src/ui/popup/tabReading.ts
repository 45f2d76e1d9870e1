import { UnansweredError } from "../../messages/client.ts";
import type { PageState } from "../../messages/protocol.ts";
import type { PopupPorts } from "./popupPorts.ts";
import { failure, type PopupView, viewOfPage, viewOfTab } from "./popupView.ts";

/** How the page of the tab stands, asked of itself and of the background. What fails is a view too. */
export interface TabReading {
  /** The page's own word, else what the background knows of the tab. */
  current(): Promise<PopupView>;
  /** Has the page read now, article or not. */
  check(): Promise<PopupView>;
  /** Makes a change that has the page matched anew, and waits until it has been. */
  rematched(change: () => Promise<unknown>): Promise<PopupView>;
}

/** Short enough to feel at once, long enough not to keep a slow page busy. */
const pollDelayMs = 150;
/** A content script that has been put into a page answers within this many polls, or not at all. */
const patiencePolls = 40;

/**
 * Returns what asks the tab until its page has been read.
 * @param onReading is told how many words are being compared until the page is done
 */
export function createTabReading(
  { background, tab, tabId, wait }: PopupPorts,
  onReading: (words: number | null) => void,
): TabReading {
  /** Throws UnansweredError at once if there is nobody in the page. */
  async function settledPage(): Promise<PageState> {
    for (;;) {
      const state = await tab("page/describe", {});
      if (state.kind !== "reading") return state;
      onReading(state.words);
      await wait(pollDelayMs);
    }
  }

  /** As settledPage, but gives a script that was just put into the page time to answer. */
  async function startedPage(): Promise<PageState> {
    for (let polls = 0; ; polls += 1) {
      try {
        return await settledPage();
      } catch (error) {
        if (!(error instanceof UnansweredError) || polls >= patiencePolls) throw error;
        await wait(pollDelayMs);
      }
    }
  }

  async function currentView(): Promise<PopupView> {
    const state = await settledPage().catch(nobody);
    if (state !== null && state.kind !== "off") return viewOfPage(state);
    // That it is off the page knows, and why, the background.
    const status = await background("tab/status", { tabId });
    return state !== null && status.kind === "on" ? viewOfPage(state) : viewOfTab(status);
  }

  async function untilRevisionIsNot(before: number): Promise<void> {
    for (let polls = 0; polls < patiencePolls; polls += 1) {
      if ((await tab("page/position", {})).revision !== before) return;
      await wait(pollDelayMs);
    }
  }

  return {
    current: () => currentView().catch(failure),
    async check() {
      try {
        await background("tab/check", { tabId });
        return viewOfPage(await startedPage());
      } catch (error) {
        return failure(error);
      }
    },
    async rematched(change) {
      try {
        const { revision } = await tab("page/position", {});
        await change();
        await untilRevisionIsNot(revision);
        return await currentView();
      } catch (error) {
        return failure(error);
      }
    },
  };
}

/** Null if there is nobody in the page. */
function nobody(error: unknown): null {
  if (error instanceof UnansweredError) return null;
  throw error;
}
