import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { openOwnPage } from "../support/askExtension.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { corporaStatus, statusWhen } from "../support/importing.ts";
import { ask, keptTitles } from "../support/keptArticles.ts";
import { waitForMarks, waitForNoMarks } from "../support/markedPage.ts";
import { coastPage, islandPage } from "../support/newsPages.ts";
import { waitForGate, waitForText } from "../support/ownPage.ts";
import { openPopupFor } from "../support/popup.ts";

const pages = new Map([
  ["/coast", coastPage()],
  ["/island", islandPage()],
]);

/** States that nobody wants and some reader will have, one after the other in one browser. */
describe(`odd states in ${browserName}`, () => {
  let site: SiteServer;
  let session: BrowserSession;
  let own: Page;

  beforeAll(async () => {
    site = await serveSite("assets/demo", pages);
    session = await launchByWords(buildFolder("granted"));
    await waitForGate(session);
    const extension = await openOwnPage(session);
    for (const path of pages.keys()) {
      const page = await session.open(`${site.origin}${path}`);
      expect(await extension.save(page)).toBe("new");
      await page.close();
    }
    await extension.close();
    own = await session.openOwn("options.html");
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  /** Changes stores of the database, in the settings page, which has the same rights; then the background starts anew. */
  async function damage(stores: readonly string[], kind: "empty" | "halve"): Promise<void> {
    await own.evaluate(
      async (names, how) => {
        const done = <Value>(request: IDBRequest<Value>) =>
          new Promise<Value>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const database = await done(indexedDB.open("second-source"));
        const transaction = database.transaction(names, "readwrite");
        for (const name of names) {
          const its = transaction.objectStore(name);
          if (how === "empty") {
            its.clear();
            continue;
          }
          const [first] = (await done(its.getAll())) as Record<string, unknown>[];
          its.put({
            ...first,
            versions: null,
            article: { ...(first?.article as object), urls: 5 },
          });
        }
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
        database.close();
      },
      stores,
      kind,
    );
    await session.killBackground();
  }

  it("keep the library: a damaged record is mended, the settings say so, and it can be discarded", async () => {
    await damage(["articles"], "halve");
    expect(await keptTitles(own)).toHaveLength(1);
    await statusWhen(own, ({ setAside }) => setAside === 1);
    expect(await keptTitles(own)).toHaveLength(2);
    const settings = await session.openOwn("options.html");
    await waitForText(settings, "Damaged records that were set aside: 1.");
    await ask(settings, "corpora/forgetSetAside");
    expect((await corporaStatus(settings)).setAside).toBe(0);
    await settings.close();
  });

  it("keep the library: missing segments and a lost state are made again", async () => {
    const { articles } = await corporaStatus(own);
    await damage(["segments", "state"], "empty");
    const searched = async () => (await ask<{ articles: number }>(own, "library/status")).articles;
    // Five came with the extension.
    await expect.poll(searched, { timeout: 15_000 }).toBe(5 + articles);
    expect(await corporaStatus(own)).toMatchObject({ articles });
  });

  it("give content scripts the settings they need, and the browser keeps the rest from them", async () => {
    const page = await session.open(`${site.origin}/`);
    await waitForMarks(page);
    const read = await own.evaluate(async (url) => {
      const tab = (await chrome.tabs.query({})).find((its) => its.url === url);
      const [found] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: () => chrome.storage.local.get(null).then(Object.keys, () => "closed"),
      });
      return found?.result;
    }, `${site.origin}/`);
    // Firefox has no access levels for what is stored for good.
    if (browserName === "chromium") expect(read).toBe("closed");
    await session.killBackground();
    const look = { palette: "ink", line: "strong", isTinted: false };
    await own.evaluate(
      (its) => chrome.storage.local.set({ hostsOff: ["localhost"], look: its }),
      look,
    );
    await waitForNoMarks(page);
    await own.evaluate(() => chrome.storage.local.remove(["hostsOff", "look"]));
    await waitForMarks(page);
    await page.close();
  });

  it("lose nothing to an earlier version, which says what it cannot read", async () => {
    await own.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open("second-source", 99);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
          request.onerror = () => reject(request.error);
        }),
    );
    await session.killBackground();
    const settings = await session.openOwn("options.html");
    await waitForText(settings, "stored by a later version of Second Source");
    await settings.close();
    const page = await session.open(`${site.origin}/`);
    await waitForMarks(page);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "stored by a later version of Second Source");
    const kept = await own.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open("second-source");
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const count = request.result.transaction("articles").objectStore("articles").count();
            count.onsuccess = () => {
              request.result.close();
              resolve(count.result);
            };
          };
        }),
    );
    expect(kept).toBe(2);
    await popup.close();
    await page.close();
  });
});
