/**
 * The painter of private marks, in the page's own world: what it draws is seen, and the page's
 * scripts learn nothing from it. No corpus is private yet, so the painter is bundled by the test.
 */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { browserName, buildFolder, launch } from "../support/browserUnderTest.ts";
import { bundleForPage } from "../support/bundleForPage.ts";
import { countDifferentPixels } from "../support/markedPage.ts";
import { closeFirstRun } from "../support/ownPage.ts";
import type { PrivateMarks } from "../support/privateMarks.ts";

interface ProbingPage {
  readonly privateMarks: PrivateMarks;
  /** What the page's own observer was told of since the painter was made. */
  readonly seenMutations: MutationRecord[];
}

describe(`private marks in ${browserName}`, () => {
  let site: SiteServer;
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    const script = await bundleForPage("tests/support/privateMarks.ts");
    site = await serveSite("tests/fixtures/pages");
    session = await launch(buildFolder("plain"));
    await closeFirstRun(session);
    page = await session.open(`${site.origin}/probing.html`);
    await page.bringToFront();
    await page.evaluate(script);
    await page.evaluate(() => {
      const own = window as unknown as { seenMutations: MutationRecord[] };
      own.seenMutations = [];
      new MutationObserver((records) => own.seenMutations.push(...records)).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  /** A picture of one paragraph as the reader sees it. */
  async function pictureOf(selector: string): Promise<Uint8Array> {
    const clip = await page.evaluate((which) => {
      const box = document.querySelector(which)?.getBoundingClientRect();
      if (!box) throw new Error(`not on the page: ${which}`);
      // Pictures are cut out of the whole page, not of the window.
      return { x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height };
    }, selector);
    return page.screenshot({ clip, captureBeyondViewport: false });
  }

  function act(name: keyof PrivateMarks, selector = ""): Promise<void> {
    return page.evaluate(
      (which, where) => (window as unknown as ProbingPage).privateMarks[which](where),
      name,
      selector,
    );
  }

  /** What a page's script can find out about a paragraph and the page around it. */
  function probe(selector: string) {
    return page.evaluate((which) => {
      const paragraph = document.querySelector(which) as HTMLElement;
      const { left, top, width, height } = paragraph.getBoundingClientRect();
      const at = document.elementsFromPoint(left + width / 4, top + height / 2);
      const style = getComputedStyle(paragraph);
      return {
        highlights: CSS.highlights.size,
        underPoint: at.map((element) => element.nodeName),
        isTop: at[0] === paragraph,
        size: [width, height],
        styles: [style.backgroundColor, style.textDecorationLine, style.color],
        html: paragraph.outerHTML.replace(paragraph.id, ""),
        sheets: document.adoptedStyleSheets.length,
        pageSize: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
        openRoots: [...document.querySelectorAll("*")].filter((e) => e.shadowRoot).length,
        mutations: (window as unknown as ProbingPage).seenMutations.length,
      };
    }, selector);
  }

  it("are seen by the reader on the words that match, and on no others, after scrolling too", async () => {
    const before = [await pictureOf("#planted"), await pictureOf("#control")] as const;
    await act("mark", "#planted");
    await expect.poll(() => changedPixels(before[0], "#planted")).toBeGreaterThan(500);
    expect(await changedPixels(before[1], "#control")).toBe(0);
    await page.evaluate(() => scrollTo({ top: 60, behavior: "instant" }));
    await expect.poll(() => changedPixels(before[1], "#control")).toBe(0);
    expect(await changedPixels(before[0], "#planted")).toBeGreaterThan(500);
  });

  async function changedPixels(before: Uint8Array, selector: string): Promise<number> {
    return countDifferentPixels(page, before, await pictureOf(selector));
  }

  it("tell the page's scripts nothing", async () => {
    const planted = await probe("#planted");
    expect(planted).toEqual(await probe("#control"));
    expect(planted).toMatchObject({ highlights: 0, isTop: true, sheets: 0, openRoots: 0 });
    expect(planted.mutations).toBe(0);
  });

  it.runIf(browserName === "chromium")(
    "tell nothing to an observer of what is covered",
    async () => {
      const visible = await page.evaluate(
        () =>
          new Promise<Record<string, boolean>>((resolve) => {
            const seen: Record<string, boolean> = {};
            const options = { trackVisibility: true, delay: 100 } as IntersectionObserverInit;
            const observer = new IntersectionObserver((entries) => {
              for (const entry of entries) {
                seen[entry.target.id] = (entry as unknown as { isVisible: boolean }).isVisible;
              }
              if (Object.keys(seen).length === 2) resolve(seen);
            }, options);
            for (const id of ["planted", "control"]) {
              observer.observe(document.getElementById(id) as Element);
            }
          }),
      );
      expect(visible.planted).toBe(visible.control);
    },
  );

  /** Of two paragraphs of the same words, only one of which has a mark. */
  async function pixelsOfMark(): Promise<number> {
    return countDifferentPixels(page, await pictureOf("#planted"), await pictureOf("#control"));
  }

  it("follow their words when a picture arrives in a box that scrolls", async () => {
    await page.evaluate(() => {
      const box = document.createElement("main");
      box.style.cssText = "height: 800px; overflow: auto";
      box.append(...document.body.childNodes);
      document.body.append(box);
    });
    await act("mark", "#planted");
    await expect.poll(pixelsOfMark).toBeGreaterThan(500);
    await page.evaluate(async () => {
      const picture = new Image(300, 200);
      picture.src = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>";
      document.querySelector("main")?.prepend(picture);
      await picture.decode();
    });
    await expect.poll(pixelsOfMark).toBeGreaterThan(500);
    await page.evaluate(() => document.querySelector("img")?.remove());
  });

  it("stay on their words when the page transforms its root", async () => {
    await page.evaluate(() => {
      document.documentElement.style.transform = "translateZ(0)";
      scrollTo({ top: 60, behavior: "instant" });
    });
    await expect.poll(pixelsOfMark).toBeGreaterThan(500);
    await page.evaluate(() => document.documentElement.removeAttribute("style"));
  });

  it("are gone when they are cleared", async () => {
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    // They are painted anew where the words are now.
    await expect.poll(pixelsOfMark).toBeGreaterThan(500);
    const marked = await pictureOf("#planted");
    await act("clear");
    await expect.poll(() => changedPixels(marked, "#planted")).toBeGreaterThan(500);
  });
});
