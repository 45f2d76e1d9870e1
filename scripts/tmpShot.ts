import { pointOfMark, waitForMarks, waitForShadowText } from "../tests/support/markedPage.ts";
import { openPopupFor } from "../tests/support/popup.ts";
import { launchWithExtension } from "./browsers.ts";
import { serveSite } from "./siteServer.ts";

const out = "/tmp/wt/shots";
const lang = process.argv[2] ?? "en";
const site = await serveSite("assets/demo");
const session = await launchWithExtension({
  browser: "chromium",
  extension: "dist/chrome-granted",
  headless: true,
  proxy: null,
  language: lang,
});
for (const tone of lang === "en" ? ["light", "dark"] : ["light"]) {
  for (const zoom of tone === "light" ? [1, 2] : [1]) {
    const page = await session.open(`${site.origin}/`);
    await waitForMarks(page);
    const popup = await openPopupFor(session, page);
    const n = `${lang}-${tone}-${zoom}`;
    await popup.emulateMediaFeatures([{ name: "prefers-color-scheme", value: tone }]);
    await popup.setViewport({ width: 400, height: Math.round(760 / 1), deviceScaleFactor: zoom });
    await page.bringToFront();
    await popup.waitForFunction(
      () => /^\P{Nd}+$/u.test(document.querySelector(".meaning")?.textContent ?? ""),
      { polling: 100 },
    );
    await popup.bringToFront();
    await new Promise((r) => setTimeout(r, 300));
    await popup.screenshot({ path: `${out}/popup-${n}.png` as never });
    await (await popup.$("li.match .reference"))?.hover();
    await new Promise((r) => setTimeout(r, 200));
    await popup.screenshot({ path: `${out}/popup-hover-${n}.png` as never });
    const first = await session.openOwn("firstRun.html");
    await first.emulateMediaFeatures([{ name: "prefers-color-scheme", value: tone }]);
    await first.setViewport({
      width: Math.round(1100 / zoom),
      height: 1900,
      deviceScaleFactor: zoom,
    });
    await new Promise((r) => setTimeout(r, 300));
    await first.screenshot({ path: `${out}/first-${n}.png` as never });
    await first.close();
    await page.bringToFront();
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: tone }]);
    const { x, y } = await pointOfMark(page, "come to an understanding");
    await page.mouse.move(x, y);
    await waitForShadowText(session, page, "The Moscow Times");
    await new Promise((r) => setTimeout(r, 200));
    await page.screenshot({ path: `${out}/card-${n}.png` as never });
    await popup.close();
    await page.close();
  }
}
await session.close();
await site.close();
