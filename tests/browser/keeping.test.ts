import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { type OwnPage, openOwnPage } from "../support/askExtension.ts";
import { browserName, buildFolder, launch } from "../support/browserUnderTest.ts";
import { ask, keptTitles } from "../support/keptArticles.ts";
import { readMarks } from "../support/markedPage.ts";
import { coastPage, islandPage, newsPage, sharedSentence } from "../support/newsPages.ts";
import { findViolations, waitForGate, waitForText } from "../support/ownPage.ts";
import { openPopupFor } from "../support/popup.ts";
import { whenCompared } from "../support/whenCompared.ts";

const coastTitle = "Harbour council reopens the lighthouse";
const islandTitle = "Ferries sail again after days of fog";

describe(`articles of the reader's own in ${browserName}`, () => {
  const pages = new Map([
    ["/coast", coastPage()],
    ["/island", islandPage()],
  ]);
  let site: SiteServer;
  let session: BrowserSession;
  let own: Page;
  let extension: OwnPage;

  beforeAll(async () => {
    site = await serveSite("assets/demo", pages);
    session = await launch(buildFolder("granted"));
    await waitForGate(session);
    own = await session.openOwn("popup.html?tab=-1");
    extension = await openOwnPage(session);
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  /** Outlets that the page's report names, once the page has been matched. */
  async function outletsOn(page: Page): Promise<string[]> {
    const state = await extension.describe(page);
    if (state.kind !== "matched") return [state.kind];
    const references = state.report.matches.flatMap(({ references: its }) => its);
    return [...new Set(references.map(({ article }) => article.outlet))];
  }

  async function pressIn(popup: Page, words: string): Promise<void> {
    await waitForText(popup, words);
    await popup.evaluate((wanted) => {
      const buttons = [...document.querySelectorAll("button")];
      buttons.find(({ textContent }) => textContent === wanted)?.click();
    }, words);
  }

  it("are saved from the popup", async () => {
    const page = await session.open(`${site.origin}/coast`);
    const popup = await openPopupFor(session, page);
    await pressIn(popup, "Save this page's article");
    await waitForText(popup, "Pages you read are compared with it from now on.");
    expect(await keptTitles(own)).toEqual([coastTitle]);
    expect(await findViolations(popup, "light")).toEqual([]);
    await popup.close();
    await page.close();
  });

  it("are found on another outlet's page, and told to the reader and not to the page", async () => {
    const page = await session.open(`${site.origin}/island`);
    await expect.poll(() => outletsOn(page), { timeout: 10_000 }).toEqual(["Coast Courier"]);
    const state = await extension.describe(page);
    expect(state.kind === "matched" && state.report.matches.map(({ exact }) => exact)).toEqual([
      sharedSentence,
    ]);
    expect(state.kind === "matched" && state.placed).toEqual([true]);
    expect(await readMarks(page)).toEqual([]);
    await page.close();
  });

  it("are still there after the background has died", async () => {
    await session.killBackground();
    const page = await session.open(`${site.origin}/island`);
    await expect.poll(() => outletsOn(page), { timeout: 10_000 }).toEqual(["Coast Courier"]);
    await page.close();
  });

  it("do not count as references on their own page, at whatever address it is", async () => {
    const page = await session.open(`${site.origin}/coast?utm_source=letter#top`);
    await expect.poll(() => outletsOn(page), { timeout: 10_000 }).toEqual([]);
    await page.close();
  });

  it("that changed since they were saved are told of, sentence by sentence", async () => {
    pages.set(
      "/coast",
      coastPage((text) => text.replace("four crowns", "six crowns")),
    );
    const page = await session.open(`${site.origin}/coast`);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, ": one sentence");
    await waitForText(popup, "Now: Visitors will pay six crowns from May on");
    pages.set("/coast", coastPage());
    await session.reload(page);
    await popup.close();
    const again = await openPopupFor(session, page);
    await waitForText(again, "Unchanged since");
    await again.close();
    await page.close();
  });

  it("are saved by menu and shortcut, whole or as an excerpt, with a sign on the button", async () => {
    const page = await session.open(`${site.origin}/island`);
    // The count would take the sign's place, for the last time when all is compared by meaning.
    const { report } = await whenCompared(extension, page);
    const count = String(report.matches.length);
    await expect.poll(() => session.badge(page), { timeout: 25_000 }).toBe(count);
    await page.bringToFront();
    await page.evaluate(() => {
      const paragraph = document.querySelectorAll("p")[1] as HTMLElement;
      getSelection()?.selectAllChildren(paragraph);
    });
    await session.chooseMenuItem("saveSelection");
    await expect
      .poll(() => keptTitles(own), { timeout: 25_000 })
      .toEqual([islandTitle, coastTitle]);
    await expect.poll(() => session.badge(page), { timeout: 25_000, interval: 50 }).toBe("✓");
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "Unchanged since");
    await popup.close();
    await page.bringToFront();
    await session.pressShortcut("savePage");
    await expect
      .poll(() => ask<{ outcome: string }>(own, "kept/list", { after: null }), { timeout: 25_000 })
      .toMatchObject({ articles: [{ title: islandTitle, origin: "saved" }, {}] });
    await page.close();
  });

  it("are listed in the settings, removed there, and brought back", async () => {
    const options = await session.openOwn("options.html");
    await waitForText(options, coastTitle);
    expect(await findViolations(options, "light")).toEqual([]);
    await options.evaluate((title) => {
      document.querySelector<HTMLElement>(`button[aria-label="Remove “${title}”"]`)?.click();
    }, coastTitle);
    await waitForText(options, "Removed.");
    expect(await keptTitles(own)).toEqual([islandTitle]);
    await pressIn(options, "Undo");
    await expect.poll(() => keptTitles(own), { timeout: 25_000 }).toContain(coastTitle);
    await options.close();
  });
});

