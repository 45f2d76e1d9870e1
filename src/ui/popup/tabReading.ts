import { UnansweredError } from "../../messages/client.ts";
import type { PageState } from "../../messages/protocol.ts";
import type { PopupPorts } from "./popupPorts.ts";
import { failure, type PopupView, viewOfPage, viewOfTab } from "./popupView.ts";

/**
 * Reads the state of the tab's page, from the page and the background. A failure is a view, too.
 */
export interface TabReading {
  /** Resolves to the page's own answer, else to what the background knows of the tab. */
  current(): Promise<PopupView>;
  /** Reads the page now, article or not. */
  check(): Promise<PopupView>;
  /** Makes a change after which the page is matched again, and waits for that. */
  rematched(change: () => Promise<unknown>): Promise<PopupView>;
}

/**
 * The interval between two requests: short enough to feel immediate, long enough not to keep a slow
 * page busy.
 */
const pollDelayMs = 150;
/**
 * The most polls after a content script was injected; if it has not answered by then, it will not.
 */
const mostPolls = 40;

/**
 * Returns the reader of a tab's state, which polls until its page has been read.
 * @param onReading is called with the number of words being compared until the page is done
 */
export function createTabReading(
  { background, tab, tabId, wait }: PopupPorts,
  onReading: (words: number | null) => void,
): TabReading {
  /**
   * Resolves to the page's final state. Throws UnansweredError at once if the page has no content
   * script.
   */
  async function settledPage(): Promise<PageState> {
    for (;;) {
      const state = await tab("page/describe", {});
      if (state.kind !== "reading") return state;
      onReading(state.words);
      await wait(pollDelayMs);
    }
  }

  /** As settledPage, but gives a newly injected script time to answer. */
  async function startedPage(): Promise<PageState> {
    for (let polls = 0; ; polls += 1) {
      try {
        return await settledPage();
      } catch (error) {
        if (!(error instanceof UnansweredError) || polls >= mostPolls) throw error;
        await wait(pollDelayMs);
      }
    }
  }

  async function currentView(): Promise<PopupView> {
    const state = await settledPage().catch(nobody);
    if (state !== null && state.kind !== "off") return viewOfPage(state);
    // The page knows that it is off; only the background knows why.
    const status = await background("tab/status", { tabId });
    return state !== null && status.kind === "on" ? viewOfPage(state) : viewOfTab(status);
  }

  async function untilRevisionIsNot(before: number): Promise<void> {
    for (let polls = 0; polls < mostPolls; polls += 1) {
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

/** Returns null if the page has no content script; throws other errors again. */
function nobody(error: unknown): null {
  if (error instanceof UnansweredError) return null;
  throw error;
}
