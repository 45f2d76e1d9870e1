/** The references that a popup shows, and those in the files that it saves, read as another program would. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import type { WebAnnotationPage } from "../../src/engine/export/webAnnotations.ts";

/** A passage of the page, and an outlet with its words for it. */
export interface SavedReference {
  readonly passage: string;
  readonly outlet: string;
  readonly words: string;
}

/** Waits until all passages are listed: they come some at a time. */
export async function waitForWholeList(popup: Page): Promise<void> {
  await popup.waitForFunction(
    () => {
      const [, count] = /(\d+) passages on this page/.exec(document.body.textContent ?? "") ?? [];
      return document.querySelectorAll("li.match").length === Number(count);
    },
    { polling: 50, timeout: 25_000 },
  );
}

/** All references of the list, those that it folds away as well. */
export async function shownReferences(popup: Page): Promise<SavedReference[]> {
  await waitForWholeList(popup);
  await popup.$$eval("li.match [aria-expanded]", (buttons) => {
    for (const button of buttons as HTMLElement[]) button.click();
  });
  await popup.waitForFunction(
    () => document.querySelector('li.match [aria-expanded="false"]') === null,
    { polling: 50, timeout: 25_000 },
  );
  return popup.$$eval("li.match", (items) =>
    items.flatMap((item) => {
      const passage = item.querySelector(".passage")?.textContent ?? "";
      return [...item.querySelectorAll(".reference")].map((reference) => ({
        passage,
        outlet: reference.querySelector(".outlet")?.textContent ?? "",
        words: reference.querySelector("blockquote.wording")?.textContent ?? passage,
      }));
    }),
  );
}

/** To be compared: the list begins with the best of each outlet, a file keeps the report's order. */
export function inAnyOrder(references: readonly SavedReference[]): readonly string[] {
  return references
    .map(({ passage, outlet, words }) => [passage, outlet, words].join("\n"))
    .toSorted();
}

/** A saved file, once all of it is there: browsers write elsewhere and rename. */
export async function savedFile(folder: string, ending: string): Promise<Uint8Array> {
  const bytes = () => {
    const name = readdirSync(folder).find((its) => its.endsWith(ending));
    return name === undefined ? new Uint8Array() : readFileSync(join(folder, name));
  };
  await expect.poll(() => bytes().length).toBeGreaterThan(0);
  return bytes();
}

/** In a table of comma-separated values, whose head names the columns (RFC 4180). */
export function referencesInCsv(csv: string): SavedReference[] {
  const [head = [], ...rows] = csv
    .replace(/^\uFEFF/, "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        (quoted?.replaceAll('""', '"') ?? plain ?? "").trim(),
      ),
    );
  const cell = (row: readonly string[], column: string) => row[head.indexOf(column)] ?? "";
  return rows.map((row) => ({
    passage: cell(row, "passage"),
    outlet: cell(row, "outlet"),
    words: cell(row, "words"),
  }));
}

/** In Web Annotations: the target is the passage, each describing body a reference. */
export function referencesInAnnotations({ items }: WebAnnotationPage): SavedReference[] {
  return items.flatMap(({ target, body }) =>
    body.flatMap((part) => {
      if (part.type !== "TextualBody" || part.purpose !== "describing") return [];
      const [, outlet = "", words = ""] = /^(.*?), .*?: (.*)$/s.exec(part.value) ?? [];
      return [{ passage: target.selector.exact, outlet, words }];
    }),
  );
}

/** In Markdown: a passage is a quotation, its references are the list below. */
export function referencesInMarkdown(markdown: string): SavedReference[] {
  let passage = "";
  const found: SavedReference[] = [];
  for (const line of markdown.split("\n")) {
    if (line.startsWith("> ")) passage = plain(line.slice(2));
    const [, outlet, words] = /^- \*\*(.*?)\*\*, .*?: \*.*?\*: (.*)$/.exec(line) ?? [];
    if (outlet && words) found.push({ passage, outlet: plain(outlet), words: plain(words) });
  }
  return found;
}

/** Markdown without what keeps its signs from being signs. */
function plain(markdown: string): string {
  return markdown.replace(/\\(.)/g, "$1");
}
