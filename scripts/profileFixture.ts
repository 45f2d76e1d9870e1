/**
 * npm run profile-fixture -- FOLDER [firefox]: has a released version fill a profile, and writes what it
 * stored to tests/fixtures/profiles/VERSION-BROWSER.json.gz, for the tests of updates. FOLDER is the
 * unpacked package of that version (Chromium's unless said otherwise). The one change to it is a granted
 * host, so that feeds and pages of a local server can be read without a prompt.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { packOf, recordLine } from "../tests/ingest/pack/packOf.ts";
import { openOwnPage } from "../tests/support/askExtension.ts";
import { buildWithFile } from "../tests/support/buildWithCorpus.ts";
import { serveFeeds } from "../tests/support/feedServer.ts";
import { chooseFile, openSettings, statusWhen } from "../tests/support/importing.ts";
import { ask, keptArticles } from "../tests/support/keptArticles.ts";
import { coastPage, islandPage } from "../tests/support/newsPages.ts";
import { profileFile, readProfile } from "../tests/support/profile.ts";
import {
  articlesAsLines,
  changedCount,
  importedArticle,
  importedCount,
} from "../tests/support/profileArticles.ts";
import { type BrowserName, type BrowserSession, launchWithExtension } from "./browsers.ts";
import { serveSite } from "./siteServer.ts";

const target = "tests/fixtures/profiles";
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** Polls until the condition is true. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

async function importFile(settings: Page, name: string, content: string | Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), "second-source-profile-"));
  writeFileSync(join(folder, name), content);
  await chooseFile(settings, join(folder, name));
  await statusWhen(settings, ({ imports: [newest] }) => {
    return newest?.name === name && newest.state === "done";
  });
  rmSync(folder, { recursive: true });
}

/**
 * Saves a page while the model is working, so that there are vectors; everything after it is stored
 * without.
 */
async function savePage(session: BrowserSession, own: Page, url: string): Promise<void> {
  const extension = await openOwnPage(session);
  const page = await session.open(url);
  if ((await extension.save(page)) !== "new") throw new Error("the page was not saved");
  await page.close();
  await extension.close();
  await until(async () => {
    const { stores } = await readProfile(own, "");
    return stores.some(({ name, keys }) => name === "vectors" && keys.length > 0);
  });
  await ask(own, "meaning/switch", { on: false });
}

async function importLibrary(settings: Page): Promise<void> {
  const articles = numbers(importedCount).map((n) => importedArticle(n));
  await importFile(settings, "reports.jsonl", articlesAsLines(articles));
  const changed = numbers(changedCount).map((n) => importedArticle(n, 2));
  await importFile(settings, "later.jsonl", articlesAsLines(changed));
  const pack = (name: string) =>
    packOf([recordLine({ urls: [`https://${name}.example/harbour`] })], { name });
  await importFile(settings, "shore.pack", pack("Shore"));
  await importFile(settings, "off.pack", pack("Off"));
  const { packs } = await statusWhen(settings, (status) => status.packs.length === 2);
  const { id } = packs.find(({ name }) => name === "Off")!;
  await ask(settings, "corpora/switchPack", { id, isOn: false });
}

async function choose(own: Page): Promise<void> {
  // Never forgotten: the fixture is older each day.
  await ask(own, "corpora/setLimits", { mostBytes: 400_000_000, readDays: null });
  await ask(own, "choices/change", { leastScore: 0.5, relationsHidden: ["differs"] });
  const version = { page: "It rained.", article: "a", outlet: "Shore", corpus: "It rains." };
  await ask(own, "match/dismiss", version);
  await ask(own, "site/switch", { host: "intranet.example", on: false });
  const look = { palette: "ink", line: "strong", isTinted: false };
  await own.evaluate((its) => chrome.storage.local.set({ look: its }), look);
}

/** Does with the running extension what a reader does in some weeks. */
async function fill(session: BrowserSession, own: Page, site: string, feed: string): Promise<void> {
  await ask(own, "workMode/choose", { mode: "chosenSites" });
  await savePage(session, own, `${site}/coast`);
  await ask(own, "memory/choose", { isOn: true, hostsOff: ["bank.example"] });
  const read = await session.open(`${site}/island`);
  const settings = await openSettings(session);
  await statusWhen(settings, ({ articles }) => articles === 2);
  await read.close();
  await importLibrary(settings);
  await ask(own, "feeds/follow", { url: feed, title: "Coast Courier" });
  await ask(own, "feeds/check", { url: feed });
  await choose(own);
  await removeOne(own);
}

/** Removes an article that shares a segment with others, so that it leaves a tombstone. */
async function removeOne(own: Page): Promise<void> {
  const articles = await keptArticles(own);
  const removed = articles.find(({ title }) => title.startsWith(`Report ${importedCount}:`))!;
  await ask(own, "kept/remove", { ids: [removed.id] });
}

/** Lets the extension in a folder fill a fresh profile; returns what is stored then. */
async function profileOf(extension: string, browser: BrowserName, version: string) {
  const pages = new Map([
    ["/coast", coastPage()],
    ["/island", islandPage()],
  ]);
  const [site, feeds] = [await serveSite("assets/demo", pages), await serveFeeds()];
  feeds.setItems(new Map([["Herring", "<p>The herring came early to the northern shore.</p>"]]));
  const session = await launchWithExtension({ browser, extension, headless: true, proxy: null });
  try {
    const own = await session.openOwn("popup.html?tab=-1");
    await fill(session, own, site.origin, `${feeds.origin}/feed`);
    return await readProfile(own, `${version} in ${browser}`);
  } finally {
    await session.close();
    await Promise.all([site.close(), feeds.close()]);
  }
}

async function main([folder, browser = "chromium"]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error("which folder? npm run profile-fixture -- FOLDER");
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const granted = JSON.stringify({ ...manifest, host_permissions: ["http://localhost/*"] });
  const build = buildWithFile(folder, "manifest.json", granted);
  const profile = await profileOf(build.folder, browser as BrowserName, manifest.version);
  build.remove();
  mkdirSync(target, { recursive: true });
  const file = join(target, `${manifest.version}-${browser}.json.gz`);
  writeFileSync(file, profileFile(profile));
  const counts = profile.stores.map(({ name, keys }) => `${name} ${keys.length}`);
  console.log(`${file}: ${counts.join(", ")}`);
}

await main(process.argv.slice(2));
