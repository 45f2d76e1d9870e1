/**
 * A page that would like to know what its reader keeps. The reader has saved an article; the page
 * bears a sentence of it and one like it, and its scripts must not be able to tell them apart.
 */
import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type OwnPage, openOwnPage } from "../support/askExtension.ts";
import { browserName } from "../support/browserUnderTest.ts";
import { moveOntoCard, pointsOnCard } from "../support/cardOnPage.ts";
import { expectMarks } from "../support/expectMarks.ts";
import { countDifferentPixels, shadowText, waitForShadowText } from "../support/markedPage.ts";
import { readingBrowser } from "../support/readingBrowser.ts";

const shared = "Moscow reacted to the initiative without much enthusiasm.";
/** So often is the page tried, with the sentence and with the one like it. */
const tries = 200;

interface PryingPage {
  readonly seenMutations: MutationRecord[];
}

describe(`a prying page in ${browserName}`, () => {
  const reading = readingBrowser();
  let own: OwnPage;
  let page: Page;
  /** Where the planted sentence stands in the window, in the middle of which it was put. */
  let words: { x: number; y: number };
  let unmarked: { planted: Uint8Array; control: Uint8Array };

  beforeAll(async () => {
    own = await openOwnPage(reading.session);
    page = await reading.session.open(`${reading.origin}/prying.html`);
  });

  async function describedMatches(): Promise<string[]> {
    const state = await own.describe(page);
    return state.kind === "matched" ? state.report.matches.map(({ exact }) => exact) : [];
  }

  /** A picture of one paragraph as the reader sees it. */
  async function pictureOf(id: string): Promise<Uint8Array> {
    await page.bringToFront();
    const clip = await page.evaluate((which) => {
      const paragraph = document.getElementById(which) as Element;
      paragraph.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = paragraph.getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    }, id);
    return page.screenshot({ clip, captureBeyondViewport: false });
  }

  /** What a script can find out about a paragraph and the page around it. */
  function pry(selector: string) {
    return page.evaluate((which) => {
      const paragraph = document.querySelector(which) as HTMLElement;
      paragraph.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = paragraph.getBoundingClientRect();
      const style = getComputedStyle(paragraph);
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const marked = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
      return {
        marks: marked.filter((mark) => paragraph.contains(mark.startContainer)).length,
        underPoint: [0.1, 0.4, 0.9].map((share) =>
          document
            .elementsFromPoint(left + width * share, top + height / 2)
            .map((element) => element.nodeName),
        ),
        lines: range.getClientRects().length,
        styles: [style.backgroundColor, style.textDecorationLine, style.color],
        names: [...document.documentElement.children].map((element) => element.nodeName),
        openRoots: [...document.querySelectorAll("*")].filter(({ shadowRoot }) => shadowRoot)
          .length,
        mutations: (window as unknown as PryingPage).seenMutations.length,
      };
    }, selector);
  }

  it("finds nothing of the two sentences where nothing is kept", async () => {
    await expectMarks(page, "html", [shared]);
    expect(await describedMatches()).toEqual([shared]);
    unmarked = { planted: await pictureOf("planted"), control: await pictureOf("control") };
    await page.close();
  });

  it("is matched with what its reader has saved since", async () => {
    const kept = await reading.session.open(`${reading.origin}/kept.html`);
    expect(await own.save(kept)).toBe("new");
    await kept.close();
    page = await reading.session.open(`${reading.origin}/prying.html`);
    await page.bringToFront();
    await expect
      .poll(() => describedMatches(), { interval: 50, timeout: 8_000 })
      .toEqual([expect.stringContaining("The sea has never once"), shared]);
  });

  it("shows its reader which sentence they keep", async () => {
    const changed = async (id: "planted" | "control") =>
      countDifferentPixels(page, unmarked[id], await pictureOf(id));
    await expect
      .poll(() => changed("planted"), { interval: 50, timeout: 5_000 })
      .toBeGreaterThan(500);
    expect(await changed("control")).toBe(0);
  });

  it("can read the marks that everybody has, and no others", () =>
    expectMarks(page, "html", [shared]));

  it("sees no difference between the two", async () => {
    const planted = await pry("#planted");
    expect(planted).toEqual(await pry("#control"));
    expect(planted).toMatchObject({ marks: 0, openRoots: 0, mutations: 0 });
  });

  it("gets nothing by faked pointers and keys", async () => {
    await page.evaluate(() => {
      for (const type of ["pointermove", "pointerdown", "pointerup", "click", "mouseover"]) {
        for (const id of ["planted", "shared"]) {
          const element = document.getElementById(id) as Element;
          const { left, top } = element.getBoundingClientRect();
          const at = { bubbles: true, clientX: left + 60, clientY: top + 8, pointerType: "touch" };
          element.dispatchEvent(new PointerEvent(type, at));
        }
      }
      for (const key of [".", ",", "Enter", "Tab"]) {
        document.dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true, bubbles: true }));
      }
    });
    expect(await shadowText(reading.session, page)).toBe("");
    words = await page.evaluate(() => {
      const planted = document.getElementById("planted") as Element;
      planted.scrollIntoView({ block: "center", behavior: "instant" });
      const box = planted.getBoundingClientRect();
      return { x: box.left + 60, y: box.top + 8 };
    });
    // The reader's own pointer does open the card.
    await page.mouse.move(words.x, words.y);
    await waitForShadowText(reading.session, page, "The Northern Shore");
  });

  it("does not find the card by hit testing, unless the pointer is over it", async () => {
    expect(await pointsOnCard(page)).toBe(0);
    await moveOntoCard(page, words);
    expect(await pointsOnCard(page)).toBeGreaterThan(20);
    await page.mouse.move(2, 2);
    expect(await pointsOnCard(page)).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("cannot tell by the clock which of them it looks at", async () => {
    // Frames come in bunches, so that chance finds more than it should; a leak is found every time.
    const found: number[] = [];
    do found.push(await shareThatTookLonger());
    while (tellsApart(found.at(-1) ?? 0) && found.length < 3);
    expect(found.every(tellsApart), `took longer: ${found}`).toBe(false);
  });

  function tellsApart(share: number): boolean {
    const standardError = Math.sqrt((2 * tries + 1) / (12 * tries * tries));
    return Math.abs(share - 0.5) > 4 * standardError;
  }

  /** Of all pairs the share in which the planted one took longer: a half, if nothing tells them apart. */
  async function shareThatTookLonger(): Promise<number> {
    const [planted = [], control = []] = await lookInTurn();
    expect(planted).toHaveLength(tries);
    const longer = planted.flatMap((a) => control.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
    return longer.reduce<number>((sum, one) => sum + one, 0) / longer.length;
  }

  /** Milliseconds of every look at the planted sentence, and at the one like it. */
  function lookInTurn(): Promise<number[][]> {
    return page.evaluate(async (count) => {
      const paragraphs = ["planted", "control"].map((id) => document.getElementById(id) as Element);
      /** From the start of a frame until what it draws is drawn, and what lies there is known. */
      const lookAt = (paragraph: Element) =>
        new Promise<number>((resolve) => {
          scrollTo({ top: 0, behavior: "instant" });
          requestAnimationFrame(() => {
            const start = performance.now();
            paragraph.scrollIntoView({ block: "center", behavior: "instant" });
            const { left, top } = paragraph.getBoundingClientRect();
            document.elementsFromPoint(left + 60, top + 8);
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - start);
            requestAnimationFrame(() => port2.postMessage(0));
          });
        });
      const times: number[][] = [[], []];
      for (let i = 0; i < count; i++) {
        // In turn, and the one first as often as the other.
        for (const which of i % 2 === 0 ? [0, 1] : [1, 0]) {
          times[which]?.push(await lookAt(paragraphs[which] as Element));
        }
      }
      return times;
    }, tries);
  }
});
