import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import type { ArticleRecord } from "../../src/platform/storage/articleRecord.ts";
import { openOwnPage } from "../support/askExtension.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { corporaStatus, openSettings, statusWhen } from "../support/importing.ts";
import { ask, keptTitles } from "../support/keptArticles.ts";
import { waitForMarks, waitForNoMarks } from "../support/markedPage.ts";
import { coastPage, islandPage, newsPage } from "../support/newsPages.ts";
import { waitForGate, waitForText } from "../support/ownPage.ts";
import { openPopupFor } from "../support/popup.ts";
import { type Profile, profileOf, writeProfile } from "../support/profile.ts";
import { keptOutlet, keptSentence } from "../support/profileArticles.ts";
import { storedRecords } from "../support/storedRecords.ts";

const pages = new Map([
  ["/coast", coastPage()],
  ["/island", islandPage()],
]);

const lockPage = newsPage("Lock Post", "Canal opens at night", [
  "Barges have waited up to nine hours this summer, because the water is low and the locks are filled slowly.",
  keptSentence,
  "The shippers' union had asked for it since the spring, when the first loads of grain came too late for the mill.",
]);

const profileFolder = "tests/fixtures/profiles";
/** One of each released version, as this browser stored it; `npm run profile-fixture` makes them. */
const profiles = readdirSync(profileFolder)
  .filter((name) => name.endsWith(`-${browserName}.json.gz`))
  .map((name) => profileOf(readFileSync(`${profileFolder}/${name}`)));

/** What must never be lost of a record: which segment has it, and what it is found by, may change. */
const keptOf = ({ id, article, versions, origin, addedAt, foundAt }: ArticleRecord) => ({
  ...{ id, article, versions, origin, addedAt, foundAt },
});

/** States that nobody wants and some reader will have, one after the other in one browser. */
describe(`odd states in ${browserName}`, () => {
  let site: SiteServer;
  let session: BrowserSession;
  let own: Page;

  beforeAll(async () => {
    site = await serveSite("assets/demo", new Map([...pages, ["/lock", lockPage]]));
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

  /** Waits until the page's only reference is to the outlet. Marks of what a reader keeps cannot be read off the page. */
  async function expectMatchedWith(page: Page, outlet: string): Promise<void> {
    const extension = await openOwnPage(session);
    const outlets = async () => {
      const state = await extension.describe(page);
      if (state.kind !== "matched") return [state.kind];
      return state.report.matches.flatMap(({ references }) =>
        references.map(({ article }) => article.outlet),
      );
    };
    await expect.poll(outlets).toEqual([outlet]);
    await extension.close();
  }

  it("keep the library: a damaged record is mended, the settings say so, and it can be discarded", async () => {
    await damage(["articles"], "halve");
    // Mending sets it aside, sooner or later: one of the two titles is gone until then.
    await statusWhen(own, ({ setAside }) => setAside === 1);
    expect(await keptTitles(own)).toHaveLength(2);
    const settings = await openSettings(session);
    await waitForText(settings, "Damaged records set aside: 1.");
    await ask(settings, "corpora/forgetSetAside");
    expect((await corporaStatus(settings)).setAside).toBe(0);
    await settings.close();
  });

  it("keep the library: missing segments and a lost state are made again, and a page opened before gets its marks", async () => {
    const { articles } = await corporaStatus(own);
    await damage(["segments", "state"], "empty");
    const early = await session.open(`${site.origin}/island`);
    const searched = async () => (await ask<{ articles: number }>(own, "library/status")).articles;
    // Five came with the extension.
    await expect.poll(searched).toBe(5 + articles);
    expect(await corporaStatus(own)).toMatchObject({ articles });
    await expectMatchedWith(early, "Coast Courier");
    await early.close();
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

  /** Puts a profile in the place of what is stored; then the background starts anew, as after an update. */
  async function takeOver(profile: Profile): Promise<void> {
    await writeProfile(own, profile);
    await session.killBackground();
  }

  const storedIn = (profile: Profile, name: string) =>
    profile.stores.find((store) => store.name === name)?.values ?? [];

  async function expectKept(profile: Profile): Promise<void> {
    const records = storedIn(profile, "articles") as ArticleRecord[];
    expect((await storedRecords(own)).map(keptOf)).toEqual(records.map(keptOf));
  }

  async function expectLockMatched(): Promise<void> {
    const page = await session.open(`${site.origin}/lock`);
    await expectMatchedWith(page, keptOutlet);
    await page.close();
  }

  it.each(profiles)("take over what version $madeBy had stored", async (profile) => {
    await takeOver(profile);
    const { articles, limits, packs, storedForm } = await corporaStatus(own);
    expect({ articles, storedForm }).toEqual({ articles: 502, storedForm: "ours" });
    expect(limits).toEqual({ mostBytes: 400_000_000, readDays: null });
    expect(packs.map(({ name, isOn }) => `${name} ${isOn}`).toSorted()).toEqual([
      "Off false",
      "Shore true",
    ]);
    await expectKept(profile);
    expect(
      storedIn(profile, "articles").flatMap((its) => (its as ArticleRecord).versions),
    ).toHaveLength(10);
    await expectLockMatched();
    const feeds = await ask<{ url: string }[]>(own, "feeds/list");
    expect(feeds.map(({ url }) => `feed ${url}`)).toEqual(
      Object.keys(profile.local).filter((key) => key.startsWith("feed ")),
    );
    // Feeds are asked again, and their records say how that ended.
    const choices = Object.keys(profile.local).filter((key) => !key.startsWith("feed "));
    const local = await own.evaluate((keys) => chrome.storage.local.get(keys), choices);
    expect(local).toEqual(Object.fromEntries(choices.map((key) => [key, profile.local[key]])));
    expect(choices).toEqual(
      expect.arrayContaining(["hostsOff", "look", "readingMemory", "reportChoices", "workMode"]),
    );
  });

  it("leave what an earlier version stored as it is, where it cannot be brought into our form, and say so", async () => {
    const profile = profiles[0]!;
    // The step to version 4 makes a store that is there already.
    await takeOver({ ...profile, version: 3 });
    const settings = await openSettings(session);
    await waitForText(settings, "could not be converted for the new version");
    await settings.click('.sections a[href="#library"]');
    await waitForText(settings, "Report 499");
    await settings.close();
    await expectLockMatched();
    const extension = await openOwnPage(session);
    const page = await session.open(`${site.origin}/coast`);
    expect(await extension.save(page)).not.toMatch(/^(?:new|changed|known)$/);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "could not be converted for the new version");
    for (const its of [popup, page]) await its.close();
    await extension.close();
    await expectKept(profile);
  });

  it("lose nothing to an earlier version, which says what it cannot read", async () => {
    const before = await storedRecords(own);
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
    const settings = await openSettings(session);
    await waitForText(settings, "stored by a newer version of Second Source");
    await settings.close();
    const page = await session.open(`${site.origin}/`);
    await waitForMarks(page);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "stored by a newer version of Second Source");
    expect(await storedRecords(own)).toEqual(before);
    await popup.close();
    await page.close();
  });
});
