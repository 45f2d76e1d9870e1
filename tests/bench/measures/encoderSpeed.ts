/**
 * The encoder in real browsers: how soon it has its first vector, asleep and awake, how long a sentence
 * takes beside the native runtime in the same run, what it takes of the memory, and how soon an article
 * that the reader saves is encoded. Needs the builds (`npm run build -- --all`).
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserName } from "../../../scripts/browsers.ts";
import { passageTexts } from "../../../src/corpora/passageTexts.ts";
import type { Encoder } from "../../../src/encoder/index.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import type { MeaningStatus } from "../../../src/messages/encodingProtocol.ts";
import { loadNativeEncoder } from "../../eval/encoding/nativeEncoder.ts";
import { type OwnPage, openOwnPage } from "../../support/askExtension.ts";
import { bundleForPage } from "../../support/bundleForPage.ts";
import { ask } from "../../support/keptArticles.ts";
import { newsPage } from "../../support/newsPages.ts";
import { isMemoryKnown, megabytesOf, watchMemory } from "../../support/processMemory.ts";
import { type BenchBrowser, inBenchBrowser, isBuilt, pass } from "../browser/benchBrowser.ts";
import type { EncodeInPage } from "../browser/encodeInPage.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";
import { median } from "../timing.ts";

const builds: readonly (readonly [BrowserName, string])[] = [
  ["chromium", "dist/chrome-granted"],
  ["firefox", "dist/firefox-granted"],
];

/** As many as a batch holds. */
const textsAtOnce = 8;
const starts = 3;
const passagesOfArticle = 40;
const savedGoalMs = 3_000;
/** A page is saved as it opens, before the encoder has started and after it, or once it has been compared. */
const savedStates = ["asleep", "awake", "its page compared"] as const;
/** A browser gives a worker's memory back some moments after its end. */
const afterEndMs = 5_000;

export const encoderSpeed: BenchMeasure = {
  name: "meaning: the encoder",
  needs: [],
  async run() {
    if (!isBuilt()) return [row("no build: run npm run build -- --all", "")];
    const texts = bundledTexts(builds[0]![1]);
    const pages = new Map(
      savedStates.map((_, at) => [
        `/${at}.html`,
        articleOf(texts.slice(at * passagesOfArticle), at),
      ]),
    );
    const rows: BenchRow[] = [];
    for (const [name, build] of builds.filter(([, folder]) => existsSync(folder))) {
      const measure = (browser: BenchBrowser) => browserRows(browser, texts);
      const found = await inBenchBrowser(build, pages, measure, name);
      rows.push(...found.map((its) => ({ ...its, what: `${name}: ${its.what}` })));
    }
    return rows;
  },
};

/** The statements of the bundled articles. */
function bundledTexts(build: string): readonly string[] {
  const segment = openSegment(readFileSync(join(build, "corpus/bundled.segment")));
  return Array.from({ length: segment.articleCount }, (_, place) =>
    passageTexts(segment, place),
  ).flatMap((texts) => texts.filter((text) => text !== null));
}

function articleOf(texts: readonly string[], at: number): string {
  return newsPage(`Outlet ${at}`, `Article ${at} of the bench`, texts.slice(0, passagesOfArticle));
}

async function browserRows(
  browser: BenchBrowser,
  texts: readonly string[],
): Promise<readonly BenchRow[]> {
  const own = await browser.session.openOwn("popup.html?tab=-1");
  await own.evaluate(await bundleForPage("tests/bench/browser/encodeInPage.ts"));
  const worker: WorkerInPage = {
    encode: (some) =>
      own.evaluate((its) => {
        const page = Reflect.get(globalThis, "encodeInPage") as EncodeInPage;
        return page.encode(its);
      }, some),
    letGo: () =>
      own.evaluate(() => (Reflect.get(globalThis, "encodeInPage") as EncodeInPage).letGo()),
  };
  return [
    ...(await firstRows(worker, texts)),
    ...(await speedRows(worker, texts)),
    ...(isMemoryKnown ? await memoryRows(browser, worker, texts) : []),
    ...(await savedRows(browser, own)),
  ];
}

