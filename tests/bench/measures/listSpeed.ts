/**
 * How fast the settings list, sort, narrow down, remove and bring back 10,000 articles of a reader, in a
 * real Chromium. Needs the builds (`npm run build -- --all`).
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { launchWithExtension } from "../../../scripts/browsers.ts";
import type { KeptQuery, KeptRemoval } from "../../../src/messages/keptProtocol.ts";
import { chooseFile, openSettings, statusWhen } from "../../support/importing.ts";
import { ask } from "../../support/keptArticles.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";

const build = "dist/chrome-granted";
const articles = 10_000;
const outlets = 200;
const sentences = 12;
/** Questions of a kind; the median counts. */
const runs = 9;
/** What is seen as immediate. */
const goalMs = 100;

export const listSpeed: BenchMeasure = {
  name: "kept: the list of the reader's articles in Chromium",
  needs: [],
  async run() {
    if (!existsSync(build)) return [row("no build: run npm run build -- --all", "")];
    const folder = mkdtempSync(join(tmpdir(), "second-source-list-"));
    const session = await launchWithExtension({
      ...{ browser: "chromium", extension: build, headless: true, proxy: null },
    });
    try {
      const settings = await openSettings(session);
      const file = join(folder, "articles.jsonl");
      writeFileSync(file, Array.from({ length: articles }, (_, at) => lineOf(at)).join("\n"));
      await chooseFile(settings, file);
      await statusWhen(settings, ({ imports: [first] }) => first?.state === "done");
      return [...(await listing(settings)), ...(await removing(settings))];
    } finally {
      await session.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const usual: KeptQuery = { sort: "added", search: "", origin: null, outlet: null, language: null };

async function listing(settings: Page): Promise<readonly BenchRow[]> {
  const last = articles - 30;
  return [
    await timed(settings, "the newest 50", usual, 0),
    await timed(settings, "the last of them", usual, last),
    await timed(settings, "50 by title", { ...usual, sort: "title" }, 0),
    await timed(settings, "the last by date", { ...usual, sort: "published" }, last),
    await timed(settings, "those of one outlet", { ...usual, outlet: "outlet7.example" }, 0),
    await timed(settings, "those with two words", { ...usual, search: "harbour council" }, 0),
  ];
}

/** The first answer may have to sort, or to open the library: it is told apart. */
async function timed(settings: Page, what: string, query: KeptQuery, at: number) {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await ask(settings, "kept/list", { query, at, from: null, through: null });
    times.push(performance.now() - start);
  }
  const [first = 0] = times;
  const median = times.toSorted((a, b) => a - b)[runs >> 1] ?? 0;
  const figure = `${median.toFixed(0)} ms, the first time ${first.toFixed(0)} ms`;
  const goal = { goal: `${goalMs} ms`, isMet: median <= goalMs };
  return { ...row(`${articles} articles: ${what}`, figure), ...goal };
}

async function removing(settings: Page): Promise<readonly BenchRow[]> {
  const ids = await ask<readonly string[]>(settings, "kept/ids", { query: usual });
  let inBin: unknown;
  const removed = await secondsOf(async () => {
    ({ inBin } = await ask<KeptRemoval>(settings, "kept/remove", { ids }));
  });
  const restored = await secondsOf(() => ask(settings, "kept/restore", { inBin }));
  return [
    row(`${articles} articles: all removed`, `${removed.toFixed(1)} s`),
    row(`${articles} articles: all brought back`, `${restored.toFixed(1)} s`),
  ];
}

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1_000;
}

function row(what: string, figure: string): BenchRow {
  return { what, figure, goal: null, isMet: null };
}

const words =
  "minister council harbour budget northern region talks agreement border forces withdrawal president official report company market police court election party vote law water energy price".split(
    " ",
  );

function lineOf(number: number): string {
  let state = number * 2_654_435_761 + 1;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return words[(state >>> 8) % words.length];
  };
  const sentence = (_: unknown, at: number) =>
    `The ${next()} of the ${next()} said that the ${next()} ${next()} near item${number}x${at} would not change the ${next()}.`;
  const outlet = number % outlets;
  return JSON.stringify({
    outlet: { name: `Outlet ${outlet}`, domain: `outlet${outlet}.example` },
    title: `${next()} ${next()} ${next()} ${number}`,
    urls: [`https://outlet${outlet}.example/${number}`],
    published: {
      value: new Date(1.5e12 + number * 3.6e6).toISOString().slice(0, 10),
      precision: "day",
      basis: "stated",
    },
    language: "en",
    body: Array.from({ length: sentences }, sentence).join("\n\n"),
  });
}
