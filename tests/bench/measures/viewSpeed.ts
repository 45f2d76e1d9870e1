/**
 * How fast the popup is there, and whether it stays quick with 2,000 matches: in a real Chromium,
 * over a page whose content script is stood in for by one that answers with made-up matches. Beside
 * it stands a page of an extension that draws one line and asks nothing, opened in turn with the popup:
 * what the browser takes by itself. Needs the builds (`npm run build -- --all`).
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "puppeteer-core";
import { type BrowserSession, launchWithExtension } from "../../../scripts/browsers.ts";
import { serveSite } from "../../../scripts/siteServer.ts";
import type { MatchReport } from "../../../src/engine/model/index.ts";
import { runningName } from "../../../src/messages/runningScript.ts";
import { copyBuild } from "../../support/buildWithCorpus.ts";
import { match, reference, report } from "../../ui/support/reportBuilder.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";

const build = "dist/chrome-granted";
/** Items of a long list that stand in the document at once. */
const partItems = 25;
/** Openings measured; the median counts. */
const openings = 7;
const parts = 10;

export const viewSpeed: BenchMeasure = {
  name: "views: the popup in Chromium",
  needs: [],
  async run() {
    if (!existsSync(build)) return [row("no build: run npm run build -- --all", "", null, null)];
    const site = await serveSite("tests/fixtures/pages");
    const extension = buildWithPlainPage();
    const session = await launchWithExtension({
      browser: "chromium",
      extension,
      headless: true,
      proxy: null,
    });
    try {
      return await measureViews(session, `${site.origin}/probing.html`);
    } finally {
      await session.close();
      await site.close();
      rmSync(extension, { recursive: true, force: true });
    }
  },
};

const plainPage = "plain.html";
const oneLine = `const list = document.createElement("ol");
list.className = "matches";
list.append(document.createElement("li"));
document.body.append(list);`;

/** The build with one page more, that does next to nothing. */
function buildWithPlainPage(): string {
  const folder = mkdtempSync(join(tmpdir(), "second-source-bench-"));
  copyBuild(build, folder);
  const script = '<script type="module" src="plain.js"></script>';
  writeFileSync(join(folder, plainPage), `<!doctype html><title>Plain</title>${script}`);
  writeFileSync(join(folder, "plain.js"), oneLine);
  return folder;
}

async function measureViews(session: BrowserSession, url: string): Promise<readonly BenchRow[]> {
  const few = await standInFor(session, `${url}?few`, reportOf(200));
  const many = await standInFor(session, `${url}?many`, reportOf(2_000));
  await openMeasured(session, popupOf(few));
  const times: number[] = [];
  const plainTimes: number[] = [];
  let nodesOfFew = 0;
  for (let i = 0; i < openings; i++) {
    const opened = await openMeasured(session, popupOf(few));
    times.push(opened.shownMs);
    nodesOfFew = opened.nodes;
    await opened.popup.close();
    const plain = await openMeasured(session, plainPage);
    plainTimes.push(plain.shownMs);
    await plain.popup.close();
  }
  const ms = medianOf(times);
  const plainMs = medianOf(plainTimes);
  const long = await openMeasured(session, popupOf(many));
  const scrolled = await scrollThrough(long.popup);
  const bytes = scriptBytes("popup.js", new Set());
  return [
    row("popup with 200 matches can be used", `${ms.toFixed(0)} ms`, "≤ 100 ms", ms <= 100),
    row("a page that draws one line, for comparison", `${plainMs.toFixed(0)} ms`, null, null),
    row("popup with 2,000 matches can be used", `${long.shownMs.toFixed(0)} ms`, null, null),
    row("elements, 200 matches", String(nodesOfFew), null, null),
    row(
      "elements, 2,000 matches, the most while scrolling",
      String(scrolled.mostNodes),
      "≤ 1.5 × those of 200",
      scrolled.mostNodes <= 1.5 * nodesOfFew,
    ),
    row(
      "longest task while scrolling through 2,000",
      scrolled.longestMs === 0 ? "< 50 ms" : `${scrolled.longestMs.toFixed(0)} ms`,
      "≤ 50 ms",
      scrolled.longestMs <= 50,
    ),
    row("scripts the popup opens with", `${bytes} B`, "≤ 70,000 B", bytes <= 70_000),
  ];
}

const popupOf = (tabId: number) => `popup.html?tab=${tabId}`;

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}

function row(what: string, figure: string, goal: string | null, isMet: boolean | null): BenchRow {
  return { what, figure, goal, isMet };
}

