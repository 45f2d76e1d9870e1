import type { Page } from "puppeteer-core";
import { pointOfMark, waitForMarks, waitForShadowText } from "../tests/support/markedPage.ts";
import type { BrowserSession } from "./browsers.ts";

/** Words of a quote on the demo page that other outlets print in other words. */
const quoted = "come to an understanding";
/** An outlet that is in the card. */
const outlet = "The Moscow Times";

/** Opens the demo page where a quote is marked, with the card of that quote open. */
export async function openAtQuote(session: BrowserSession, url: string): Promise<Page> {
  const page = await session.open(url);
  try {
    await waitForMarks(page);
  } catch {
    // The gate may be registered a moment after the page was opened: then the page is reloaded.
    await session.reload(page);
    await waitForMarks(page);
  }
  const { x, y } = await pointOfMark(page, quoted);
  // A pointer that comes from somewhere is one that moves.
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  await waitForShadowText(session, page, outlet);
  return page;
}
