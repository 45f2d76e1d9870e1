import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { browserName } from "../support/browserUnderTest.ts";
import { keepingBrowser } from "../support/keepingBrowser.ts";
import { ask, keptArticles, keptTitles } from "../support/keptArticles.ts";
import { coastPage, islandPage, roadsPage } from "../support/newsPages.ts";
import { pressIn, waitForText } from "../support/ownPage.ts";

const coastTitle = "Harbour council reopens the lighthouse";

describe(`the reading memory in ${browserName}`, () => {
  const browser = keepingBrowser(
    new Map([
      ["/coast", coastPage()],
      ["/island", islandPage()],
      ["/third", roadsPage()],
    ]),
  );

  /** Opens a page and waits until it was matched. */
  async function read(path: string): Promise<Page> {
    const page = await browser.session.open(`${browser.origin}${path}`);
    await expect.poll(async () => (await browser.extension.describe(page)).kind).toBe("matched");
    return page;
  }

  it("keeps nothing until it is turned on", async () => {
    await (await read("/coast")).close();
    expect(await keptTitles(browser.own)).toEqual([]);
  });

  it("turned on in the settings, keeps what is read and compares it with what is read later", async () => {
    const options = await browser.session.openOwn("options.html#memory");
    await waitForText(options, "Remember what I read");
    await options.evaluate(() => {
      const controls = [...document.querySelectorAll<HTMLElement>('[role="switch"]')];
      controls.find(({ textContent }) => textContent?.includes("Remember what I read"))?.click();
    });
    await options.waitForSelector('[role="switch"][aria-checked="true"]');
    await options.close();

    await (await read("/coast")).close();
    await expect.poll(() => keptTitles(browser.own)).toEqual([coastTitle]);
    const page = await read("/island");
    const state = await browser.extension.describe(page);
    expect(state.kind === "matched" && state.report.matches.length).toBe(1);
    await page.close();
  });

  it("forgets what was read, and brings it back", async () => {
    const before = await keptArticles(browser.own);
    const options = await browser.session.openOwn("options.html#memory");
    await pressIn(options, "Forget all articles I read but did not save");
    await waitForText(options, "were forgotten.");
    expect(await keptTitles(browser.own)).toEqual([]);
    await pressIn(options, "Undo");
    await expect.poll(() => keptArticles(browser.own)).toEqual(before);
    await options.close();
  });

  it("keeps nothing of an excluded site", async () => {
    await ask(browser.own, "memory/forget");
    await ask(browser.own, "memory/choose", { isOn: true, hostsOff: ["localhost"] });
    await (await read("/third")).close();
    expect(await keptTitles(browser.own)).toEqual([]);
    await ask(browser.own, "memory/choose", { isOn: true, hostsOff: [] });
    await (await read("/third")).close();
    await expect.poll(() => keptTitles(browser.own)).toEqual(["Roads and bridges in the north"]);
  });

  it.runIf(browserName === "firefox")(
    "keeps nothing that is read in a private window, though it is marked there",
    async () => {
      await ask(browser.own, "memory/forget");
      await browser.session.allowPrivateWindows?.();
      await browser.openAgain();
      await ask(browser.own, "memory/choose", { isOn: true, hostsOff: [] });
      await browser.own.evaluate(async (url) => {
        await chrome.windows.create({ incognito: true, url });
      }, `${browser.origin}/island`);
      await browser.own.waitForFunction(
        async () => {
          const tab = (await chrome.tabs.query({})).find(({ incognito }) => incognito);
          const message = { secondSource: "page/describe", request: {} };
          const reply = await chrome.tabs
            .sendMessage(tab?.id ?? -1, message, { frameId: 0 })
            .catch(() => undefined);
          return reply?.value.kind === "matched";
        },
        { polling: 100, timeout: 25_000 },
      );
      await browser.own.evaluate(async () => {
        const windows = await chrome.windows.getAll();
        const own = windows.find(({ incognito }) => incognito);
        await chrome.windows.remove(own?.id ?? -1);
      });
      // What is read afterwards in another window is kept: the memory was on.
      await (await read("/coast")).close();
      await expect.poll(() => keptTitles(browser.own)).toEqual([coastTitle]);
    },
  );
});
