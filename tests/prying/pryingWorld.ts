import type { Page } from "puppeteer-core";
import {
  type BrowserName,
  type BrowserSession,
  launchWithExtension,
} from "../../scripts/browsers.ts";
import { serveSite } from "../../scripts/siteServer.ts";
import { type OwnPage, openOwnPage } from "../support/askExtension.ts";
import { bundleForPage } from "../support/bundleForPage.ts";
import { newsPage } from "../support/newsPages.ts";
import { waitForGate } from "../support/ownPage.ts";
import type { PryingWindow } from "./pageProbes.ts";

/** Two sentences of the same length and form: one of them is kept by the reader, the other by nobody. */
export const sentences = {
  sea: "“The sea has never once asked me whether I had slept,” the harbour master told the council before he handed in the key.",
  hill: "“The hill can hardly have noticed when our ladders fell,” the orchard keeper wrote to the parish as he locked up the gate.",
} as const;

export type SentenceName = keyof typeof sentences;

const otherThan = { sea: "hill", hill: "sea" } as const;
/** Stands in the bundled corpus, so that every reader's page has one mark. */
const shared = "Moscow reacted to the initiative without much enthusiasm.";

/** Whether the kept sentence stands above or below the other one on the page. */
export type Order = "above" | "below";

/** A browser whose reader keeps an article with one of the sentences. */
export interface PryingWorld {
  readonly kept: SentenceName;
  readonly session: BrowserSession;
  readonly own: OwnPage;
  /** Opens a page with both sentences, the kept one in `#planted`, above or below the other; resolves when it has been matched. */
  openBoth(order: Order): Promise<Page>;
  /** Opens a page with so many copies of one sentence. */
  openCopies(of: SentenceName, copies: number): Promise<Page>;
  close(): Promise<void>;
}

/** Launches a browser in which the time of a frame is the time of the work in it. */
export function launchPrying(browser: BrowserName): Promise<BrowserSession> {
  const extension = browser === "chromium" ? "dist/chrome-granted" : "dist/firefox-granted";
  return launchWithExtension({
    ...{ browser, extension, headless: true, proxy: null, isFrameRateFree: true },
  });
}

/** Launches a browser of its own, which is closed with the world. */
export async function createPryingWorld(
  browser: BrowserName,
  kept: SentenceName,
): Promise<PryingWorld> {
  const session = await launchPrying(browser);
  const world = await createPryingWorldIn(session, kept);
  return {
    ...world,
    async close() {
      await session.close();
      await world.close();
    },
  };
}

/** Has the reader of a running browser keep an article with one of the sentences. */
export async function createPryingWorldIn(
  session: BrowserSession,
  kept: SentenceName,
): Promise<PryingWorld> {
  const script = await bundleForPage("tests/prying/pageProbes.ts");
  const pages = new Map([
    ["/kept", keptPage(sentences[kept])],
    ["/above", bothPage(script, sentences[kept], sentences[otherThan[kept]], "above")],
    ["/below", bothPage(script, sentences[kept], sentences[otherThan[kept]], "below")],
  ]);
  for (const name of ["sea", "hill"] as const) {
    for (const copies of [1, 60, 1_000]) {
      pages.set(`/${name}-${copies}`, copiesPage(script, sentences[name], copies));
    }
  }
  const site = await serveSite("tests/fixtures/pages", pages);
  await waitForGate(session);
  const own = await openOwnPage(session);
  const keptTab = await session.open(`${site.origin}/kept`);
  if ((await own.save(keptTab)) !== "new") throw new Error("the article could not be saved");
  await keptTab.close();

  async function openMatched(path: string): Promise<Page> {
    const page = await session.open(site.origin + path);
    await page.bringToFront();
    const end = Date.now() + 20_000;
    while ((await own.describe(page).catch(() => null))?.kind !== "matched") {
      if (Date.now() > end) throw new Error(`${path} is not matched`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return page;
  }

  return {
    ...{ kept, session, own },
    openBoth: (order) => openMatched(`/${order}`),
    openCopies: (of, copies) => openMatched(`/${of}-${copies}`),
    close: () => site.close(),
  };
}

/** Runs something of the page's own script there. */
export function inPage<T>(
  page: Page,
  work: (window: PryingWindow, ...given: never[]) => T | Promise<T>,
  ...given: readonly (string | number)[]
): Promise<T> {
  return page.evaluate(
    (source, ...values) => {
      const run = new Function(`return (${source})`)() as (...all: unknown[]) => T;
      return run(window, ...values);
    },
    work.toString(),
    ...given,
  ) as Promise<T>;
}

function keptPage(sentence: string): string {
  return newsPage("The Northern Shore", "The last keeper of the pier", [
    "The council told the minister on Tuesday that the tide gauge at the old pier had been read by hand on 11,315 mornings in a row.",
    sentence,
    "A gauge that reads itself was built into the quay wall in March, and sends what it reads to an office in the capital twice an hour.",
  ]);
}

const before =
  "This page has been put together by somebody who would like to know what its readers keep, and who has asked nobody for leave to find it out.";
const after =
  "It will look at its own sentences from every side that a script can look from, and will then have to go home with what it came with.";
const between = "Nobody was at the harbour at noon, and nobody said so.";

function pryingPage(script: string, paragraphs: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>What do you read? | Harbour Test Page</title>
    <meta property="og:type" content="article"><script>${script}</script>
    <style>article { padding: 700px 0; } p { width: 640px; margin: 24px 40px; } .far { margin: 900px 40px; }</style></head>
    <body><article><h1>What do you read?</h1><p>${before}</p>${paragraphs}<p>${after}</p></article></body></html>`;
}

function bothPage(script: string, planted: string, control: string, order: Order): string {
  const paragraphs = [
    `<p class="far" id="planted">${planted}</p><p>${between}</p>`,
    `<p class="far" id="control">${control}</p><p>${between}</p>`,
  ];
  const inOrder = order === "above" ? paragraphs : paragraphs.toReversed();
  return pryingPage(script, `${inOrder.join("")}<p class="far">${shared}</p>`);
}

/** The sentence stands first, and on dark ground: a style that followed it would show. */
function copiesPage(script: string, sentence: string, copies: number): string {
  const copy = `<p style="background: #101014; color: #eee">${sentence}</p>`;
  return pryingPage(script, `${copy.repeat(copies)}<p>${shared}</p>`);
}