describe(`the reading memory in ${browserName}`, () => {
  const more = Array.from(
    { length: 5 },
    (_, at) =>
      `Paragraph ${at} of this report tells of roads, bridges and schools in the northern district, and of what they cost.`,
  );
  const pages = new Map([
    ["/coast", coastPage()],
    ["/island", islandPage()],
    ["/third", newsPage("Northern Gazette", "Roads and bridges in the north", more)],
  ]);
  let site: SiteServer;
  let session: BrowserSession;
  let own: Page;
  let extension: OwnPage;

  beforeAll(async () => {
    site = await serveSite("assets/demo", pages);
    session = await launch(buildFolder("granted"));
    await waitForGate(session);
    own = await session.openOwn("popup.html?tab=-1");
    extension = await openOwnPage(session);
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  /** Opens a page and waits until it was matched. */
  async function read(path: string): Promise<Page> {
    const page = await session.open(`${site.origin}${path}`);
    await expect
      .poll(async () => (await extension.describe(page)).kind, { timeout: 10_000 })
      .toBe("matched");
    return page;
  }

  it("keeps nothing until it is turned on", async () => {
    await (await read("/coast")).close();
    expect(await keptTitles(own)).toEqual([]);
  });

  it("turned on in the settings, keeps what is read and compares it with what is read later", async () => {
    const options = await session.openOwn("options.html");
    await waitForText(options, "Remember what I read");
    await options.evaluate(() => {
      const controls = [...document.querySelectorAll<HTMLElement>('[role="switch"]')];
      controls.find(({ textContent }) => textContent?.includes("Remember what I read"))?.click();
    });
    await options.waitForSelector('[role="switch"][aria-checked="true"]');
    await options.close();

    await (await read("/coast")).close();
    await expect.poll(() => keptTitles(own), { timeout: 25_000 }).toEqual([coastTitle]);
    const page = await read("/island");
    const state = await extension.describe(page);
    expect(state.kind === "matched" && state.report.matches.length).toBe(1);
    await page.close();
  });

  it("keeps nothing of an excluded site", async () => {
    await ask(own, "memory/forget");
    await ask(own, "memory/choose", { isOn: true, hostsOff: ["localhost"] });
    await (await read("/third")).close();
    expect(await keptTitles(own)).toEqual([]);
    await ask(own, "memory/choose", { isOn: true, hostsOff: [] });
    await (await read("/third")).close();
    await expect
      .poll(() => keptTitles(own), { timeout: 25_000 })
      .toEqual(["Roads and bridges in the north"]);
  });

  it.runIf(browserName === "firefox")(
    "keeps nothing that is read in a private window, though it is marked there",
    async () => {
      await ask(own, "memory/forget");
      await session.allowPrivateWindows?.();
      await waitForGate(session);
      extension = await openOwnPage(session);
      own = await session.openOwn("popup.html?tab=-1");
      await ask(own, "memory/choose", { isOn: true, hostsOff: [] });
      await own.evaluate(async (url) => {
        await chrome.windows.create({ incognito: true, url });
      }, `${site.origin}/island`);
      await own.waitForFunction(
        async () => {
          const tab = (await chrome.tabs.query({})).find(({ incognito }) => incognito);
          const message = { secondSource: "page/describe", request: {} };
          const reply = await chrome.tabs
            .sendMessage(tab?.id ?? -1, message, { frameId: 0 })
            .catch(() => undefined);
          return reply?.value.kind === "matched";
        },
        { polling: 100, timeout: 10_000 },
      );
      await own.evaluate(async () => {
        const windows = await chrome.windows.getAll();
        const own = windows.find(({ incognito }) => incognito);
        await chrome.windows.remove(own?.id ?? -1);
      });
      // What is read afterwards in another window is kept: the memory was on.
      await (await read("/coast")).close();
      await expect.poll(() => keptTitles(own), { timeout: 25_000 }).toEqual([coastTitle]);
    },
  );
});
