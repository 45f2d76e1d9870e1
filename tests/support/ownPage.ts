/** What tests of the extension's own pages do with them. */
import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../../scripts/browsers.ts";

interface AxeRun {
  readonly axe: {
    run(rules: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
}

/** Those of axe's rules that look at colours. */
const rulesOfColours = ["color-contrast", "link-in-text-block"];

/** Which of axe's rules are looked at. */
export const axeRules = {
  all: {},
  colours: { runOnly: rulesOfColours },
  allButColours: {
    rules: Object.fromEntries(rulesOfColours.map((id) => [id, { enabled: false }])),
  },
  enhancedContrast: { runOnly: ["color-contrast-enhanced"] },
} as const;

/**
 * What axe finds on a page of ours in one tone, colours included; or what breaks some of its rules. Every view
 * is shown to it in both tones, which differ in nothing but colours: in the dark it judges only these.
 */
export async function findViolations(
  page: Page,
  tone: "light" | "dark",
  rules: keyof typeof axeRules = tone === "light" ? "all" : "colours",
): Promise<string[]> {
  await page.evaluate((its) => {
    document.documentElement.dataset.tone = its;
    // On the way from one tone to the other a button has the ground of neither.
    for (const change of document.getAnimations()) {
      if (change instanceof CSSTransition) change.finish();
    }
  }, tone);
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    await page.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
  }
  return page.evaluate(async (chosen) => {
    const { axe } = globalThis as unknown as AxeRun;
    // By itself it also describes every element that breaks no rule.
    const only = { resultTypes: ["violations"] };
    const { violations } = await axe.run({ ...only, ...chosen });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`);
  }, axeRules[rules]);
}

/** Waits until the page says these words; what it says instead is in the error. */
export async function waitForText(page: Page, words: string): Promise<void> {
  try {
    await page.waitForFunction(
      (wanted) => document.body.textContent?.includes(wanted),
      { polling: 50, timeout: 25_000 },
      words,
    );
  } catch (cause) {
    const { said, focus } = await page.evaluate(() => ({
      said: document.body.textContent,
      focus: `${document.activeElement?.outerHTML.slice(0, 80)}, ${document.hasFocus()}`,
    }));
    throw new Error(`"${words}" did not come; the page says: ${said}; focus: ${focus}`, { cause });
  }
}

/**
 * Presses Tab, or with Shift, until the focus is on an element whose text begins with the words,
 * once the page has them: from a page with nothing to press, Tab leads to the browser's own buttons.
 */
export async function tabTo(page: Page, words: string, way: "on" | "back" = "on"): Promise<void> {
  await waitForText(page, words);
  for (let presses = 0; presses < 160; presses += 1) {
    if (way === "back") await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    if (way === "back") await page.keyboard.up("Shift");
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.textContent?.startsWith(wanted) ?? false,
      words,
    );
    if (isThere) return;
  }
  throw new Error(`Tab does not lead to: ${words}`);
}

/** A page that is opened before the extension has set itself up is not read. */
export async function waitForGate(session: BrowserSession): Promise<void> {
  const own = await session.openOwn("privacy.html");
  await own.waitForFunction(
    async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0,
    { polling: 50, timeout: 25_000 },
  );
  await own.close();
}

/** Waits for the page that opens after installing, which comes to the front, and closes it. */
export async function closeFirstRun(session: BrowserSession): Promise<void> {
  await (await findOwn(session, "firstRun.html")).close();
}

/** Waits until one of our pages stands open somewhere, tab, window or popup. Throws after 25 s. */
export async function findOwn(session: BrowserSession, file: string): Promise<Page> {
  const end = Date.now() + 25_000;
  for (;;) {
    for (const page of await everyPage(session)) {
      const address = await page.evaluate(() => location.href).catch(() => "");
      if (address === `${session.origin}/${file}`) return page;
    }
    if (Date.now() > end) throw new Error(`${file} did not open`);
    // Where there is no page yet, nothing above lets the browser's news in.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Chromium lists its real popup among the targets, and not among the pages. */
async function everyPage({ browser, name }: BrowserSession): Promise<readonly Page[]> {
  if (name === "firefox") return browser.pages();
  // Service worker and encoder are no pages.
  const own = browser
    .targets()
    .filter((target) => /^chrome-extension:.*\.html(?:$|[?#])/.test(target.url()));
  return Promise.all(own.map((target) => target.asPage()));
}

/** Presses the button of these words, once it is there. */
export async function pressIn(popup: Page, words: string): Promise<void> {
  await waitForText(popup, words);
  await popup.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll("button")];
    buttons.find(({ textContent }) => textContent === wanted)?.click();
  }, words);
}
