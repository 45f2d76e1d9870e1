/** What a driven browser can do, whichever it is. */
import type { Browser, Page } from "puppeteer-core";

/** A browser that the extension is built for. */
export type BrowserName = "chromium" | "firefox";

/** How a browser is started. */
export interface LaunchOptions {
  readonly browser: BrowserName;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** "host:port" of a proxy that everything but loopback goes through, or null. */
  readonly proxy: string | null;
  /** Folder of a profile to keep; without it a fresh one is made, and removed at the end. */
  readonly profile?: string;
  /** Folder for downloads; without it, the browser's own. */
  readonly downloads?: string;
  /** Turns off the frame rate limit, so that the time of a frame is the time of the work in it. */
  readonly isFrameRateFree?: boolean;
  /**
   * Saves a fifth of the processor's time where states count and not times: the tabs of a site share a process
   * (Chromium), and frames are drawn less often (Firefox).
   */
  readonly isThrifty?: boolean;
  /** Language of the interface; for Chromium only, whose builds contain all languages. */
  readonly language?: string;
}

/** A running browser with the extension installed. */
export interface BrowserSession {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** "chrome-extension://…" or "moz-extension://…", without a slash at the end. */
  readonly origin: string;
  /** Opens a web page in a new tab and waits until it is loaded. */
  open(url: string): Promise<Page>;
  /** Reloads a page and waits until it is loaded. */
  reload(page: Page): Promise<void>;
  /** Opens a page of the extension in a new tab. */
  openOwn(path: string): Promise<Page>;
  /** Ends the background, as the browser does when it is idle. */
  killBackground(): Promise<void>;
  /** Reloads the extension while pages stay open, as an update does. */
  reloadExtension(): Promise<void>;
  /**
   * Runs one of the manifest's shortcuts in the front tab. It fires the extension's event, because
   * keys that a program presses reach only the page.
   */
  pressShortcut(command: string): Promise<void>;
  /** Chooses an item of the context menu in the front tab, by its event: no program can open the menu. */
  chooseMenuItem(id: string): Promise<void>;
  /** Returns the text of the button's badge in the tab that shows the page. */
  badge(page: Page): Promise<string>;
  /**
   * Grants or revokes the host permission, as the reader can in the browser's settings. In Chromium
   * no program can grant an optional permission: use it with the granted builds.
   */
  setHostPermission(isGranted: boolean): Promise<void>;
  /**
   * Clicks the extension's button on a page, which opens the real popup with access to that page;
   * null in Firefox, where no program can click it.
   */
  readonly pressButton: ((page: Page) => Promise<void>) | null;
  /**
   * Allows the extension in private windows, as the reader can in the browser's settings; this closes
   * its pages. Null in Chromium, where no program can do it.
   */
  readonly allowPrivateWindows: (() => Promise<void>) | null;
  /** Sets an integer preference, as about:config does; null in Chromium. */
  readonly setPreference: ((name: string, value: number) => Promise<void>) | null;
  /** Returns the page's DOM with its closed shadow roots, which scripts in the page cannot see. */
  readDom(page: Page): Promise<DomTree>;
  /**
   * Closes all pages and removes the extension with all that it stored; this session is over then. Resolves
   * with what starts another one in the same browser, whose start is saved. Null in Chromium, whose start
   * costs little more.
   */
  readonly clear: (() => Promise<(options: LaunchOptions) => Promise<BrowserSession>>) | null;
  /** Closes the browser and removes a profile that was made for it. */
  close(): Promise<void>;
  /** Kills the browser's processes, as a crash or a power cut does. */
  kill(): Promise<void>;
}

/** A node with its children and its shadow roots, open or closed. */
export interface DomTree {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly children: readonly DomTree[];
  readonly shadowRoots: readonly DomTree[];
}
