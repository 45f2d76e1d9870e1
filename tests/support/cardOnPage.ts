/** Where a card lies on a page: its root is closed, but under a pointer hit testing meets its host. */
import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { shadowText } from "./markedPage.ts";
import { hostSelector } from "./ownHost.ts";

/** A point of the window. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Moves the pointer from the words onto their card, which stands right below or right above them.
 * The card closes when the pointer is too long beside both, as on a busy machine: so each place is
 * tried by a move of its own, from the words and with the card open. Throws if there is none.
 */
export async function moveOntoCard(
  session: BrowserSession,
  page: Page,
  { x, y }: Point,
): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const dy of [24, -24, 36, -36, 48, -48, 60, -60]) {
      await page.mouse.move(x, y);
      await expect.poll(() => shadowText(session, page), { interval: 50 }).not.toBe("");
      await page.mouse.move(x, y + dy);
      await twoFrames(page);
      if (await isCardAt(page, { x, y: y + dy })) return;
    }
  }
  throw new Error("there is no card by the words");
}

/** Whether a script meets something of ours at a point. */
function isCardAt(page: Page, { x, y }: Point): Promise<boolean> {
  return page.evaluate(
    (left, top, host) => document.elementsFromPoint(left, top).some((one) => one.matches(host)),
    x,
    y,
    hostSelector,
  );
}

/** Browsers tell a page of the pointer once a frame. */
function twoFrames(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

/** At how many points of a grid over an element, by default the window, a script meets something of ours. */
export function pointsOnCard(page: Page, selector: string | null = null): Promise<number> {
  return page.evaluate(
    (which, host) => {
      const box = which === null ? null : document.querySelector(which)?.getBoundingClientRect();
      const { left = 0, top = 0, right = innerWidth, bottom = innerHeight } = box ?? {};
      let count = 0;
      for (let y = top + 1; y < bottom; y += 6) {
        for (let x = left + 1; x < right; x += 12) {
          const under = document.elementsFromPoint(x, y);
          if (under.some((element) => element.matches(host))) count += 1;
        }
      }
      return count;
    },
    selector,
    hostSelector,
  );
}
