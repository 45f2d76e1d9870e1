/** The browser that this run of the browser tests is for, and its extension builds. */
import {
  type BrowserName,
  type BrowserSession,
  type LaunchOptions,
  launchWithExtension,
} from "../../scripts/browsers.ts";

/** "chromium" unless SECOND_SOURCE_BROWSER says otherwise. */
export const browserName: BrowserName =
  process.env.SECOND_SOURCE_BROWSER === "firefox" ? "firefox" : "chromium";

/**
 * Whether this run has what `npm test` asks in one browser only, of a file that has more to ask in both; whole
 * files are named in vitest.config.ts.
 */
export function isAskedHere(chosen: BrowserName): boolean {
  return browserName === chosen || process.env.SECOND_SOURCE_BROWSER_SHARE !== "true";
}

const buildPrefix = browserName === "chromium" ? "chrome" : "firefox";

/** Folder of a build for this browser: "granted" has its hosts from the start, "plain" has none. */
export function buildFolder(kind: "granted" | "plain"): string {
  return `dist/${buildPrefix}${kind === "granted" ? "-granted" : ""}`;
}

/** What a file's tests may want of a browser besides an extension. */
type Wishes = Partial<Pick<LaunchOptions, "proxy" | "profile" | "downloads">>;

/**
 * Launches this run's browser, headless, with the given extension folder; or takes the cleared one of an
 * earlier file, unless a profile of its own is wished for.
 */
export async function launch(extension: string, wishes: Wishes = {}): Promise<BrowserSession> {
  const options = {
    browser: browserName,
    extension,
    headless: true,
    proxy: null,
    isThrifty: true,
    ...wishes,
  };
  if (wishes.profile !== undefined) return launchWithExtension(options);
  const session = await (takeCleared()?.start(options) ?? launchWithExtension(options));
  return { ...session, close: () => leave(session) };
}

/** A browser without an extension that the next file may have. */
interface ClearedBrowser {
  start(options: LaunchOptions): Promise<BrowserSession>;
  kill(): Promise<void>;
}

let cleared: ClearedBrowser | null = null;

function takeCleared(): ClearedBrowser | null {
  const taken = cleared;
  cleared = null;
  return taken;
}

/** Leaves the browser to the next file, if there is none yet and it can be cleared. */
async function leave(session: BrowserSession): Promise<void> {
  if (session.clear === null || cleared !== null) return session.close();
  cleared = { start: await session.clear(), kill: session.kill };
}

// The runner ends this process after its last file.
process.once("SIGTERM", async () => {
  await takeCleared()?.kill();
  process.exit();
});

/**
 * The same, with comparing by meaning switched off: for tests of something else whose pages and articles
 * the encoder would keep a core busy with. It is on where readers' pages, views and choices are tested.
 */
export async function launchByWords(...given: Parameters<typeof launch>): Promise<BrowserSession> {
  const session = await launch(...given);
  const own = await session.openOwn("privacy.html");
  const message = { secondSource: "meaning/switch", request: { on: false } };
  const switchOff = (its: object) =>
    chrome.runtime.sendMessage(its).then(
      ({ error }) => error === undefined,
      () => false,
    );
  // Nobody answers before the background has started.
  await own.waitForFunction(switchOff, { polling: 50, timeout: 25_000 }, message);
  await own.close();
  return session;
}

/** The tones that the extension's own pages have. */
export const tones = ["light", "dark"] as const;
