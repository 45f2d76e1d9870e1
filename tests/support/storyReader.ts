/**
 * A reader before the story view: presses what leads to an answer, counts the clicks, and reads only what
 * is shown. The clicks are those from the moment when the view stands open.
 */
import type { ElementHandle, Page } from "puppeteer-core";
import { waitForText } from "./ownPage.ts";

/** What is shown, and how many clicks it took. */
export interface Shown<T> {
  readonly shown: readonly T[];
  readonly clicks: number;
}

/** A statement with the outlets that print it, and the changes that are told in words. */
export interface ShownQuote {
  readonly outlets: readonly string[];
  readonly changes: readonly { readonly outlet: string; readonly words: string }[];
  readonly text: string;
}

/** A detail in which outlets differ, and the sentence that it belongs to. */
export interface ShownDifference {
  readonly detail: string;
  readonly values: readonly { readonly value: string; readonly outlets: string }[];
  readonly text: string;
}

/** A number of people that an outlet prints. */
export interface ShownToll {
  readonly outlet: string;
  readonly value: string;
}

/** A source that an outlet names; in a chain, the outlets in between stand before it. */
export interface ShownSource {
  readonly outlet: string;
  readonly name: string;
}

/** The questions that a reader asks of the story view. */
export interface StoryReader {
  /** Who printed it first? As the first line of the overview says. */
  first(): Promise<Shown<string>>;
  /** Who changed a quote, and how? */
  quotes(): Promise<Shown<ShownQuote>>;
  /** Who disagrees on which number, date or name? */
  differences(): Promise<Shown<ShownDifference>>;
  /** How many people does each count as dead, hurt, missing or arrested? By table. */
  tolls(): Promise<Shown<readonly ShownToll[]>>;
  /** Whom does each name as its source? With `isWhole`, in the table beside the drawing. */
  sources(isWhole?: boolean): Promise<Shown<ShownSource>>;
  /** What does only this outlet have? With `isWhole`, beyond the first sentences. */
  alone(outlet: string, isWhole?: boolean): Promise<Shown<string>>;
}

/** Waits until the articles of the story have been compared. */
export async function openStoryReader(story: Page): Promise<StoryReader> {
  await waitForText(story, "What only one outlet reports");
  return {
    async first() {
      const said = await story.$eval(".glance li", (line) => line.textContent ?? "");
      return { shown: [said], clicks: 0 };
    },
    async quotes() {
      const clicks = await follow(story, "quotes");
      return { shown: await story.$$eval("#quotes .statement", readQuotes), clicks };
    },
    async differences() {
      const clicks = await follow(story, "differing");
      return { shown: await story.$$eval("#differing .dispute", readDifferences), clicks };
    },
    async tolls() {
      if ((await story.$("#tolls")) === null) return { shown: [], clicks: 0 };
      const clicks = await follow(story, "tolls");
      return { shown: await story.$$eval("#tolls .dispute", readTolls), clicks };
    },
    async sources(isWhole = false) {
      const clicks = await follow(story, "sources");
      if (!isWhole) return { shown: await story.$$eval("#sources svg text", readDrawing), clicks };
      // A story in which nobody is named has no table.
      const summary = await story.$("#sources details > summary");
      await summary?.click();
      const shown = await story.$$eval("#sources tbody tr", readTable);
      await summary?.click();
      return { shown, clicks: clicks + 1 };
    },
    async alone(outlet, isWhole = false) {
      const clicks = await follow(story, "alone");
      const item = await itemOf(story, outlet);
      if (item === null) return { shown: [], clicks };
      if (!isWhole) return { shown: await item.$$eval(".sentences > li", readSentences), clicks };
      const button = await item.$("button[aria-expanded]");
      await button?.click();
      const shown = await item.$$eval(".sentences > li", readSentences);
      await button?.click();
      return { shown, clicks: clicks + (button === null ? 0 : 1) };
    },
  };
}

/** Presses the overview's link to a part, which comes into sight; counts the click. */
async function follow(story: Page, part: string): Promise<number> {
  await story.click(`.glance a[href="#${part}"]`);
  await story.waitForFunction(
    (id) => {
      const heading = document.querySelector(`#${id} h2`);
      const { top = -1 } = heading?.getBoundingClientRect() ?? {};
      return location.hash === `#${id}` && top >= 0 && top < innerHeight;
    },
    { polling: 50, timeout: 25_000 },
    part,
  );
  return 1;
}

/** What stands under the name of an outlet in the part on what only one has; null if nothing does. */
async function itemOf(story: Page, outlet: string): Promise<ElementHandle | null> {
  for (const item of await story.$$("#alone > ul > li")) {
    if ((await item.$eval("h3 bdi", ({ textContent }) => textContent)) === outlet) return item;
  }
  return null;
}

function readQuotes(statements: readonly Element[]): ShownQuote[] {
  const textsOf = (within: Element, selector: string) =>
    [...within.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");
  return statements
    .filter((statement) => statement.checkVisibility())
    .map((statement) => ({
      outlets: textsOf(statement, ".outlet"),
      changes: [...statement.querySelectorAll(".version")].flatMap((version) => {
        const [outlet = ""] = textsOf(version, ".outlet");
        return textsOf(version, ".change-lines li").map((words) => ({ outlet, words }));
      }),
      text: textsOf(statement, ".wording")[0] ?? "",
    }));
}

function readDifferences(disputes: readonly Element[]): ShownDifference[] {
  const textOf = (element: Element | null | undefined) => element?.textContent ?? "";
  return disputes
    .filter((dispute) => dispute.checkVisibility())
    .map((dispute) => ({
      detail: textOf(dispute.querySelector("thead th")),
      values: [...dispute.querySelectorAll("tbody tr")].map(({ children: [value, outlets] }) => ({
        value: textOf(value),
        outlets: textOf(outlets),
      })),
      text: textOf(dispute.querySelector(".wording")),
    }));
}

function readTolls(tables: readonly Element[]): ShownToll[][] {
  return tables
    .filter((table) => table.checkVisibility())
    .map((table) =>
      [...table.querySelectorAll("tbody tr")].map((row) => ({
        outlet: row.querySelector(".outlet")?.textContent ?? "",
        value: row.querySelector(".value")?.textContent ?? "",
      })),
    );
}

function readDrawing(texts: readonly Element[]): ShownSource[] {
  let outlet = "";
  return texts.flatMap((text) => {
    if (!text.checkVisibility()) return [];
    const name = [...text.childNodes].find(({ nodeType }) => nodeType === 3)?.textContent ?? "";
    if (!text.classList.contains("strong")) return [{ outlet, name }];
    outlet = name;
    return [];
  });
}

function readTable(rows: readonly Element[]): ShownSource[] {
  return rows
    .filter((row) => row.checkVisibility())
    .map(({ children: [outlet, name] }) => ({
      outlet: outlet?.textContent ?? "",
      name: name?.textContent ?? "",
    }));
}

function readSentences(sentences: readonly Element[]): string[] {
  return sentences
    .filter((sentence) => sentence.checkVisibility())
    .map(({ textContent }) => textContent ?? "");
}