function reportOf(count: number): MatchReport {
  const matches = Array.from({ length: count }, (_, at) =>
    match({
      start: at * 300,
      exact: `“Passage ${at} says that the talks will go on until all sides have agreed,” the minister said.`,
      references: ["A", "B", "C"].map((outlet) =>
        reference({
          outlet: `Outlet ${outlet}`,
          speaker: "the minister",
          text: `“Passage ${at} says that talks would continue until every side agrees,” a minister said.`,
        }),
      ),
    }),
  );
  return report(matches);
}

/** Opens a page and has a script in it answer as a content script that found this. Returns its tab's id. */
async function standInFor(
  session: BrowserSession,
  url: string,
  found: MatchReport,
): Promise<number> {
  await session.open(url);
  const own = await session.openOwn("popup.html?tab=-1");
  const tabId = await own.evaluate(
    async (address, name, its) => {
      const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === address);
      const target = { tabId: tab?.id ?? -1 };
      await chrome.scripting.executeScript({
        target,
        args: [name, its],
        func: (symbol: string, json: string) => {
          const given = JSON.parse(json) as object;
          const matches = Reflect.get(given, "matches") as unknown[];
          const replies: Record<string, object> = {
            "page/describe": {
              kind: "matched",
              report: given,
              placed: matches.map(() => true),
              meaning: null,
              archive: null,
            },
            "page/position": { revision: 0, index: null, meaning: null, archive: null },
          };
          const summary = () => ({ count: matches.length, visitedAt: 0 });
          Reflect.set(globalThis, Symbol.for(symbol), { summary, isAlive: () => true });
          chrome.runtime.onMessage.addListener((message, _, respond) => {
            const value = replies[message.secondSource];
            if (value) respond({ ok: true, value });
          });
        },
      });
      return target.tabId;
    },
    url,
    runningName,
    // As text: what Chrome passes on of an object has lost its nulls.
    JSON.stringify(found),
  );
  await own.close();
  return tabId;
}

interface Opened {
  readonly popup: Page;
  /** From the beginning of the opening until the list has been painted and a key would be answered. */
  readonly shownMs: number;
  readonly nodes: number;
}

/** Runs in the popup: whether the first part of the list, drawn little by little, is all there. */
function isPartWhole(items: number): boolean {
  return document.querySelectorAll("ol.matches > li").length >= items;
}

interface Watched {
  shownMs?: number;
  longestMs: number;
}

async function openMeasured(session: BrowserSession, file: string): Promise<Opened> {
  const popup = await session.browser.newPage();
  await popup.setViewport({ width: 400, height: 600 });
  await popup.evaluateOnNewDocument(() => {
    const watched: Watched = { longestMs: 0 };
    Reflect.set(globalThis, "watched", watched);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        watched.longestMs = Math.max(watched.longestMs, duration);
      }
    }).observe({ type: "longtask" });
    const list = new MutationObserver(() => {
      if (document.querySelector("ol.matches li") === null) return;
      list.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          watched.shownMs = performance.now();
        }),
      );
    });
    list.observe(document, { childList: true, subtree: true });
  });
  await popup.goto(`${session.origin}/${file}`);
  await popup.waitForFunction(() => Reflect.get(globalThis, "watched").shownMs !== undefined);
  if (file !== plainPage) await popup.waitForFunction(isPartWhole, {}, partItems);
  const [shownMs, nodes] = await popup.evaluate(() => [
    Reflect.get(globalThis, "watched").shownMs as number,
    document.querySelectorAll("*").length,
  ]);
  return { popup, shownMs: shownMs ?? 0, nodes: nodes ?? 0 };
}

/** Scrolls through part after part, as a reader with a wheel does. */
async function scrollThrough(popup: Page): Promise<{ mostNodes: number; longestMs: number }> {
  await popup.bringToFront();
  await popup.evaluate(() => {
    Reflect.get(globalThis, "watched").longestMs = 0;
  });
  let mostNodes = 0;
  for (let part = 0; part < parts; part++) {
    for (let turn = 0; turn < 12; turn++) await popup.mouse.wheel({ deltaY: 600 });
    await popup.click(".parts button:last-child");
    await popup.waitForFunction(isPartWhole, {}, partItems);
    mostNodes = Math.max(
      mostNodes,
      await popup.evaluate(() => document.querySelectorAll("*").length),
    );
  }
  const longestMs = await popup.evaluate(
    () => Reflect.get(globalThis, "watched").longestMs as number,
  );
  return { mostNodes, longestMs };
}

/** Bytes of a script with all that it imports before it runs. */
function scriptBytes(file: string, seen: Set<string>): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const path = join(build, file);
  const imported = readFileSync(path, "utf8").matchAll(/(?:from|import)"\.\/([^"]+)"/g);
  let bytes = statSync(path).size;
  for (const [, name = ""] of imported) bytes += scriptBytes(join(dirname(file), name), seen);
  return bytes;
}
