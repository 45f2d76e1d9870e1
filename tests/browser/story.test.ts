import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { browserName, buildFolder, launchByWords, tones } from "../support/browserUnderTest.ts";
import { expectNothingForAxe } from "../support/expectNothingForAxe.ts";
import { ferryPage, storyLibrary } from "../support/ferryStory.ts";
import { chooseFile, openSettings, statusWhen } from "../support/importing.ts";
import { findOwn, tabTo, waitForText } from "../support/ownPage.ts";
import { openPopupFor } from "../support/popup.ts";
import { savedFile } from "../support/savedReferences.ts";
import { openStoryReader, type StoryReader } from "../support/storyReader.ts";

/** What a fact-checker asks of the story, and the answers, by reading its articles. */
const answers = [
  ["who printed it first", "First: The Harbour Post,"],
  ["by how much, though its neighbour's clock was earlier", "before Coast Courier"],
  ["who changed the quote, and how", "Coast Courier: left out: “the engines stopped”"],
  [
    "who disagrees on which number",
    "214: The Harbour Post and Coast Courier · 241: Northern Ledger",
  ],
  [
    "what has only one outlet",
    "Divers will inspect the hull of the Selma in the dock of Port Orrin",
  ],
  ["that the page itself is among them", "Brell Evening News"],
] as const;

/** Sources named by each outlet: rows of the table beside the drawing. */
const sources = [
  ["The Harbour Post", "Tomas Elring, harbour master"],
  ["Coast Courier", "Harbour Post ← Tomas Elring, harbour master"],
  ["Northern Ledger", "Piet Harrow, coastguard spokesman"],
  ["Inland Gazette", "Lena Cordas"],
] as const;

const thisPage = "Brell Evening News (localhost) (this page)";

/** The outlets in order of time; the page comes before the last one. */
const inTime = ["The Harbour Post", "Coast Courier", "Northern Ledger", "Inland Gazette"] as const;

/** Whom each names, by reading; a source behind a source comes after it. */
const namedSources: readonly (readonly [string, readonly string[]])[] = [
  ["The Harbour Post", ["Ines Vadra, Captain", "Tomas Elring, harbour master"]],
  ["Coast Courier", ["Ines Vadra, Captain", "Harbour Post", "Tomas Elring, harbour master"]],
  ["Northern Ledger", ["Piet Harrow, coastguard spokesman", "Ines Vadra, Captain"]],
  [thisPage, ["Ines Vadra, Captain", "Piet Harrow, coastguard spokesman", "company"]],
  ["Inland Gazette", ["Lena Cordas", "Piet Harrow, coastguard spokesman"]],
];

/** What one of them alone has, by reading. */
const aloneInStory: readonly (readonly [string, readonly string[]])[] = [
  [
    "The Harbour Post",
    ["The Selma was built in 1998 and sails between Port Orrin and Brell Island four times a day."],
  ],
  [
    "Coast Courier",
    ["A café at the landing in Port Orrin handed out tea and blankets to those who came ashore."],
  ],
  ["Northern Ledger", []],
  [
    thisPage,
    [
      "Travellers whose trips were cancelled get their money back at the counter until Friday, the company said.",
    ],
  ],
  [
    "Inland Gazette",
    [
      "“The charts of this channel are nineteen years old,” Cordas told parliament.",
      "Divers will inspect the hull of the Selma in the dock of Port Orrin on Friday, Cordas said.",
    ],
  ],
];

/** The page of ours that a link in another one has opened in a tab of its own. */
async function openedByLink(session: BrowserSession, from: Page, file: string): Promise<Page> {
  await from.waitForFunction(
    async (its) => (await chrome.tabs.query({})).some(({ url }) => url?.endsWith(`/${its}`)),
    { polling: 50, timeout: 25_000 },
    file,
  );
  // A tab that changes its process while it opens is out of reach in Firefox: the same is opened beside it.
  return browserName === "firefox" ? session.openOwn(file) : findOwn(session, file);
}

