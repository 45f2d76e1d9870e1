import type { Page } from "puppeteer-core";
import { vi } from "vitest";
import type { PageState } from "../../src/messages/protocol.ts";
import type { OwnPage } from "./askExtension.ts";

/** What a page says of itself that has matches, or none. */
export type MatchedState = Extract<PageState, { kind: "matched" }>;

/** Shows a page until it has been compared by meaning to its end, and returns what it says of itself then. */
export async function whenCompared(own: OwnPage, page: Page): Promise<MatchedState> {
  // One that is hidden for long waits, too.
  await page.bringToFront();
  return vi.waitUntil(
    async () => {
      // Nobody answers before the page's script has come.
      const state = await own.describe(page).catch(() => null);
      if (state?.kind !== "matched" || state.meaning === null) return null;
      const { done, of } = state.meaning;
      return of > 0 && done === of ? state : null;
    },
    { interval: 100, timeout: 60_000 },
  );
}
