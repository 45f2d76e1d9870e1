import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { openSettings } from "../support/importing.ts";
import { faultsOf } from "./checkLibrary.ts";
import type { SoakWorld } from "./soakWorld.ts";
import { readStoredLibrary } from "./storedLibrary.ts";

/** What is ended: the browser's process, or the extension's background alone. */
type Victim = "browser" | "worker";

/** What was under way when something was ended, and what was wrong afterwards. */
export interface Kill {
  readonly afterMs: number;
  readonly isSaving: boolean;
  readonly isImporting: boolean;
  /** The file that was imported holds a bomb. */
  readonly isBomb: boolean;
  /** Segments have been merged since the work began. */
  readonly isMerging: boolean;
  readonly faults: readonly string[];
}

/** Upkeep begins three seconds after a change: later than that, all three are under way. */
const longestMs = 5_000;
const quotedAtOnce = 8;

/**
 * Ends the browser at random moments while a reader saves and imports and the library is merged;
 * looks after each, in the same profile, whether all that was acknowledged is there and is matched.
 */
export async function* killBrowsers(world: SoakWorld, kills: number): AsyncGenerator<Kill> {
  let session = await world.launch();
  let settings = await openSettings(session);
  for (let kill = 0; kill < kills; kill++) {
    const underWay = await killDuring(session, settings, world, "browser");
    session = await world.launch();
    settings = await openSettings(session);
    yield { ...underWay, ...(await lookAgain(session, settings, world, underWay.merged)) };
  }
  await session.close();
}

/** The same for the background alone: the browser and its pages stay. */
export async function* killWorkers(world: SoakWorld, kills: number): AsyncGenerator<Kill> {
  const session = await world.launch();
  const settings = await openSettings(session);
  for (let kill = 0; kill < kills; kill++) {
    const underWay = await killDuring(session, settings, world, "worker");
    yield { ...underWay, ...(await lookAgain(session, settings, world, underWay.merged)) };
  }
  await session.close();
}

/** Lets the reader work for a random time, then ends the victim in the midst of it. */
async function killDuring(
  session: BrowserSession,
  settings: Page,
  { reader, random }: SoakWorld,
  victim: Victim,
) {
  const merged = await mergedSegments(settings);
  const work = reader.work(session, settings);
  const afterMs = Math.round(random() * longestMs);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const { isSaving, isImporting, isBomb } = work;
  const end = work.stop();
  if (victim === "browser") {
    // What was asked of a browser that is gone may never be answered.
    await session.kill();
  } else {
    await session.killBackground();
    await end;
  }
  return { afterMs, isSaving, isImporting, isBomb, merged };
}

async function mergedSegments(settings: Page): Promise<ReadonlySet<string>> {
  const { segments } = await readStoredLibrary(settings);
  return new Set(segments.filter(({ covers }) => covers !== undefined).map(({ name }) => name));
}

/** The last articles that were acknowledged are quoted, and some of the others. */
async function lookAgain(
  session: BrowserSession,
  settings: Page,
  world: SoakWorld,
  mergedBefore: ReadonlySet<string>,
): Promise<Pick<Kill, "isMerging" | "faults">> {
  const { names } = world.ledger;
  const some = Array.from(
    { length: Math.min(quotedAtOnce, names.length) },
    () => names[Math.floor(world.random() * names.length)] ?? "",
  );
  const quoted = [...new Set([...names.slice(-quotedAtOnce), ...some])];
  const isMerging = [...(await mergedSegments(settings))].some((name) => !mergedBefore.has(name));
  return { isMerging, faults: await faultsOf(session, settings, world, quoted) };
}