describe(`a story in ${browserName}`, () => {
  let folder: string;
  let site: SiteServer;
  let session: BrowserSession;
  let page: Page;
  let story: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "second-source-story-"));
    writeFileSync(join(folder, "mine.jsonl"), storyLibrary);
    site = await serveSite(folder, new Map([["/ferry.html", ferryPage]]));
    session = await launchByWords(buildFolder("granted"), { downloads: folder });
    const settings = await openSettings(session);
    await chooseFile(settings, join(folder, "mine.jsonl"));
    await statusWhen(settings, ({ imports: [first] }) => first?.state === "done");
    await settings.close();
    page = await session.open(`${site.origin}/ferry.html`);
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens from the popup by keyboard alone, and answers five questions", async () => {
    const popup = await openPopupFor(session, page);
    await popup.bringToFront();
    await tabTo(popup, "This story");
    const address = await popup.evaluate(() => document.activeElement?.getAttribute("href"));
    await popup.keyboard.press("Enter");
    story = await openedByLink(session, popup, address ?? "");
    await waitForText(story, "What only one outlet reports");
    const said = await story.evaluate(() => document.body.textContent ?? "");
    for (const [question, answer] of answers) expect(said, question).toContain(answer);
    const rows = await story.$$eval("#sources tbody tr", (found) =>
      found.map((row) => [...row.children].map(({ textContent }) => textContent)),
    );
    for (const [outlet, names] of sources) {
      expect(rows, outlet).toContainEqual([outlet, names, expect.any(String)]);
    }
    await popup.close();
  });

  it.runIf(browserName === "chromium").each(tones)(
    "shows nothing for axe to find, in %s",
    async (tone) => {
      await expectNothingForAxe(story, tone);
    },
  );

  it("stays within the width it gets, also at 200 %", async () => {
    for (const width of [900, 450, 320]) {
      await story.setViewport({ width, height: 800 });
      const over = await story.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `at ${width}`).toBe(0);
    }
  });

  it("is saved as a report for print that has the answers too", async () => {
    await story.bringToFront();
    await story.click('[aria-label="Save: Printable report (HTML)"]');
    const name = "story-ferry-selma-runs-aground-off-brell-island-2026-03-03.html";
    const html = new TextDecoder().decode(await savedFile(folder, name));
    const { document } = new JSDOM(html).window;
    const cells = [...document.querySelectorAll("tr")].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(cells).toContainEqual(["number", "241", "Northern Ledger", expect.any(String)]);
    expect(cells.flat().some((cell) => cell?.includes("left out: “the engines stopped”"))).toBe(
      true,
    );
    expect(cells).toContainEqual(["Inland Gazette", "Lena Cordas", "", "2"]);
    expect(document.querySelector("h1")?.textContent).toBe(
      "Ferry Selma runs aground off Brell Island",
    );
  });

  it("is reached from the settings, where its articles are found by a word of their text", async () => {
    const settings = await session.openOwn("options.html#library");
    const field = await settings.waitForSelector(".search-field input");
    await field?.type("divers");
    await waitForText(settings, "1 article");
    const found = await settings.$$eval(".kept", (items) =>
      items.map((item) => [
        item.querySelector(".kept-title")?.textContent,
        item.querySelector('[href^="story.html"]')?.getAttribute("href"),
      ]),
    );
    expect(found).toEqual([
      [
        "Minister orders inquiry into Brell ferry accident",
        expect.stringMatching(/^story\.html\?article=/),
      ],
    ]);
    await settings.close();
  });

  it("is found among all stories by a word of its text, by keyboard alone", async () => {
    const list = await session.openOwn("story.html");
    await list.bringToFront();
    await waitForText(list, "Orchard growers");
    await list.focus('input[type="search"]');
    await list.keyboard.type("divers");
    await waitForText(list, "One story");
    await expectNothingForAxe(list);
    await tabTo(list, "Ferry Selma");
    await list.keyboard.press("Enter");
    await waitForText(list, "What only one outlet reports");
    expect(await list.evaluate(() => document.body.textContent)).not.toContain(
      "Brell Evening News",
    );
    await list.close();
  });

  describe("answers in two clicks at most from the popup:", () => {
    /** The clicks that lead to the story: one. */
    let before = 0;
    let reader: StoryReader;
    let opened: Page;

    beforeAll(async () => {
      // The new tab has the same address.
      await story.close();
      const popup = await openPopupFor(session, page);
      await popup.bringToFront();
      const link = await popup.waitForSelector("a.story-link");
      const address = await link!.evaluate((its) => its.getAttribute("href"));
      await link!.click();
      before += 1;
      opened = await openedByLink(session, popup, address ?? "");
      await popup.close();
      await opened.bringToFront();
      reader = await openStoryReader(opened);
    });
    afterAll(() => opened?.close());

    it("who printed it first, and by how much", async () => {
      const { shown, clicks } = await reader.first();
      expect(shown[0]).toMatch(/^First: The Harbour Post, .*, 1 hr 55 min before Coast Courier\.$/);
      expect(before + clicks).toBeLessThanOrEqual(2);
    });

    it("who changed the quote, and how", async () => {
      const { shown, clicks } = await reader.quotes();
      expect(shown.filter(({ changes }) => changes.length > 0)).toEqual([
        {
          outlets: [...inTime.slice(0, 3), thisPage],
          changes: [{ outlet: "Coast Courier", words: "left out: “the engines stopped”" }],
          text: expect.stringContaining("We touched the sandbank at low water"),
        },
      ]);
      expect(before + clicks).toBeLessThanOrEqual(2);
    });

    it("who disagrees on which number", async () => {
      const { shown, clicks } = await reader.differences();
      expect(shown).toEqual([
        {
          detail: "number",
          values: [
            { value: "214", outlets: "The Harbour Post and Coast Courier" },
            { value: "241", outlets: "Northern Ledger" },
          ],
          text: expect.stringContaining("ran aground on a sandbank"),
        },
      ]);
      expect(before + clicks).toBeLessThanOrEqual(2);
    });

    it("whom each names as its source", async () => {
      const { shown, clicks } = await reader.sources();
      expect(shown).toEqual(
        namedSources.flatMap(([outlet, names]) => names.map((name) => ({ outlet, name }))),
      );
      expect(before + clicks).toBeLessThanOrEqual(2);
    });

    it.each(aloneInStory.map(([outlet, sentences]) => ({ outlet, sentences })))(
      "what only $outlet has",
      async ({ outlet, sentences }) => {
        const { shown, clicks } = await reader.alone(outlet);
        expect(shown).toEqual(sentences);
        expect(before + clicks).toBeLessThanOrEqual(2);
      },
    );
  });
});
