/** What a reader asks the system for, told to a page as the system would tell it. */
import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../../scripts/browsers.ts";

export interface ReadersNeeds {
  readonly forcedColours?: boolean;
  /** Firefox knows it only together with forced colours. */
  readonly moreContrast?: boolean;
  readonly lessMotion?: boolean;
}

/** Tells a page, in Firefox all pages, what the reader needs; what is left out is not needed. */
export async function setNeeds(
  session: BrowserSession,
  page: Page,
  needs: ReadersNeeds,
): Promise<void> {
  if (session.setPreference !== null) {
    await session.setPreference("ui.prefersReducedMotion", needs.lessMotion ? 1 : 0);
    await session.setPreference("browser.display.document_color_use", needs.forcedColours ? 2 : 1);
  } else {
    await emulate(page, needs);
  }
  await page.waitForFunction(
    (isForced, isStill) =>
      matchMedia("(forced-colors: active)").matches === isForced &&
      matchMedia("(prefers-reduced-motion: reduce)").matches === isStill,
    { polling: 50, timeout: 25_000 },
    needs.forcedColours ?? false,
    needs.lessMotion ?? false,
  );
}

/** Chromium forgets it when the session of the protocol ends: it is left open with the page. */
async function emulate(page: Page, needs: ReadersNeeds): Promise<void> {
  const protocol = await page.createCDPSession();
  await protocol.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "forced-colors", value: needs.forcedColours ? "active" : "none" },
      { name: "prefers-contrast", value: needs.moreContrast ? "more" : "no-preference" },
      { name: "prefers-reduced-motion", value: needs.lessMotion ? "reduce" : "no-preference" },
    ],
  });
}
