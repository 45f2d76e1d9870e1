import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import type { FollowedFeed } from "../../src/messages/feedProtocol.ts";
import { browserName, buildFolder, launch, launchByWords } from "../support/browserUnderTest.ts";
import { buildWithFile, type OtherBuild } from "../support/buildWithCorpus.ts";
import { serveFeeds } from "../support/feedServer.ts";
import { ask } from "../support/keptArticles.ts";
import { readMarks, shadowText, waitForMarks } from "../support/markedPage.ts";
import { closeFirstRun, findOwn, waitForText } from "../support/ownPage.ts";
import { demoBrowser } from "../support/readingBrowser.ts";

function readManifest(kind: "granted" | "plain"): Record<string, unknown> {
  return JSON.parse(readFileSync(`${buildFolder(kind)}/manifest.json`, "utf8"));
}

describe("the granted build", () => {
  it("differs from the plain one in granted hosts only", () => {
    const { host_permissions, ...granted } = readManifest("granted");
    const { optional_host_permissions, ...plain } = readManifest("plain");
    expect(host_permissions).toEqual(optional_host_permissions);
    expect(granted).toEqual(plain);
  });
});

describe(`the plain build in ${browserName}`, () => {
  let site: SiteServer;
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    site = await serveSite("assets/demo");
    session = await launch(buildFolder("plain"));
    page = await session.open(`${site.origin}/`);
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  it("asks first where it should work", async () => {
    expect(await findOwn(session, "firstRun.html")).toBeDefined();
  });

  it("has no script registered for any page, and leaves the page as it is", async () => {
    const own = await session.openOwn("privacy.html");
    const registered = await own.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    expect(registered).toEqual([]);
    await own.close();
    expect(await readMarks(page)).toEqual([]);
    expect(await shadowText(session, page)).toBe("");
  });

  it("is not even told by the browser what the tabs show", async () => {
    const own = await session.openOwn("privacy.html");
    const addresses = await own.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      return tabs.map((tab) => tab.url).filter((url) => url?.startsWith("http"));
    });
    expect(addresses).toEqual([]);
    await own.close();
  });

  it.runIf(browserName === "chromium")(
    "reads a page when the reader asks for it in the popup, and no other page",
    async () => {
      await closeFirstRun(session);
      await session.pressButton?.(page);
      const popup = await findOwn(session, "popup.html");
      await waitForText(popup, "Waiting for you");
      await popup.evaluate(() => document.querySelector<HTMLElement>("button.primary")?.click());
      await waitForMarks(page);
      expect((await readMarks(page)).length).toBeGreaterThan(4);
      await session.reload(page);
      expect(await readMarks(page)).toEqual([]);
    },
  );

  it.runIf(browserName === "firefox")(
    "marks the open page once the reader has granted every news page, and none more when it is taken back",
    async () => {
      await session.setHostPermission(true);
      const own = await session.openOwn("privacy.html");
      await ask(own, "workMode/choose", { mode: "everywhere" });
      await waitForMarks(page);
      expect((await readMarks(page)).length).toBeGreaterThan(4);

      await session.setHostPermission(false);
      await expect
        .poll(() => own.evaluate(() => chrome.scripting.getRegisteredContentScripts()))
        .toEqual([]);
      await session.reload(page);
      expect(await readMarks(page)).toEqual([]);
    },
  );

  it("asks nothing of a feed whose host was not granted, and says so", async () => {
    const server = await serveFeeds();
    try {
      const own = await session.openOwn("privacy.html");
      await ask(own, "feeds/follow", { url: `${server.origin}/feed`, title: "" });
      await expect
        .poll(async () => (await ask<FollowedFeed[]>(own, "feeds/list"))[0]?.problem, {
          timeout: 25_000,
        })
        .toBe("noPermission");
      expect(server.seen).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

describe(`a reader's choice of sites in ${browserName}`, () => {
  let site: SiteServer;
  let build: OtherBuild;
  let session: BrowserSession;
  let listed: Page;
  let other: Page;

  beforeAll(async () => {
    site = await serveSite("assets/demo");
    const manifest = { ...readManifest("plain"), host_permissions: ["http://localhost/*"] };
    build = buildWithFile(buildFolder("plain"), "manifest.json", JSON.stringify(manifest));
    session = await launchByWords(build.folder);
    await closeFirstRun(session);
    const own = await session.openOwn("privacy.html");
    await ask(own, "workMode/choose", { mode: "chosenSites" });
    await own.close();
    other = await session.open(`${site.origin.replace("localhost", "127.0.0.1")}/`);
    listed = await session.open(`${site.origin}/`);
  });

  afterAll(async () => {
    await session?.close();
    build?.remove();
    await site?.close();
  });

  it("has these marked, and no other", async () => {
    await waitForMarks(listed);
    expect((await readMarks(listed)).length).toBeGreaterThan(4);
    expect(await readMarks(other)).toEqual([]);
    expect(await shadowText(session, other)).toBe("");
  });

  it.runIf(browserName === "chromium")("is told in the popup of any other", async () => {
    await session.pressButton?.(other);
    const popup = await findOwn(session, "popup.html");
    await waitForText(popup, "Waiting for you");
    await popup.close();
  });
});

describe(`the host permission in ${browserName}`, () => {
  const demo = demoBrowser(launchByWords);

  it("can be taken back in the browser's own page: no page is read any more", async () => {
    const own = await demo.session.openOwn("privacy.html");
    await ask(own, "workMode/choose", { mode: "everywhere" });
    await demo.session.setHostPermission(false);
    await expect
      .poll(() => own.evaluate(() => chrome.scripting.getRegisteredContentScripts()))
      .toEqual([]);
    await own.close();
    await demo.session.reload(demo.page);
    expect(await readMarks(demo.page)).toEqual([]);
  });

  it.runIf(browserName === "chromium")(
    "is missed by the popup, which offers a button",
    async () => {
      await demo.session.pressButton?.(demo.page);
      const popup = await findOwn(demo.session, "popup.html");
      await waitForText(popup, "Permission needed");
      expect(
        await popup.evaluate(() => document.querySelector("button.primary")?.textContent),
      ).toBe("Allow on every page");
      await popup.close();
    },
  );

  it("reads the page again once it is given back", async () => {
    await demo.session.setHostPermission(true);
    await waitForMarks(demo.page);
  });
});
