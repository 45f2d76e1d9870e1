/** What every picture of the extension waits for. */
import type { Page } from "puppeteer-core";

/** Waits until the page has been compared to its end, which it is while it is in front. */
export async function waitForMeaning(page: Page, list: Page): Promise<void> {
  await page.bringToFront();
  await list.waitForFunction(
    () => /^\P{Nd}+$/u.test(document.querySelector(".meaning")?.textContent ?? ""),
    { polling: 100, timeout: 60_000 },
  );
  await list.bringToFront();
}

/**
 * Resolves two frames later, when the requested state is painted and short transitions have ended.
 */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all(
      document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
    );
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
