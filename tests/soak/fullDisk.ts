import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserName, BrowserSession } from "../../scripts/browsers.ts";
import type { CorporaStatus, ListedImport } from "../../src/messages/corporaProtocol.ts";
import { anArticle } from "../corpora/articles.ts";
import { openOwnPage } from "../support/askExtension.ts";
import { chooseFile, corporaStatus, openSettings, statusWhen } from "../support/importing.ts";
import { faultsOf } from "./checkLibrary.ts";
import { titleOf } from "./ledger.ts";
import { mountSmallDisk, type SmallDisk } from "./smallDisk.ts";
import { createSoakWorld, type SoakWorld } from "./soakWorld.ts";

const diskMegabytes = 600;
/** Of an import that could not go on; where the browser cannot even read any more; of a save. */
const messages =
  /The disk is full, or the browser allows no more storage\.|Your data cannot be read right now; the disk may be full\./;
const saidOfSaves: readonly string[] = ["storageFull", "unexpected"];
/** What is imported before the disk is full, and what then fits as a file and not as a library. */
const firstArticles = 100;
const furtherArticles = 8_000;
const mostSaves = 2_000;
/** With less than this Chromium itself breaks down; the import uses it up. */
const freeBytes = 12_000_000;

/**
 * A reader imports and saves until the disk that the profile is on is full: they must be told so,
 * lose nothing, and be able to go on when there is room again. Returns what went otherwise.
 */
export async function fillDisk(browser: BrowserName): Promise<readonly string[]> {
  const disk = mountSmallDisk(diskMegabytes);
  const world = await createSoakWorld(browser, 1, join(disk.folder, "profile"));
  try {
    const whenFull = await inSession(world, (session) => importUntilFull(session, world, disk));
    disk.free();
    return [...whenFull, ...(await inSession(world, (session) => goOn(session, world)))];
  } finally {
    await world.close();
    disk.remove();
  }
}

async function inSession<T>(world: SoakWorld, run: (session: BrowserSession) => Promise<T>) {
  const session = await world.launch();
  try {
    return await run(session);
  } finally {
    await session.kill();
  }
}

async function importUntilFull(session: BrowserSession, world: SoakWorld, disk: SmallDisk) {
  const settings = await openSettings(session);
  await chooseFile(settings, fileOf(disk, "before", firstArticles));
  await statusWhen(settings, ({ articles }) => articles === firstArticles);
  acknowledge(world, "before", firstArticles);
  await chooseFile(settings, fileOf(disk, "after", furtherArticles));
  await statusWhen(settings, ({ articles }) => articles > firstArticles);
  disk.fill(freeBytes);
  await importUntilRefused(settings, world);
  return [...(await told(settings)), ...(await saveUntilFull(session, world))];
}

/** Notes what is acknowledged until the import has failed, or the browser cannot read any more. */
async function importUntilRefused(settings: Page, world: SoakWorld): Promise<void> {
  for (;;) {
    const status: CorporaStatus | undefined = await corporaStatus(settings);
    const [newest] = status?.imports ?? [];
    if (newest === undefined) return;
    acknowledge(world, "after", newest.added);
    if (newest.state !== "running") return;
  }
}

async function goOn(session: BrowserSession, world: SoakWorld): Promise<readonly string[]> {
  const settings = await openSettings(session);
  const before = await faultsButFailed(session, settings, world);
  // It goes on by itself where the disk had no room to store that it failed.
  const [stopped] = (await corporaStatus(settings)).imports;
  if (stopped?.state === "failed") {
    await settings.click('button[aria-label^="Try importing"]');
  }
  const [newest] = await endedImports(settings);
  acknowledge(world, "after", newest?.state === "done" ? furtherArticles : 0);
  return [
    ...before,
    ...(newest?.state === "done" ? [] : [`tried again, the import is ${newest?.state}`]),
    ...(await faultsButFailed(session, settings, world)),
  ];
}

async function endedImports(settings: Page): Promise<readonly ListedImport[]> {
  const ended = ({ imports: [newest] }: CorporaStatus) => newest?.state !== "running";
  return (await statusWhen(settings, ended)).imports;
}

function fileOf({ folder }: SmallDisk, name: string, count: number): string {
  const file = join(folder, `${name}.jsonl`);
  const names = Array.from({ length: count }, (_, at) => `${name}${at}`);
  const lines = names.map((each) => JSON.stringify(anArticle(each, { title: titleOf(each) })));
  writeFileSync(file, lines.join("\n"));
  return file;
}

function acknowledge({ ledger }: SoakWorld, name: string, count: number): void {
  for (let at = 0; at < count; at++) ledger.acknowledge(`${name}${at}`);
}

async function told(settings: Page): Promise<readonly string[]> {
  const said = () => settings.evaluate(() => document.body.textContent ?? "");
  const end = Date.now() + 10_000;
  while (!messages.test(await said())) {
    if (Date.now() > end) return [`the settings do not say it: ${await said()}`];
  }
  return [];
}

/** Saves page after page until there is no room, which must be what the reader is told. */
async function saveUntilFull(session: BrowserSession, { site, ledger }: SoakWorld) {
  const own = await openOwnPage(session);
  try {
    for (let save = 0; save < mostSaves; save++) {
      const name = `mole${save}`;
      const page = await session.open(site.addressOf(name));
      const outcome = await own.save(page);
      await page.close();
      if (saidOfSaves.includes(outcome)) return [];
      if (outcome !== "new") return [`a save is said: ${outcome}`];
      ledger.acknowledge(name);
    }
    return ["the disk was never full"];
  } finally {
    await own.close();
  }
}

/** That the import has failed is as it must be. */
async function faultsButFailed(session: BrowserSession, settings: Page, world: SoakWorld) {
  const found = await faultsOf(session, settings, world, world.ledger.names.slice(-8));
  return found.filter((fault) => fault !== "after.jsonl: failed");
}