/** `encode` gives the ms that it took. */
interface WorkerInPage {
  encode(texts: readonly string[]): Promise<number>;
  letGo(): Promise<void>;
}

async function firstRows(worker: WorkerInPage, texts: readonly string[]) {
  const [asleep, awake]: [number[], number[]] = [[], []];
  for (let start = 0; start < starts; start++) {
    await worker.letGo();
    asleep.push(await worker.encode(texts.slice(0, 1)));
    awake.push(await worker.encode(texts.slice(1, 2)));
  }
  return [
    row("first vector, asleep", ms(median(asleep))),
    row("first vector, awake", ms(median(awake))),
  ];
}

async function speedRows(worker: WorkerInPage, texts: readonly string[]) {
  const wasmMs = await msPerText(texts, worker.encode);
  const native = await loadNativeEncoder();
  const nativeMs = native === null ? null : await msPerText(texts, (some) => timeOf(native, some));
  await native?.close();
  return [
    row(`a sentence, in batches of ${textsAtOnce}`, ms(wasmMs)),
    row(
      "against the native runtime, one thread",
      nativeMs === null ? "not installed" : `${(wasmMs / nativeMs).toFixed(1)} ×`,
    ),
  ];
}

async function timeOf(encoder: Encoder, texts: readonly string[]): Promise<number> {
  const since = performance.now();
  await encoder.encode(texts);
  return performance.now() - since;
}

/** What the extension's process takes more than before, with the encoder at work and after it was let go. */
async function memoryRows(
  { session }: BenchBrowser,
  worker: WorkerInPage,
  texts: readonly string[],
) {
  await worker.letGo();
  await pass(afterEndMs);
  const before = megabytesOf(session);
  const stop = watchMemory(session);
  await msPerText(texts, worker.encode);
  const { growth } = stop();
  await worker.letGo();
  await pass(afterEndMs);
  const after = megabytesOf(session);
  const left = Math.max(...[...after].map(([pid, now]) => now - (before.get(pid) ?? 0)));
  return [
    row("memory of the process, at work", `+ ${growth.toFixed(0)} MB`),
    row("memory of the process, let go again", `+ ${left.toFixed(0)} MB`),
  ];
}

/** Of all texts, a batch at a time; the first batch is not counted. */
async function msPerText(
  texts: readonly string[],
  encode: (texts: readonly string[]) => Promise<number>,
): Promise<number> {
  await encode(texts.slice(0, textsAtOnce));
  let sum = 0;
  for (let at = 0; at < texts.length; at += textsAtOnce) {
    sum += await encode(texts.slice(at, at + textsAtOnce));
  }
  return sum / texts.length;
}

/** From the reader's saving of an article until it can be found by meaning. */
async function savedRows(browser: BenchBrowser, own: Page): Promise<readonly BenchRow[]> {
  const extension = await openOwnPage(browser.session);
  const rows: BenchRow[] = [];
  for (const [at, state] of savedStates.entries()) {
    const page = await browser.session.open(`${browser.site.origin}/${at}.html`);
    if (state === "its page compared") await untilCompared(extension, page);
    const since = performance.now();
    await extension.save(page);
    await untilEncoded(own);
    const figure = performance.now() - since;
    const isMet = figure <= savedGoalMs;
    const what = `saved article of ${passagesOfArticle} passages encoded, ${state}`;
    rows.push({ what, figure: ms(figure), goal: `≤ ${savedGoalMs} ms`, isMet });
    await page.close();
  }
  await extension.close();
  return rows;
}

async function untilCompared(extension: OwnPage, page: Page): Promise<void> {
  await page.bringToFront();
  for (;;) {
    const state = await extension.describe(page).catch(() => null);
    const meaning = state?.kind === "matched" ? state.meaning : null;
    if (meaning !== null && meaning.of > 0 && meaning.done === meaning.of) return;
    await pass(50);
  }
}

async function untilEncoded(own: Page): Promise<void> {
  for (;;) {
    const { done, of } = await ask<MeaningStatus>(own, "meaning/status");
    if (done === of) return;
    await pass(50);
  }
}

function ms(figure: number): string {
  return `${figure.toFixed(0)} ms`;
}

function row(what: string, figure: string): BenchRow {
  return { what, figure, goal: null, isMet: null };
}
