import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { type OwnPage, openOwnPage } from "../support/askExtension.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { chooseFile, openSettings, statusWhen } from "../support/importing.ts";
import { newsPage } from "../support/newsPages.ts";
import { waitForGate } from "../support/ownPage.ts";

/** While a hostile text is read, an answer may take so many times as long as beside any page. */
const mostTimes = 30;
/** What the control's answers take at least, as far as the comparison goes: the machine has moods. */
const leastMs = 100;

const said =
  "The council of the town had it in mind on Monday that the lamps of all the streets, old and new,";
const rest =
  "It will look at its own sentences from every side, and will then have to go home with what it came with.";

function pageOf(title: string, paragraphs: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article">${head}</head><body><article><h1>${title}</h1>
${paragraphs}<p>${rest}</p></article></body></html>`;
}

/** 390 authors in JSON-LD, each of nearly a thousand letters and @. */
function authorsPage(): string {
  const author = Array.from({ length: 390 }, (_, at) => ({ name: `${"a@".repeat(490)}${at}` }));
  const article = { "@type": "NewsArticle", headline: "Who wrote this?", author };
  const script = `<script type="application/ld+json">${JSON.stringify(article)}</script>`;
  return pageOf("Who wrote this?", `<p>${said} burn all night.</p>`, script);
}

/** A page of so many short sentences. */
function longPage(sentence: (at: number) => string): string {
  const paragraphs = Array.from({ length: 200 }, (_, paragraph) => {
    const sentences = Array.from({ length: 40 }, (_, at) => sentence(paragraph * 40 + at));
    return `<p>${sentences.join(" ")}</p>`;
  });
  return pageOf("A long page of lamps", paragraphs.join("\n"));
}

describe(`hostile texts in ${browserName}`, () => {
  const pages = new Map([
    ["/control", newsPage("The Harbour", "An ordinary page", [`${said} burn all night.`, rest])],
    ["/authors", authorsPage()],
    ["/colons", pageOf("What was said:", `<p>${said} ${": ".repeat(150_000)} end of it.</p>`)],
    ["/long", longPage((at) => `The lamp number ${at} was lit.`)],
  ]);
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  const profile = join(folder, "profile");
  let site: SiteServer;
  let session: BrowserSession;
  let own: Page;
  let extension: OwnPage;
  let mostMs: number;

  async function start(): Promise<void> {
    session = await launchByWords(buildFolder("granted"), { profile });
    await waitForGate(session);
    own = await session.openOwn("privacy.html");
    extension = await openOwnPage(session);
  }

  beforeAll(async () => {
    site = await serveSite("assets/demo", pages);
    await start();
    mostMs = mostTimes * Math.max(leastMs, await slowestAnswer(() => read("/control")));
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page and waits until it is matched. */
  async function read(path: string): Promise<Page> {
    const page = await session.open(`${site.origin}${path}`);
    await page.bringToFront();
    const isMatched = async () =>
      (await extension.describe(page).catch(() => null))?.kind === "matched";
    await vi.waitUntil(isMatched, { timeout: 60_000 });
    return page;
  }

  /** How long the background's slowest answer took while the work went on, in milliseconds. */
  async function slowestAnswer(work: () => Promise<unknown>): Promise<number> {
    let isDone = false;
    const done = work().finally(() => {
      isDone = true;
    });
    let slowest = 0;
    do {
      const before = performance.now();
      const message = { secondSource: "library/status", request: {} };
      const reply = await own.evaluate((its) => chrome.runtime.sendMessage(its), message);
      expect(reply.ok).toBe(true);
      slowest = Math.max(slowest, performance.now() - before);
      // Asked without a pause, it would be kept from its work by the questions.
      await new Promise((resolve) => setTimeout(resolve, 20));
    } while (!isDone);
    await done;
    return slowest;
  }

  it.each([
    ["390 authors of letters and @", "/authors"],
    ["a paragraph of 150,000 colons", "/colons"],
  ])("the background answers while it reads %s", { timeout: 120_000 }, async (_what, path) => {
    let page: Page | null = null;
    const slowest = await slowestAnswer(async () => {
      page = await read(path);
    });
    expect(slowest).toBeLessThan(mostMs);
    await (page as Page | null)?.close();
  });

  it("the background answers while 8,000 sentences changed", { timeout: 120_000 }, async () => {
    const before = await read("/long");
    expect(await extension.save(before)).toBe("new");
    await before.close();
    pages.set(
      "/long",
      longPage((at) => `A boat named ${(at * 7919) % 100_003} came home x${at}.`),
    );
    const page = await read("/long");
    let changes: unknown;
    const slowest = await slowestAnswer(async () => {
      changes = await changesOf(page);
    });
    expect(slowest).toBeLessThan(mostMs);
    expect(changes).toEqual({ since: expect.any(Number), changes: null });
    await page.close();
  });

  /** What the popup is told of how the page changed. */
  async function changesOf(page: Page): Promise<unknown> {
    const settings = await session.openOwn("options.html");
    const address = await page.evaluate(() => location.href);
    const changes = await settings.evaluate(async (url) => {
      const tabs = await chrome.tabs.query({});
      const tabId = tabs.find((tab) => tab.url === url)?.id;
      const message = { secondSource: "page/changes", request: { tabId } };
      return (await chrome.runtime.sendMessage(message)).value;
    }, address);
    await settings.close();
    return changes;
  }

  it("a file that begins with forty comments is imported", { timeout: 120_000 }, async () => {
    const file = join(folder, "forty-comments.html");
    const article = `<article><h1>Title of it</h1><p>${said} burn all night.</p><p>${rest}</p></article>`;
    writeFileSync(file, `${"<!---->".repeat(40)}<html><body>${article}</body></html>`);
    const settings = await openSettings(session);
    await chooseFile(settings, file);
    const isOver = ({ imports }: { imports: readonly { state: string }[] }) =>
      imports.some(({ state }) => state === "done");
    const { imports } = await statusWhen(settings, isOver);
    expect(imports.map(({ added }) => added)).toEqual([1]);
    await settings.close();
    await (await read("/control")).close();
  });

  it("the extension still answers after a restart", { timeout: 120_000 }, async () => {
    await session.close();
    await start();
    await (await read("/control")).close();
  });
});
